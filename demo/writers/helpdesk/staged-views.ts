import type { Staging } from '../../tables/staging';
import type { DemoHelpdesk } from './demo-helpdesk';

/** The staged tables with their real values, as `canonical_…`, and what a helpdesk’s SELECTs share. */
export async function viewStaging({ connection, tables }: Staging, { views }: DemoHelpdesk): Promise<void> {
  for (const { table, sql } of tables) {
    await connection.run(`CREATE TEMP VIEW canonical_${table.name} AS ${sql}`);
  }
  for (const [name, sql] of Object.entries(views)) {
    await connection.run(`CREATE TEMP VIEW ${name} AS ${sql}`);
  }
}

/** The columns of a SELECT over the staged tables, with DuckDB’s words for their types. */
export async function columnsOf({ connection }: Staging, select: string): Promise<ReadonlyArray<{ readonly name: string; readonly type: string }>> {
  const rows = (await connection.runAndReadAll(`DESCRIBE ${select}`)).getRowObjects();
  return rows.map(({ column_name: name, column_type: type }) => ({ name: String(name), type: String(type) }));
}
