import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';

import { describeWithPostgres } from '../../../../tests/servers/describe-with-postgres';
import { createCanonicalTables } from '../../canonical/duckdb';
import { CANONICAL_TABLES } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import { testSchema } from '../../sources/connections/postgres/schema.fixture';
import { type Source, SourceError } from '../../sources/source';
import { NEVER } from '../../sources/testing/target';
import { applyChanges } from './apply-changes';
import { type RowsMeta, writeRowsMeta } from './rows-meta';

jest.setTimeout(300_000);

const TABLES = `
  CREATE TABLE ticket (ticket_id int PRIMARY KEY, created_at timestamptz NOT NULL, subject text, requester_id text, updated_at timestamptz);
  CREATE TABLE message (message_id bigint PRIMARY KEY, ticket_id int, sent_at timestamp, author_kind text, kind text, updated_at timestamp);
  CREATE TABLE ticket_event (event_id uuid PRIMARY KEY, ticket_id int, at timestamptz, field text, to_value text);
  CREATE TABLE time_entry (entry_id text PRIMARY KEY, ticket_id int, at timestamptz, seconds float8);
  CREATE TABLE survey (survey_id int PRIMARY KEY, ticket_id int, kind text, scale_min int, scale_max int, score numeric);
  CREATE TABLE customer (customer_id text PRIMARY KEY, name text, org_id text);
  CREATE TABLE ticket_sla (ticket_id int, policy_id text, "from" timestamptz, "to" timestamptz, updated_at timestamptz);
  CREATE TABLE agent_status (agent_id text, status text, availability text, "from" timestamptz, "to" timestamptz, updated_at timestamptz, UNIQUE (agent_id, "from"))`;

/** One change of the helpdesk: SQL with `$id`, `$x` and `$t` (an instant: now, or long ago), and whether only a sweep sees it. */
interface Edit {
  readonly sql: string;
  readonly bySweep?: true;
}

const at = (kind: 'now' | 'late'): Edit[] => {
  const bySweep = kind === 'late' ? ({ bySweep: true } as const) : {};
  return [
    { sql: `INSERT INTO ticket VALUES ($id, $t, 's' || $x, 'c' || $x, $t) ON CONFLICT DO NOTHING`, ...bySweep },
    { sql: `INSERT INTO message VALUES ($id, $x, $t, 'agent', 'reply', CASE WHEN $x % 3 > 0 THEN $t END) ON CONFLICT DO NOTHING`, ...bySweep },
    { sql: `INSERT INTO ticket_event VALUES (md5('$id')::uuid, $x, $t, 'team', 't' || $x) ON CONFLICT DO NOTHING`, ...bySweep },
    { sql: `INSERT INTO time_entry VALUES ('e$id', $x, $t, $x) ON CONFLICT DO NOTHING`, ...bySweep },
    {
      sql: `INSERT INTO ticket_sla SELECT $id, 'p' || $x % 3, CASE WHEN $x % 2 = 0 THEN $t END, NULL, $t WHERE NOT EXISTS (SELECT FROM ticket_sla WHERE ticket_id = $id)`,
      ...bySweep,
    },
    { sql: `INSERT INTO agent_status VALUES ('a' || $id % 5, 's', 'busy', $t + $x * interval '1ms', NULL, $t) ON CONFLICT DO NOTHING`, ...bySweep },
  ];
};

const EDITS: readonly Edit[] = [
  ...at('now'),
  { sql: `UPDATE ticket SET subject = 'e' || $x, updated_at = $t WHERE ticket_id = $id` },
  { sql: `UPDATE ticket SET updated_at = $t WHERE ticket_id % 7 = $id % 7` },
  { sql: `UPDATE message SET ticket_id = $x, updated_at = $t WHERE message_id = $id` },
  { sql: `UPDATE ticket_sla SET "to" = $t, updated_at = $t WHERE ticket_id = $id` },
  { sql: `UPDATE agent_status SET "to" = $t, updated_at = $t WHERE agent_id = 'a' || $id % 5` },
  { sql: `INSERT INTO survey VALUES ($id, $x, 'csat', 1, 5, $x % 5 + 1) ON CONFLICT (survey_id) DO UPDATE SET score = EXCLUDED.score` },
  { sql: `DELETE FROM survey WHERE survey_id = $id` },
  { sql: `INSERT INTO customer VALUES ('c' || $x, 'n' || $id) ON CONFLICT (customer_id) DO UPDATE SET name = EXCLUDED.name` },
  { sql: `DELETE FROM customer WHERE customer_id = 'c' || $x` },
];
const UNSEEN: readonly Edit[] = [
  ...at('late'),
  ...['ticket WHERE ticket_id', 'message WHERE message_id', 'ticket_sla WHERE ticket_id'].map((row): Edit => ({
    sql: `DELETE FROM ${row} = $id`,
    bySweep: true,
  })),
  { sql: `DELETE FROM ticket_event WHERE event_id = md5('$id')::uuid`, bySweep: true },
  { sql: `DELETE FROM time_entry WHERE entry_id = 'e$id'`, bySweep: true },
  { sql: `DELETE FROM agent_status WHERE agent_id = 'a' || $id % 5`, bySweep: true },
];

const edit = fc.record({ id: fc.nat(40), x: fc.nat(40), sql: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...EDITS) }, fc.constantFrom(...UNSEEN)) });
const steps = fc.array(fc.array(edit, { maxLength: 8 }), { minLength: 1, maxLength: 5 });

describeWithPostgres('increments from PostgreSQL', (server) => {
  const schema = testSchema(server);
  let connection: DuckDBConnection;
  let meta: RowsMeta;
  const run = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) {
      await connection.run(statement);
    }
  };
  const fresh = async (name: string): Promise<string> => {
    await run(`DETACH DATABASE IF EXISTS ${name}`, `ATTACH ':memory:' AS ${name}`, ...createCanonicalTables(`${name}.main`));
    return `${name}.main`;
  };
  const target = (name: string) => ({ connection, schema: name, folder: '/nowhere' });

  const load = async (source: Source): Promise<void> => {
    const marks = await source.load(target(await fresh('kept')), NEVER, () => undefined);
    meta = { id: 'r', revision: 0, loadedAt: 0, readAt: 0, marks, found: [], remarks: [] };
    await writeRowsMeta(connection, 'kept.main', 'f', meta);
  };
  /** Reads what changed and applies it; says what the source found, and how many rows were others. */
  const increment = async (source: Source, sweep: boolean): Promise<{ readonly kind: string; readonly rows: number }> => {
    const changes = await source.changes?.({ ...target(await fresh('changes')), kept: 'kept.main' }, meta.marks ?? '', { overlapMs: 60_000, sweep }, NEVER);
    if (changes?.kind !== 'rows') {
      return { kind: changes?.kind ?? 'none', rows: 0 };
    }
    const applied = await applyChanges(
      connection,
      { rows: 'kept.main', changes: 'changes.main' },
      changes.tables,
      meta,
      { readAt: 0, marks: changes.marks },
      -1
    );
    meta = applied.kind === 'applied' ? applied.meta : meta;
    return { kind: applied.kind, rows: applied.kind === 'applied' ? applied.rows : NaN };
  };
  /** How many rows differ from those of a load, by table. */
  const differences = async (source: Source): Promise<Record<string, number>> => {
    await source.load(target(await fresh('anew')), NEVER, () => undefined);
    const found: Record<string, number> = {};
    for (const name of CANONICAL_TABLES.map((table) => identifier(table.name))) {
      const except = (a: string, b: string) => `(SELECT * FROM ${a}.main.${name} EXCEPT ALL SELECT * FROM ${b}.main.${name})`;
      const rows = await connection.runAndReadAll(`SELECT count(*) FROM (FROM ${except('kept', 'anew')} UNION ALL FROM ${except('anew', 'kept')})`);
      found[name] = Number(rows.getRows()[0]?.[0]);
    }
    return Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0));
  };

  beforeEach(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
    await schema.run(TABLES);
  });
  afterEach(() => connection.closeSync());

  it('keep the rows that a load would read, after any sequence of inserts, late rows, edits and deletions', async () => {
    let clock = Date.UTC(2026, 0, 1);
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        await schema.run(
          ...['ticket', 'message', 'ticket_event', 'time_entry', 'survey', 'customer', 'ticket_sla', 'agent_status'].map((one) => `TRUNCATE ${one}`)
        );
        const change = async ({ sql: { sql, bySweep }, id, x }: { readonly sql: Edit; readonly id: number; readonly x: number }): Promise<void> => {
          clock += 45_000;
          const instant = `'${new Date(bySweep ? clock - 86_400_000 : clock).toISOString().slice(0, -1)}'::timestamp`;
          await schema.run(sql.replaceAll('$id', String(id)).replaceAll('$x', String(x)).replaceAll('$t', instant));
        };
        for (const id of [1, 2, 3]) {
          for (const sql of at('now')) {
            await change({ sql, id, x: id });
          }
        }
        const source = schema.source();
        await load(source);
        for (const step of sequence) {
          for (const one of step) {
            await change(one);
          }
          const sweep = step.some(({ sql }) => sql.bySweep);
          expect((await increment(source, sweep)).kind).not.toBe('reload');
          expect(await differences(schema.source())).toEqual({});
        }
        // what stands in the overlap was read again, and then it is known
        await increment(source, false);
        expect(await increment(source, false)).toEqual({ kind: 'nothing', rows: 0 });
        expect(await increment(source, true)).toMatchObject({ rows: 0 });
      }),
      { numRuns: Number(process.env.INCREMENT_RUNS ?? 25) }
    );
  });

  it('read the ranges of keys that differ, and no others', async () => {
    await schema.run(`INSERT INTO ticket SELECT i, '2026-01-01', 's', 'c', '2026-01-01'::timestamp + i * interval '1s' FROM generate_series(1, 30000) i`);
    const source = schema.source();
    await load(source);
    await schema.run(`DELETE FROM ticket WHERE ticket_id = 15000`, `INSERT INTO ticket VALUES (-5, '2026-01-01', 's', 'c', '2020-01-01')`);
    expect(await increment(source, false)).toMatchObject({ rows: 0 });
    expect(await increment(source, true)).toMatchObject({ kind: 'applied', rows: 2 });
    expect(await differences(source)).toEqual({});
    const read = await connection.runAndReadAll(
      'SELECT CAST(ticket_id AS INTEGER) // 10000 AS of, count(*) FROM changes.main.ticket GROUP BY ALL ORDER BY ALL'
    );
    // the two ranges, and the minute of the overlap
    expect(read.getRows().map((row) => row.map(Number))).toEqual([
      [0, 10_000],
      [1, 9_999],
      [2, 60],
      [3, 1],
    ]);
  });

  it.each<[string, string]>([
    ['a column came', 'ALTER TABLE ticket ADD COLUMN priority text'],
    ['a column has gone', 'ALTER TABLE ticket DROP COLUMN subject'],
    ['a column is of another type', 'ALTER TABLE ticket ALTER COLUMN ticket_id TYPE bigint'],
    ['a table came', 'CREATE TABLE agent (agent_id text)'],
    ['a table has gone', 'DROP TABLE survey'],
  ])('ask for a load where %s', async (_, change) => {
    const source = schema.source();
    await load(source);
    await schema.run(change);
    expect(await increment(source, false)).toEqual({ kind: 'reload', rows: 0 });
  });

  it('ask for a load where a view has another definition', async () => {
    const view = (where: string) => `CREATE OR REPLACE VIEW agent AS SELECT 'a'::text AS agent_id WHERE ${where}`;
    await schema.run(view('true'));
    const source = schema.source();
    await load(source);
    expect((await increment(source, false)).kind).not.toBe('reload');
    await schema.run(view('false'));
    expect(await increment(source, false)).toEqual({ kind: 'reload', rows: 0 });
  });

  it.each<[string, string, string]>([
    ['a row is not canonical', `INSERT INTO message VALUES (1, 1, '2026-02-01', 'nobody', 'reply', '2026-02-01')`, 'author_kind'],
    ['a key stands twice', `INSERT INTO ticket_sla SELECT 1, 'p', '2026-02-01', NULL, '2026-02-01' FROM generate_series(1, 2)`, 'stands twice'],
  ])('refuse what a load would refuse, where %s, and go on once it is corrected', async (_, wrong, words) => {
    await schema.run(`INSERT INTO ticket VALUES (1, '2026-01-01', 's', 'c', '2026-01-01')`);
    const source = schema.source();
    await load(source);
    await schema.run(wrong);
    await expect(increment(source, false)).rejects.toThrow(words);
    await expect(increment(source, false)).rejects.toThrow(SourceError);
    await schema.run('TRUNCATE message, ticket_sla', `INSERT INTO ticket VALUES (2, '2026-02-01', 's', 'c', '2026-02-01')`);
    expect(await increment(source, false)).toMatchObject({ kind: 'applied', rows: 1 });
    expect(await differences(source)).toEqual({});
  });

  it('do not wait for rows from the future to pass', async () => {
    await schema.run(`INSERT INTO ticket VALUES (1, '2026-01-01', 's', 'c', '2999-01-01')`);
    const source = schema.source();
    await load(source);
    await schema.run(`INSERT INTO ticket VALUES (2, '2026-01-01', 's', 'c', now())`);
    expect(await increment(source, false)).toMatchObject({ kind: 'applied', rows: 1 });
  });
});
