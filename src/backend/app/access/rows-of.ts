import type { ResultTable } from '../../query/answer/series';

/** A cell of a result. */
type Cell = number | string | boolean | null;

/** The rows of a result, with those columns of it that are named; a column that it lacks is undefined. */
export function rowsOf<Column extends string>({ rows, column }: ResultTable, columns: readonly Column[]): ReadonlyArray<Readonly<Record<Column, Cell>>> {
  const cells = columns.map((name) => [name, column(name) ?? []] as const);
  return Array.from({ length: rows }, (_, row) => Object.fromEntries(cells.map(([name, values]) => [name, values[row]])) as Record<Column, Cell>);
}
