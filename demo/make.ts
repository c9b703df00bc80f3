import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { replaceFolder } from './folder';
import { generate } from './generate';
import { type Format, VERSION, writeManifest } from './manifest';
import type { Plan } from './plan';
import { Staging } from './tables/staging';
import { csvWriter } from './writers/csv';
import { duckdbWriter } from './writers/duckdb-file';
import type { DemoHelpdesk } from './writers/helpdesk/demo-helpdesk';
import { helpdeskInMysql } from './writers/helpdesk/into-mysql';
import { helpdeskInPostgres } from './writers/helpdesk/into-postgres';
import { HELPDESKS, type ToldLayout } from './writers/helpdesks';
import { mysqlWriter } from './writers/mysql';
import type { MysqlTarget } from './writers/mysql-database';
import { parquetWriter } from './writers/parquet';
import { postgresWriter } from './writers/postgres';
import type { PostgresTarget } from './writers/postgres-schema';
import type { Writer } from './writers/writer';

/** Says how far it is, in a line. */
export type Progress = (line: string) => void;

const WRITERS: Readonly<Record<Format, (folder: string) => Writer>> = { parquet: parquetWriter, csv: csvWriter, duckdb: duckdbWriter };

/** Makes a helpdesk in a folder, complete or not at all. */
export async function makeFolder(folder: string, plan: Plan, format: Format, isEndChosen: boolean, onProgress: Progress): Promise<void> {
  await replaceFolder(folder, async (fresh) => {
    const rows = await staged(join(fresh, 'staging.duckdb'), plan, WRITERS[format](fresh), onProgress);
    const { seed, tickets, months } = plan;
    writeManifest(fresh, { version: VERSION, seed, tickets, months, end: new Date(plan.end).toISOString(), isEndChosen, format, rows });
  });
}

/** In whose tables a database is filled, by the data source’s names for the layouts. */
export type DemoLayout = 'canonical' | ToldLayout;
export const DEMO_LAYOUTS: readonly DemoLayout[] = ['canonical', ...(Object.keys(HELPDESKS) as ToldLayout[])];

/** What is filled: a schema of a database, and with whose tables; canonical ones by default. */
interface Place {
  readonly url: string;
  readonly schema: string;
  readonly replace: boolean;
  readonly layout?: DemoLayout;
}

/** Makes a helpdesk in a PostgreSQL schema, complete or not at all. */
export async function makePostgres({ layout = 'canonical', ...target }: Place, plan: Plan, onProgress: Progress): Promise<void> {
  await inFolder((folder) => staged(join(folder, 'staging.duckdb'), plan, intoPostgres(layout, { ...target, folder }), onProgress));
}

/** Makes a helpdesk in a MySQL or MariaDB database, complete or not at all. */
export async function makeMysql(
  { layout = 'canonical', ...target }: MysqlTarget & { readonly layout?: DemoLayout },
  plan: Plan,
  onProgress: Progress
): Promise<void> {
  await inFolder((folder) => staged(join(folder, 'staging.duckdb'), plan, intoMysql(layout, target), onProgress));
}

async function inFolder(work: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-demo-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function intoPostgres(layout: DemoLayout, target: PostgresTarget): Writer {
  if (layout === 'canonical') {
    return postgresWriter(target);
  }
  const helpdesk: DemoHelpdesk = HELPDESKS[layout];
  const { postgres } = helpdesk.tables;
  if (postgres === undefined) {
    throw new Error(`${helpdesk.label} does not run on PostgreSQL.`);
  }
  return helpdeskInPostgres(helpdesk, postgres, target);
}

function intoMysql(layout: DemoLayout, target: MysqlTarget): Writer {
  if (layout === 'canonical') {
    return mysqlWriter(target);
  }
  const helpdesk: DemoHelpdesk = HELPDESKS[layout];
  const { mysql } = helpdesk.tables;
  if (mysql === undefined) {
    throw new Error(`${helpdesk.label} does not run on MySQL.`);
  }
  return helpdeskInMysql(helpdesk, mysql, target);
}

/** Stages all rows in a file that is gone afterwards, and writes them; says how many there were. */
async function staged(path: string, plan: Plan, write: Writer, onProgress: Progress): Promise<Record<string, number>> {
  const staging = await Staging.open(path);
  try {
    await generate(plan, staging, (done) => onProgress(`Making up tickets: ${done.toLocaleString('en')} of ${plan.tickets.toLocaleString('en')}`));
    await staging.complete();
    await write(staging, (name) => onProgress(`Writing ${name}`));
    return Object.fromEntries(staging.tables.map(({ table, rows }) => [table.name, rows]));
  } finally {
    staging.close();
    for (const file of [path, `${path}.wal`, `${path}.tmp`]) {
      rmSync(file, { recursive: true, force: true });
    }
  }
}
