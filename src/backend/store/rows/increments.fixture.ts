import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';

import { createCanonicalTables } from '../../canonical/duckdb';
import { CANONICAL_TABLES } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import type { Source } from '../../sources/source';
import { NEVER } from '../../sources/testing/target';
import { applyChanges } from './apply-changes';
import { type RowsMeta, writeRowsMeta } from './rows-meta';

/** A database as the property changes it and a source reads it. */
export interface ChangingDatabase {
  run(...statements: string[]): Promise<void>;
  source(): Source;
}

/** How one kind of server says the changes of a helpdesk. */
export interface ChangeWords {
  /** Inserts a row, written `<table> VALUES (…)` or the like, unless its key is there. */
  readonly insert: (row: string) => string;
  /** Likewise; where its key is there, sets a column of that row instead. */
  readonly upsert: (row: string, key: string, column: string) => string;
  readonly uuid: (text: string) => string;
  /** An instant some milliseconds later. */
  readonly later: (instant: string, milliseconds: string) => string;
}

/** Rows that are kept of a source, between two reads of it. */
export interface KeptForTest {
  readonly connection: () => DuckDBConnection;
  readonly load: (source: Source) => Promise<void>;
  /** Reads what changed and applies it; says what the source found, and how many rows were others. */
  readonly increment: (source: Source, sweep: boolean) => Promise<{ readonly kind: string; readonly rows: number }>;
  /** How many rows differ from those of a load, by table. */
  readonly differences: (source: Source) => Promise<Record<string, number>>;
}

/** One change of the helpdesk: SQL with `$id`, `$x`, `$t` (an instant: now, or long ago) and `$late` (minutes ago), and whether only a sweep sees it. */
interface Edit {
  readonly sql: string;
  readonly bySweep?: true;
}

const TABLES = ['ticket', 'message', 'ticket_event', 'time_entry', 'survey', 'customer', 'ticket_sla', 'agent_status'];

function inserts({ insert, uuid, later }: ChangeWords): string[] {
  return [
    insert(`ticket VALUES ($id, $t, 's' || $x, 'c' || $x, $t)`),
    insert(`message VALUES ($id, $x, $t, 'agent', 'reply', CASE WHEN $x % 3 > 0 THEN $t END)`),
    insert(`ticket_event VALUES (${uuid(`md5('$id')`)}, $x, $t, 'team', 't' || $x)`),
    insert(`time_entry VALUES ('\u00e9$id', $x, $t, $x, $t)`),
    insert(
      `ticket_sla SELECT $id, 'p' || ($x % 3), CASE WHEN $x % 2 = 0 THEN $t END, NULL, $t FROM (SELECT 1 AS one) o WHERE NOT EXISTS (SELECT 1 FROM ticket_sla WHERE ticket_id = $id)`
    ),
    insert(`agent_status VALUES ('a' || ($id % 5), 's', 'busy', ${later('$t', '$x')}, NULL, $t)`),
  ];
}

function edits(words: ChangeWords): Edit[] {
  const seen = [
    ...inserts(words),
    `UPDATE ticket SET subject = 'e' || $x, updated_at = $t WHERE ticket_id = $id`,
    `UPDATE ticket SET updated_at = $t WHERE ticket_id % 7 = $id % 7`,
    `UPDATE ticket SET subject = 'n' || $x, updated_at = NULL WHERE ticket_id = $id`,
    `UPDATE message SET ticket_id = $x, updated_at = $t WHERE message_id = $id`,
    `UPDATE time_entry SET seconds = 60 + $x, ticket_id = $x, updated_at = $t WHERE entry_id = '\u00e9$id'`,
    `UPDATE ticket_sla SET "to" = $t, updated_at = $t WHERE ticket_id = $id`,
    `UPDATE agent_status SET "to" = $t, updated_at = $t WHERE agent_id = 'a' || ($id % 5)`,
    words.upsert(`survey VALUES ($id, $x, 'csat', 1, 5, $x % 5 + 1)`, 'survey_id', 'score'),
    `DELETE FROM survey WHERE survey_id = $id`,
    words.upsert(`customer (customer_id, name) VALUES ('c' || $x, 'n' || $id)`, 'customer_id', 'name'),
    `DELETE FROM customer WHERE customer_id = 'c' || $x`,
  ];
  return seen.map((sql) => ({ sql }));
}

function unseen(words: ChangeWords): Edit[] {
  const late = [
    ...inserts(words),
    `DELETE FROM ticket WHERE ticket_id = $id`,
    `DELETE FROM message WHERE message_id = $id`,
    `DELETE FROM ticket_sla WHERE ticket_id = $id`,
    `DELETE FROM ticket_event WHERE event_id = ${words.uuid(`md5('$id')`)}`,
    `DELETE FROM time_entry WHERE entry_id = '\u00e9$id'`,
    `DELETE FROM agent_status WHERE agent_id = 'a' || ($id % 5)`,
    `UPDATE ticket SET subject = 'l' || $x, updated_at = $late WHERE ticket_id = $id`,
    `UPDATE message SET ticket_id = $x, updated_at = $late WHERE message_id = $id`,
  ];
  return late.map((sql) => ({ sql, bySweep: true }));
}

/** Edits of a customer and how many rows are others by each: values that move to another column, texts that are none, other capitals, as many rows as before. */
const CUSTOMER_EDITS: ReadonlyArray<readonly [sql: string, rows: number]> = [
  [`UPDATE customer SET name = 'b' WHERE customer_id = 'x'`, 1],
  [`UPDATE customer SET name = NULL, org_id = 'b' WHERE customer_id = 'x'`, 1],
  [`UPDATE customer SET name = '' WHERE customer_id = 'x'`, 0],
  [`UPDATE customer SET org_id = 'B' WHERE customer_id = 'x'`, 1],
  [`UPDATE customer SET name = 'x' WHERE customer_id IN ('3', '4')`, 2],
  [`UPDATE customer SET customer_id = 'y' WHERE customer_id = 'x'`, 2],
];

/** A large table without a mark is not sent while nothing in it has changed; `many` puts rows into it. */
export async function asksBeforeItReads(database: ChangingDatabase, many: string, { connection, load, increment, differences }: KeptForTest): Promise<void> {
  await database.run(many, `INSERT INTO customer VALUES ('x', 'a', NULL)`);
  const source = database.source();
  await load(source);
  await increment(source, false);
  for (const [sql, rows] of CUSTOMER_EDITS) {
    expect(await increment(source, false)).toEqual({ kind: 'nothing', rows: 0 });
    expect((await connection().runAndReadAll('SELECT count(*) FROM changes.main.customer')).getRows()).toEqual([[0n]]);
    await database.run(sql);
    expect({ sql, ...(await increment(source, false)) }).toEqual({ sql, kind: 'applied', rows });
  }
  expect(await differences(source)).toEqual({});
}

/** Any sequence of inserts, late rows, edits and deletions leaves the rows that a load would read; what is known is not read as new. */
export async function keepsRows(database: ChangingDatabase, words: ChangeWords, { load, increment, differences }: KeptForTest, runs: number): Promise<void> {
  const edit = fc.record({
    id: fc.nat(40),
    x: fc.nat(40),
    sql: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...edits(words)) }, fc.constantFrom(...unseen(words))),
  });
  const steps = fc.array(fc.array(edit, { maxLength: 8 }), { minLength: 1, maxLength: 5 });
  let clock = Date.UTC(2026, 0, 1);
  const change = async ({ sql: { sql, bySweep }, id, x }: { readonly sql: Edit; readonly id: number; readonly x: number }): Promise<void> => {
    clock += 45_000;
    const ago = (milliseconds: number) => `TIMESTAMP '${new Date(clock - milliseconds).toISOString().slice(0, -1)}'`;
    const said = sql.replaceAll('$id', String(id)).replaceAll('$x', String(x));
    await database.run(said.replaceAll('$t', ago(bySweep ? 86_400_000 : 0)).replaceAll('$late', ago(400_000)));
  };
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      await database.run(...TABLES.map((one) => `DELETE FROM ${one}`));
      for (const id of [1, 2, 3]) {
        for (const sql of inserts(words)) {
          await change({ sql: { sql }, id, x: id });
        }
      }
      const source = database.source();
      await load(source);
      for (const step of sequence) {
        for (const one of step) {
          await change(one);
        }
        const sweep = step.some(({ sql }) => sql.bySweep);
        expect((await increment(source, sweep)).kind).not.toBe('reload');
        expect(await differences(database.source())).toEqual({});
      }
      // what stands in the overlap was read again, and then it is known
      await increment(source, false);
      expect(await increment(source, false)).toEqual({ kind: 'nothing', rows: 0 });
      expect(await increment(source, true)).toMatchObject({ rows: 0 });
    }),
    { numRuns: Number(process.env.INCREMENT_RUNS ?? runs) }
  );
}

/** Kept rows in a DuckDB of their own for each test. */
export function keptForTest(): KeptForTest {
  let connection: DuckDBConnection;
  let meta: RowsMeta;
  beforeEach(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
  });
  afterEach(() => connection.closeSync());

  const fresh = async (name: string): Promise<string> => {
    for (const statement of [`DETACH DATABASE IF EXISTS ${name}`, `ATTACH ':memory:' AS ${name}`, ...createCanonicalTables(`${name}.main`)]) {
      await connection.run(statement);
    }
    return `${name}.main`;
  };
  const target = (name: string) => ({ connection, schema: name, folder: '/nowhere' });
  return {
    connection: () => connection,
    async load(source) {
      const marks = await source.load(target(await fresh('kept')), NEVER, () => undefined);
      meta = { id: 'r', revision: 0, loadedAt: 0, readAt: 0, marks, found: [], remarks: [] };
      await writeRowsMeta(connection, 'kept.main', 'f', meta);
    },
    async increment(source, sweep) {
      const asked = { overlapMs: 60_000, sweep, lateMs: 1_200_000 };
      const changes = await source.changes?.({ ...target(await fresh('changes')), kept: 'kept.main' }, meta.marks ?? '', asked, NEVER);
      if (changes?.kind !== 'rows') {
        return { kind: changes?.kind ?? 'none', rows: 0 };
      }
      const schemas = { rows: 'kept.main', changes: 'changes.main' };
      const applied = await applyChanges(connection, schemas, changes.tables, meta, { readAt: 0, marks: changes.marks }, -1);
      meta = applied.kind === 'applied' ? applied.meta : meta;
      return { kind: applied.kind, rows: applied.kind === 'applied' ? applied.rows : NaN };
    },
    async differences(source) {
      await source.load(target(await fresh('anew')), NEVER, () => undefined);
      const found: Record<string, number> = {};
      for (const name of CANONICAL_TABLES.map((table) => identifier(table.name))) {
        const except = (a: string, b: string) => `(SELECT * FROM ${a}.main.${name} EXCEPT ALL SELECT * FROM ${b}.main.${name})`;
        const rows = await connection.runAndReadAll(`SELECT count(*) FROM (FROM ${except('kept', 'anew')} UNION ALL FROM ${except('anew', 'kept')})`);
        found[name] = Number(rows.getRows()[0]?.[0]);
      }
      return Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0));
    },
  };
}
