import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { CANONICAL_TABLES, canonicalTable, type CanonicalColumn, type TableName } from '../../src/backend/canonical/tables';
import type { Helpdesk } from './model';

/** Writes a helpdesk as a canonical CSV folder: docs/connect.md. */

type Cell = string | number | boolean | null | readonly string[] | Readonly<Record<string, unknown>>;
type Cells = Readonly<Record<string, Cell>>;

/** One CSV file a table that has rows. */
export async function writeHelpdesk(helpdesk: Helpdesk, folder: string): Promise<void> {
  for (const [table, text] of Object.entries(csvTables(helpdesk))) {
    await writeFile(join(folder, `${table}.csv`), text);
  }
}

/** The CSV text of every table that has rows; ticket.csv always, since without it there is no helpdesk. */
export function csvTables(helpdesk: Helpdesk): Record<string, string> {
  const tables: Record<string, string> = {};
  for (const table of tablesOf(helpdesk)) {
    const rows = rowsOf(helpdesk, table);
    if (rows.length > 0 || table === 'ticket') {
      tables[table] = csv(table, rows);
    }
  }
  return tables;
}

/** The tables of a helpdesk that the canonical layout has. */
function tablesOf(helpdesk: Helpdesk): TableName[] {
  return CANONICAL_TABLES.map(({ name }) => name).filter((name) => name in helpdesk);
}

/** A table's rows as plain cells by column. */
export function rowsOf(helpdesk: Helpdesk, table: TableName): Cells[] {
  return helpdesk[table].map((row) => ({ ...row }));
}

/** RFC 4180 text of some rows of a table. Columns the oracle does not model (updated_at, parent_id) are left out. */
export function csv(table: TableName, rows: readonly Cells[]): string {
  const columns = canonicalTable(table).columns.filter((column) => !UNUSED.includes(column.name));
  const lines = [columns.map((column) => column.name), ...rows.map((row) => columns.map((column) => field(column, row[column.name] ?? null)))];
  return lines.map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
}

const UNUSED: readonly string[] = ['updated_at', 'parent_id'];

function field(column: CanonicalColumn, value: Cell): string {
  if (value === null) {
    return '';
  }
  if (column.type === 'instant') {
    return new Date(Number(value)).toISOString();
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
