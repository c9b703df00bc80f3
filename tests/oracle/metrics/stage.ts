import { closeDims, lastClose } from '../closes';
import { CLOSE_DIMENSIONS, one } from '../dimensions';
import { datedMetric, duration, durationOf, type DatedRow, type OracleMetric } from '../metric';
import type { TicketRow } from '../model';
import { resumedVisits, visitsOf, type Visit } from '../stage-visits';
import { tickets, type World } from '../world';

type Left = Visit & { readonly exit: number };
type Total = (world: World, ticket: TicketRow, left: readonly Left[], datedAt: number) => number | null;

/** One row a ticket × stage, of tickets closed now, dated by the last close. "A visit without an exit contributes nothing." */
function stageMetric(id: string, visits: (world: World, ticket: TicketRow) => Visit[], total: Total): OracleMetric {
  return datedMetric({
    id,
    measure: 'duration',
    dimensions: CLOSE_DIMENSIONS,
    rows(world) {
      const rows: DatedRow[] = [];
      for (const ticket of tickets(world)) {
        const close = lastClose(world, ticket);
        if (close === null) {
          continue;
        }
        const left = visits(world, ticket).filter((visit): visit is Left => visit.exit !== null);
        for (const stage of new Set(left.map((visit) => visit.stage))) {
          const mine = left.filter((visit) => visit.stage === stage);
          // "A negative visit drops the row."
          if (mine.every((visit) => visit.entry <= visit.exit)) {
            rows.push({ at: close.at, value: total(world, ticket, mine, close.at), dims: { ...closeDims(world, ticket, close), stage: one(stage) } });
          }
        }
      }
      return rows;
    },
  });
}

/** The span: last exit − first entry. */
export const timeInStage = stageMetric('time_in_stage', resumedVisits, (world, ticket, left, datedAt) => {
  const span = { from: Math.min(...left.map((visit) => visit.entry)), to: Math.max(...left.map((visit) => visit.exit)), datedAt };
  const value = duration(world, ticket, 'close', span);
  return value === 'dropped' ? null : value;
});

/** The dwell: the sum of visits. */
export const stageDwell = stageMetric('stage_dwell', visitsOf, (world, ticket, left, datedAt) =>
  durationOf(
    world,
    ticket,
    'close',
    left.map((visit) => ({ from: visit.entry, to: visit.exit })),
    datedAt
  )
);
