/**
 * A condition that is tested once rows are joined to a table of which `key` is a column, no number of which is negative: where there is none it is null. DuckDB takes
 * every condition that it can test before to leave a fifth of the rows, and so would hash a million rows to look the tickets up in them, rather than the tickets.
 */
export function afterJoin(key: string, condition: string): string {
  return `CASE WHEN coalesce(${key}, 0) >= 0 THEN ${condition} END`;
}
