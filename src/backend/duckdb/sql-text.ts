/** A name as DuckDB’s SQL quotes it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as an SQL literal, for statements that take no parameters. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Several texts as an SQL list, for IN and for lists in brackets. */
export function texts(values: readonly string[]): string {
  return values.map(text).join(', ');
}
