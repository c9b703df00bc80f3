import { setImmediate } from 'node:timers/promises';

import { CANONICAL_TABLES, type TableName } from '../src/backend/canonical/tables';
import { statusSpans } from './availability';
import { recommendations } from './campaigns';
import { live } from './life/live';
import type { Plan } from './plan';
import { Random } from './random';
import type { Cell } from './tables/encoding';
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
  for (const { customer, sentAt, answeredAt, score, hasComment } of recommendations(world)) {
    rows.addSurvey(customer, 'nps-monthly', 'nps', [0, 10], sentAt, answeredAt, score, hasComment);
  }
  rows.addOrphans();
  onTickets(number);
}

function addWorld(world: World, staging: Staging): void {
  const rows: Partial<Record<TableName, Cell[][]>> = {
    ...pipelineRows(),
    ...agentRows(world.agents),
    team: TEAMS.map(({ id, name }) => [id, name]),
    ...calendarRows(world.calendars),
    ...policyRows(world.plan),
  };
  for (const { name } of CANONICAL_TABLES) {
    for (const row of rows[name] ?? []) {
      staging.add(name, row);
    }
  }
  for (const { table, row } of world.customers.rows()) {
    staging.add(table, row);
  }
  for (const { agentId, status, availability, from, to } of statusSpans(world)) {
    staging.add('agent_status', [agentId, status, availability, from, to, to ?? from]);
  }
}
