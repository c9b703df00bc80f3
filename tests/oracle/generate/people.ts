import fc from 'fast-check';

import type { AgentRow, AgentStatusRow, CustomerRow, Helpdesk, OrganizationRow, TeamMemberRow, TeamRow } from '../model';
import { AGENTS, CALENDARS, CUSTOMERS, GONE, ORGANIZATIONS, TEAMS } from './ids';
import { evenly, follow, gap, maybe, MINUTE, offset, rarely, step, uniqueBy, type Era } from './time';

/** Agents, teams and customers; equal names for different ids; teams that change; statuses that overlap. */
export type People = Pick<Helpdesk, 'agent' | 'team' | 'team_member' | 'customer' | 'organization' | 'agent_status'>;

const name = maybe(fc.constantFrom('Ann', 'Bob', 'Ann de "Wit", jr.'));

const agent = (id: string): fc.Arbitrary<AgentRow> =>
  fc.record({
    agent_id: fc.constant(id),
    name,
    active: rarely.map((gone) => !gone),
    is_bot: fc.constant(id === 'bot'),
    time_zone: fc.constant(null),
    calendar_id: maybe(fc.constantFrom(...CALENDARS)),
  });

const customer = (id: string): fc.Arbitrary<CustomerRow> =>
  fc.record({ customer_id: fc.constant(id), name, org_id: maybe(fc.constantFrom(...ORGANIZATIONS, GONE.organization)) });

const members = (era: Era): fc.Arbitrary<TeamMemberRow[]> =>
  fc
    .array(
      fc.record({
        team_id: fc.constantFrom(...TEAMS, GONE.team),
        agent_id: fc.constantFrom(...AGENTS, GONE.agent),
        from: maybe(offset.map((at) => era.anchor + at)),
        to: evenly(offset.map((at) => era.anchor + at)),
      }),
      { maxLength: 6 }
    )
    .map((rows) => uniqueBy(rows, (row) => `${row.team_id} ${row.agent_id} ${row.from}`));

/** One agent's statuses: each starts later than the one before and ends when it likes, or never. */
const statuses = (era: Era, id: string): fc.Arbitrary<AgentStatusRow[]> =>
  fc
    .record({
      start: fc.integer({ min: -96, max: 24 }).map((halves) => halves * 30 * MINUTE),
      rows: fc.array(
        fc.record({
          after: step,
          availability: fc.constantFrom('available' as const, 'available' as const, 'busy' as const, 'away' as const, 'offline' as const),
          status: maybe(fc.constantFrom('Online', 'Lunch')),
          length: maybe(fc.oneof(step, gap)),
        }),
        { maxLength: 6 }
      ),
    })
    .map(({ start, rows }) =>
      follow(era.anchor + start, rows).map((row) => ({
        agent_id: id,
        status: row.status,
        availability: row.availability,
        from: row.at,
        to: row.length === null ? null : row.at + row.length,
      }))
    );

/** Everybody of a helpdesk, and an agent of whom statuses are known though no table has them. */
export function people(era: Era): fc.Arbitrary<People> {
  return fc.record({
    agent: fc.tuple(...AGENTS.map(agent)),
    team: fc.tuple(...TEAMS.map((id): fc.Arbitrary<TeamRow> => fc.record({ team_id: fc.constant(id), name }))),
    team_member: members(era),
    customer: fc.tuple(...CUSTOMERS.map(customer)),
    organization: fc.tuple(...ORGANIZATIONS.map((id): fc.Arbitrary<OrganizationRow> => fc.record({ org_id: fc.constant(id), name }))),
    agent_status: fc
      .tuple(...AGENTS.map((id) => statuses(era, id)), fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: statuses(era, GONE.agent) }))
      .map((lists) => lists.flat()),
  });
}
