import { CELLS, FRAMES, GROUPS } from '../../shared/bounds';
import { QueryError } from '../../shared/query';
import type { Plan } from './plan';

type Shape = Pick<Plan, 'query' | 'edges' | 'statistics'>;

/** What to do about an answer that is too large. */
const ADVICE = 'Group by less, set a limit, or choose a longer frequency or a shorter range.';

/** The most groups that an answer may have, of `cells` numbers at most. Throws a QueryError where not even one has room: known before anything is read. */
export function mostGroups(plan: Shape, cells: number = CELLS): number {
  const { buckets, statistics, periods } = sizes(plan);
  const one = buckets * statistics * periods;
  if (one > cells) {
    throw new QueryError(`The answer has ${counted(one)} numbers a group: ${counted(buckets)} buckets of ${statistics} ${statistics === 1 ? 'statistic' : 'statistics'}${periods > 1 ? ', compared' : ''}. At most ${counted(cells)} are given. ${ADVICE}`, 413);
  }
  return Math.min(Math.floor(cells / one), plan.edges ? Math.floor(FRAMES / (statistics * periods)) : GROUPS);
}

/** Refuses an answer of more groups than have room, before they take it. Throws a QueryError. */
export function checkGroups(plan: Shape, groups: number, most: number): void {
  if (groups > most) {
    const { buckets } = sizes(plan);
    throw new QueryError(`The answer has more than ${counted(most)} groups${plan.edges ? ` of ${counted(buckets)} buckets` : ''}: more than are given, or can be drawn. ${ADVICE}`, 413);
  }
}

function sizes({ query, edges, statistics }: Shape): { buckets: number; statistics: number; periods: number } {
  return { buckets: edges ? edges.length - 1 : 1, statistics: statistics.length, periods: query.compare === null ? 1 : 2 };
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
