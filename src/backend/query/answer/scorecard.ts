import { fixedValues } from '../../../shared/catalog/dimensions';
import { SORT_DEFAULTS } from '../../../shared/query/defaults';
import type { ParsedQuery } from '../../../shared/query';
import type { ScorecardColumn } from '../../../shared/query/scorecard';
import type { Plan } from '../plan';
import { bySortKey, idsOf, sortKey, type Sortable } from './order';
import { type Answer, emptyValue, type GroupValue, type Series } from './series';

/** What a column of a scorecard answers by itself. */
interface AnsweredColumn {
  readonly column: ScorecardColumn;
  readonly plan: Plan;
  readonly answered: Answer;
  /** The helpdesk lacks what the metric needs: of nothing a 0 would say that all is well. */
  readonly isMissing: boolean;
}

/** A row of a scorecard: a value of its dimension, and a cell a column. */
export interface ScorecardRow extends Sortable {
  readonly groups: readonly GroupValue[];
  readonly cells: readonly Series[];
}

/** The columns' answers laid beside each other: rows in order, up to the limit. A cell that rests on fewer rows than `minN` is null, and so is a row of nothing else left out. */
export function joined(
  { sort, limit = null, minN = 0 }: Pick<ParsedQuery, 'sort' | 'limit' | 'minN'>,
  columns: readonly AnsweredColumn[]
): readonly ScorecardRow[] {
  const byId = columns.map(({ answered }) => new Map(answered.series.map((series) => [idsOf(series.groups), series])));
  const groups = new Map(columns.flatMap(({ answered }) => answered.series.map(({ groups }) => [idsOf(groups), groups] as const)));
  const [{ plan }] = columns;
  const rows = [...groups].map(([ids, group]): ScorecardRow => ({
    groups: group,
    ids,
    sortKey: group.flatMap((value, i) => sortKey(plan.groups[i], keyOf(plan, i, value), value)),
    cells: columns.map((column, i) => cell(column, byId[i].get(ids), group, minN)),
  }));
  const shown = rows.filter(({ cells }) => minN === 0 || cells.some(({ n: [n] }) => (n ?? 0) >= minN)).sort(bySortKey);
  if (sort !== undefined || limit !== null) {
    const { by, direction } = { ...SORT_DEFAULTS, ...sort };
    const found = columns.findIndex(({ column }) => column.name === sort?.column);
    const of = ({ cells }: ScorecardRow): number | null => cells[Math.max(0, found)][by === 'n' ? 'n' : 'values'].flat()[0];
    const sign = direction === 'desc' ? -1 : 1;
    shown.sort((a, b) => (by === 'name' ? sign * bySortKey(a, b) : inOrder(of(a), of(b), sign) || (a.ids < b.ids ? -1 : a.ids > b.ids ? 1 : 0)));
  }
  return shown.slice(0, limit ?? undefined);
}

/** What a column says of a group: of one that it has no row of, what nothing is. */
function cell({ plan, isMissing }: AnsweredColumn, found: Series | undefined, groups: readonly GroupValue[], minN: number): Series {
  const series = found ?? { groups, values: [[isMissing ? null : emptyValue(plan, plan.statistics[0])]], n: [0], hits: null };
  return (series.n[0] ?? 0) < minN ? { ...series, values: [[null]] } : series;
}

function inOrder(a: number | null, b: number | null, sign: number): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : sign * (a - b);
}

/** The key of a value that a dimension has by itself, which such are in order of. */
function keyOf({ groups, query }: Plan, at: number, { id }: GroupValue): number {
  return fixedValues(groups[at].dimension, query)?.find((one) => one.id === id)?.key ?? 0;
}
