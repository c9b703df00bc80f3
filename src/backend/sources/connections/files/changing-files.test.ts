import { DuckDBInstance } from '@duckdb/node-api';
import { appendFileSync, copyFileSync, mkdtempSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TableName } from '../../../canonical/tables';
import { NEVER, testTarget } from '../../testing/target';
import { createFilesSource } from './files-source';

jest.setTimeout(30_000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const tickets = (count: number) => `ticket_id,created_at\n${Array.from({ length: count }, (_, i) => `T${i},2026-01-01`).join('\n')}\n`;
const message = 'message_id,ticket_id,sent_at,author_kind\n';
const place = (name: string) => join(folder, name);
const desk = async (file: string, count: number): Promise<void> => {
  const instance = await DuckDBInstance.create(place(file));
  const connection = await instance.connect();
  await connection.run(`CREATE OR REPLACE TABLE ticket AS SELECT 'T' || i AS ticket_id, DATE '2026-01-01' AS created_at FROM range(${count}) t(i)`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
};

/** Loads, and does something each time that the reading of a table begins or ends; says how many tickets were loaded. */
async function load(path: string, during: (table: TableName, begins: boolean, times: number) => void): Promise<number> {
  const target = await testTarget();
  const times = new Map<TableName, number>();
  try {
    await createFilesSource({ path }).load(target, NEVER, ({ table, rows, total }) => {
      const begins = rows === 0 && total !== 0;
      times.set(table, (times.get(table) ?? 0) + (begins ? 1 : 0));
      during(table, begins, times.get(table) ?? 0);
    });
    const counted = await target.connection.runAndReadAll(`SELECT count(*) FROM ${target.schema}.ticket`);
    return Number(counted.getRows()[0][0]);
  } finally {
    target.close();
  }
}

/** Changes something once, when the reading of messages begins: tickets have been read then. */
const once =
  (change: () => void) =>
  (table: TableName, begins: boolean, times: number): void => {
    if (table === 'message' && begins && times === 1) {
      change();
    }
  };

it.each<[string, () => void, number]>([
  ['a file rewritten in place', () => writeFileSync(place('ticket.csv'), tickets(7)), 7],
  ['one of the same size', () => writeFileSync(place('ticket.csv'), tickets(5).replace('T4', 'T9')), 5],
  [
    'one of the same size and modification time',
    () => {
      writeFileSync(place('ticket.csv'), tickets(5).replace('T4', 'T9'));
      utimesSync(place('ticket.csv'), 1, 1);
    },
    5,
  ],
  ['a longer one', () => appendFileSync(place('ticket.csv'), 'T99,2026-01-01\n'), 6],
  ['a shorter one', () => truncateSync(place('ticket.csv'), tickets(2).length), 2],
  [
    'another in its place',
    () => {
      writeFileSync(place('new'), tickets(9));
      renameSync(place('new'), place('ticket.csv'));
    },
    9,
  ],
  ['the file that is read just then', () => writeFileSync(place('message.csv'), `${message}M1,T1,2026-01-01,agent\n`), 5],
  ['a new file', () => writeFileSync(place('team.csv'), 'team_id\n1\n'), 5],
])('%s while it is read is read again', async (_, change, expected) => {
  writeFileSync(place('ticket.csv'), tickets(5));
  utimesSync(place('ticket.csv'), 1, 1);
  writeFileSync(place('message.csv'), message);
  let loads = 0;
  expect(
    await load(folder, (...at) => {
      once(change)(...at);
      loads = Math.max(loads, at[2]);
    })
  ).toBe(expected);
  expect(loads).toBe(2);
});

it('what looked wrong because it was half written is read again', async () => {
  writeFileSync(place('ticket.csv'), `${tickets(5)}T5,2026-`);
  expect(
    await load(folder, (_, begins, times) => {
      if (begins && times === 1) {
        appendFileSync(place('ticket.csv'), '01-01\n');
      }
    })
  ).toBe(6);
});

it('a large file truncated and written anew during its own read is loaded whole', async () => {
  writeFileSync(place('ticket.csv'), tickets(150_000));
  expect(
    await load(folder, (_, begins, times) => {
      if (begins && times === 1) {
        // within the read, or just before it
        setImmediate(() => {
          truncateSync(place('ticket.csv'), 1_000_000);
          writeFileSync(place('ticket.csv'), tickets(100_000));
        });
      }
    })
  ).toBe(100_000);
});

it('a file that never rests is an error that names it, and nothing is loaded', async () => {
  writeFileSync(place('ticket.csv'), tickets(5));
  await expect(load(folder, (_, begins) => begins && appendFileSync(place('ticket.csv'), 'T5,2026-01-01\n'))).rejects.toMatchObject({
    category: 'config',
    message: 'ticket.csv changed while being read, 3 times in a row.',
    hint: 'Write files elsewhere, and move them into place when they are complete.',
  });
});

it('a DuckDB file copied over while it is read is read again', async () => {
  await desk('desk.duckdb', 5);
  await desk('new.duckdb', 8);
  expect(await load(place('desk.duckdb'), (_, begins, times) => !begins && times === 1 && copyFileSync(place('new.duckdb'), place('desk.duckdb')))).toBe(8);
});
