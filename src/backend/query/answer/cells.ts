import { CELLS, FRAMES, GROUPS } from '../../../shared/bounds';
import { QueryError } from '../../../shared/query';
import type { Plan } from '../plan';

type Shape = Pick<Plan, 'query' | 'edges' | 'statistics'>;

/** What to do about an answer that is too large. */
const ADVICE = 'Group by less, set a limit, or choose a longer frequency or a shorter range.';

/** How many numbers an answer may hold, and what to say of more, such as "more rows than Grafana’s limit of 5". */
export interface Budget {
  readonly cells: number;
  readonly past: string;
}

/** The budget where Grafana sets none that is smaller. */
export const OWN_BUDGET: Budget = { cells: CELLS, past: `more numbers than the plugin’s limit of ${counted(CELLS)}` };

/** How many groups an answer may have, and what to say of more. */
export interface Room {
  readonly groups: number;
  readonly past: string;
}

/** The room for groups that a budget leaves. Throws a QueryError where not even one has room: known before anything is read. */
export function roomFor(plan: Shape, { cells, past }: Budget = OWN_BUDGET): Room {
  const { buckets, statistics, periods } = sizes(plan);
  const one = buckets * statistics * periods;
  if (one > cells) {
    throw new QueryError(
      `The answer has ${counted(one)} numbers a group: ${counted(buckets)} buckets of ${statistics} ${statistics === 1 ? 'statistic' : 'statistics'}${periods > 1 ? ', compared' : ''}. That is ${past}. ${ADVICE}`,
      413
    );
  }
  const [drawn, counts] = [plan.edges ? Math.floor(FRAMES / (statistics * periods)) : GROUPS, Math.floor(cells / one)];
  return counts <= drawn ? { groups: counts, past } : { groups: drawn, past: 'more than can be drawn' };
}

/** Refuses an answer of more groups than have room, before they take it. Throws a QueryError. */
export function checkGroups(plan: Shape, groups: number, room: Room): void {
  if (groups > room.groups) {
    const { buckets } = sizes(plan);
    throw new QueryError(
      `The answer has more than ${counted(room.groups)} groups${plan.edges ? ` of ${counted(buckets)} buckets` : ''}: ${room.past}. ${ADVICE}`,
      413
    );
  }
}

function sizes({ query, edges, statistics }: Shape): { buckets: number; statistics: number; periods: number } {
  return { buckets: edges ? edges.length - 1 : 1, statistics: statistics.length, periods: query.compare === null ? 1 : 2 };
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
