import { DuckDBInstance } from '@duckdb/node-api';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import type { PluginClient } from '../tools/door/client';
import { type Figure, timed } from './figures';

/** What the backend's first load cost: elapsed and CPU time in milliseconds; null where the system does not tell. */
interface Load {
  readonly ms: number;
  readonly cpuMs: number | null;
}

/** What was aimed at: so many times what reading the same files costs. */
const TARGET = { ratio: 8 } as const;

/** The first load against reading the same files with the same engine, and nothing else: by the clock, and in CPU time, which a busy machine changes less. */
export async function loading(folder: string, load: Load, client: PluginClient): Promise<Figure[]> {
  const floor = await readAll(folder);
  const { tableRows } = (await client.resource('status')).body as { tableRows: Record<string, number> };
  const rows = floor.tables.reduce((sum, name) => sum + (tableRows[name] ?? 0), 0);
  const what = 'read_parquet of the same files into memory';
  const byClock: Figure = {
    name: 'first load, files to facts',
    ms: load.ms,
    runs: [load.ms],
    target: TARGET,
    floor: { what, ms: floor.ms },
    note: `${rows.toLocaleString('en')} rows, ${Math.round(rows / (load.ms / 1000)).toLocaleString('en')} a second, all facts`,
  };
  return load.cpuMs === null
    ? [byClock]
    : [byClock, { name: 'first load, CPU time', ms: load.cpuMs, runs: [load.cpuMs], target: TARGET, floor: { what: `${what}, CPU time`, ms: floor.cpuMs } }];
}

/** What reading every table of a folder into memory costs: the median of three times, by the clock and in CPU time, milliseconds. */
async function readAll(folder: string): Promise<{ readonly tables: readonly string[]; readonly ms: number; readonly cpuMs: number }> {
  const tables = readdirSync(folder).flatMap((file) => (file.endsWith('.parquet') ? [file.slice(0, -'.parquet'.length)] : []));
  const instance = await DuckDBInstance.create(':memory:', { threads: String(Math.min(4, availableParallelism())) });
  const connection = await instance.connect();
  const runs = 3;
  const before = process.cpuUsage();
  const { ms } = await timed(
    async () => {
      for (const name of tables) {
        await connection.run(`CREATE OR REPLACE TEMP TABLE "t_${name}" AS SELECT * FROM read_parquet('${join(folder, `${name}.parquet`)}')`);
      }
    },
    { warmUps: 0, runs }
  );
  const { user, system } = process.cpuUsage(before);
  connection.closeSync();
  instance.closeSync();
  return { tables, ms, cpuMs: (user + system) / 1000 / runs };
}
