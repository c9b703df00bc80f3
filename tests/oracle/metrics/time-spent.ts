import { one, ticketDims, TIME_DIMENSIONS } from '../dimensions';
import { datedMetric, DISTINCT, type DatedRow } from '../metric';
import { tickets } from '../world';

/** time_spent: "the optional table time_entry: sum, mean and count, dated by `at`; dimensions agent, activity and the ticket's"; entries follow their ticket's flags. */
export const timeSpent = datedMetric({
  id: 'time_spent',
  measure: 'number',
  statistics: ['sum', 'mean', 'count', 'n', ...DISTINCT],
  dimensions: TIME_DIMENSIONS,
  rows: (world) =>
    tickets(world).flatMap((ticket) =>
      world.helpdesk.time_entry
        .filter((entry) => entry.ticket_id === ticket.ticket_id)
        .map(({ at, seconds, agent_id, activity }): DatedRow => ({
          at,
          value: seconds,
          dims: { ...ticketDims(world, ticket, at), agent: one(agent_id), activity: one(activity) },
        }))
    ),
});
