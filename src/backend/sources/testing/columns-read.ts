import type { Client } from 'pg';

import type { Columns, Here } from '../layouts/layout';

/** The tables and columns that a SELECT really reads, as PostgreSQL sees it, in the order of their names: what `reads` of a layout must say. */
export async function columnsRead(client: Client, select: string): Promise<Columns> {
  await client.query(`CREATE TEMP VIEW columns_read AS ${select}`);
  try {
    const { rows } = await client.query<{ name: string; columns: string[] }>(
      `SELECT table_name::text AS name, array_agg(column_name::text ORDER BY column_name) AS columns
       FROM information_schema.view_column_usage WHERE view_name = 'columns_read' GROUP BY table_name ORDER BY table_name`
    );
    return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
  } finally {
    await client.query('DROP VIEW columns_read');
  }
}

/** Columns in the order of their names, as `columnsRead` gives them. */
function inOrder(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([table, names]) => [table, [...names].sort()])
  );
}

/** A database that has all that a layout may read and nothing besides, of every option the value 1, and no documents. */
export const EVERYTHING: Here = { has: () => true, columns: () => [], option: () => "'1'", documents: () => [] };

/** What a layout’s SELECT may read at most: what it must find and what it reads where it is there. */
export function allReads({ reads, maybe = {} }: { readonly reads: Columns; readonly maybe?: Columns }): Columns {
  const tables = [...new Set([...Object.keys(reads), ...Object.keys(maybe)])];
  return inOrder(Object.fromEntries(tables.map((table) => [table, [...(reads[table] ?? []), ...(maybe[table] ?? [])]])));
}
