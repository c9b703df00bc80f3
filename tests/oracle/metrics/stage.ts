import { one, TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { datedMetric, duration, DURATION_STATISTICS, type DatedRow, type OracleMetric } from '../metric';
import type { TicketRow } from '../model';
import { resumedVisits, visitsOf, type Visit } from '../stage-visits';
import { tickets, type World } from '../world';
import { lastClose } from './close';

type Left = Visit & { readonly exit: number };

/** One row a ticket × stage, of tickets closed now, dated by the last close. "A visit without an exit contributes nothing." */
function stageMetric(id: string, visits: typeof visitsOf, total: (world: World, ticket: TicketRow, left: readonly Left[]) => number | null): OracleMetric {
  return datedMetric({
    id,
    measure: 'duration',
    statistics: DURATION_STATISTICS,
    dimensions: TICKET_DIMENSIONS,
    rows(world) {
      const rows: DatedRow[] = [];
      for (const ticket of tickets(world)) {
        const at = lastClose(world, ticket);
        if (at === null) {
          continue;
        }
        const left = visits(world.helpdesk, ticket, world.now).filter((visit): visit is Left => visit.exit !== null);
        for (const stage of new Set(left.map((visit) => visit.stage))) {
          const mine = left.filter((visit) => visit.stage === stage);
          // A missing stage, or a negative visit, drops the row.
          if (world.helpdesk.stage.some((row) => row.stage_id === stage) && mine.every((visit) => visit.entry <= visit.exit)) {
            rows.push({ at, value: total(world, ticket, mine), dims: { ...ticketDims(world, ticket, at), stage: one(stage) } });
          }
        }
      }
      return rows;
    },
  });
}

function seconds(world: World, ticket: TicketRow, from: number, to: number): number | null {
  const value = duration(world, ticket, 'close', from, to);
  return value === 'dropped' ? null : value;
}

/** The span: last exit − first entry. */
export const timeInStage = stageMetric('time_in_stage', resumedVisits, (world, ticket, left) =>
  seconds(world, ticket, Math.min(...left.map((visit) => visit.entry)), Math.max(...left.map((visit) => visit.exit)))
);

/** The dwell: the sum of visits; without a calendar for one of them there is no sum. */
export const stageDwell = stageMetric('stage_dwell', visitsOf, (world, ticket, left) =>
  left.reduce<number | null>((sum, visit) => {
    const value = seconds(world, ticket, visit.entry, visit.exit);
    return sum === null || value === null ? null : sum + value;
  }, 0)
);
