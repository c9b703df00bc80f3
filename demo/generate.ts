import { setImmediate } from 'node:timers/promises';

import { statusSpans } from './availability';
import { recommendations } from './campaigns';
import { live } from './life/live';
import type { Plan } from './plan';
import { Random } from './random';
import type { Staging } from './tables/staging';
import { TicketRows } from './tables/ticket-rows';
import { agentRows } from './world/agents';
import { arrivals } from './world/arrivals';
import { calendarRows } from './world/calendars';
import { pipelineRows } from './world/pipelines';
import { policyRows } from './world/policies';
import { TEAMS } from './world/teams';
import { World } from './world/world';

/** How many tickets are made between two reports of progress. */
const BATCH = 2_000;

/** Makes up a whole helpdesk: everything that there was, and every ticket in the order in which it came. */
export async function generate(plan: Plan, staging: Staging, onTickets: (done: number) => void = () => undefined): Promise<void> {
  const world = new World(plan);
  addWorld(world, staging);
  const rows = new TicketRows(world, staging);
  const random = new Random(plan.seed, 0);
  let number = 0;
  for (const createdAt of arrivals(plan, world.rhythm)) {
    rows.add(live(world, random, ++number, createdAt));
    if (number % BATCH === 0) {
      onTickets(number);
      await setImmediate();
    }
  }
  for (const { customer, ...survey } of recommendations(world)) {
    rows.addSurvey(customer, 'nps-monthly', { kind: 'nps', scale: [0, 10], ...survey });
  }
  rows.addOrphans();
  onTickets(number);
}

function addWorld(world: World, staging: Staging): void {
  staging.addAll({
    ...pipelineRows(),
    ...agentRows(world.agents),
    team: TEAMS.map(({ id, name }) => ({ team_id: id, name })),
    ...calendarRows(world.calendars),
    ...policyRows(world.plan),
    ...world.customers.rows(),
  });
  for (const { agentId, status, availability, from, to } of statusSpans(world)) {
    staging.add('agent_status', { agent_id: agentId, status, availability, from, to, updated_at: to ?? from });
  }
}
