import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import type { Caller } from '../../src/backend/app/access/caller';
import { answerQuery } from '../../src/backend/app/answers/answer-query';
import { admitQuery } from '../../src/backend/app/gate/gate';
import { health } from '../../src/backend/app/health';
import { openInstance } from '../../src/backend/app/instances/open-instance';
import type { Instance } from '../../src/backend/app/instance';
import { resource } from '../../src/backend/app/resources/resources';
import { createSource } from '../../src/backend/sources';
import { LAYOUTS } from '../../src/backend/sources/layouts';
import type { HelpdeskLayout, LayoutSelect } from '../../src/backend/sources/layouts/layout';
import { keepingLogger } from '../../src/backend/store/store.fixture';
import { allReads, columnsRead, EVERYTHING } from '../../src/backend/sources/testing/columns-read';
import { decodeFrame } from '../../tools/door/decode';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { tinydesk } from './layout';
import { POSTGRES } from '../../src/backend/sources/connections/postgres/flavour';
import { RATINGS, ROWS, TABLES } from './tables';

const ADMIN: Caller = { kind: 'person', role: 'Admin', alert: false };
const VIEWER: Caller = { kind: 'person', role: 'Viewer', alert: false };
const MAY = { fromMs: Date.parse('2026-05-01T00:00:00Z'), toMs: Date.parse('2026-06-01T00:00:00Z') };
const CONTEXT = { orgId: 1, user: null, instance: null, grafanaConfig: {} };
const NEVER = new AbortController().signal;

jest.setTimeout(60_000);

describeWithPostgres('Tinydesk, through a layout on a read replica', (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'tinydesk-'));
  const before = process.env.GF_PLUGIN_ALLOWED_DIRECTORIES;
  let admin: Client;
  let instance: Instance | null = null;
  let opened = 0;

  beforeAll(async () => {
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = folder;
    admin = new Client({ connectionString: server().url });
    await admin.connect();
    // what a replica gives: SELECT, and nothing that writes, not even a temporary table
    await run(
      `CREATE ROLE reader LOGIN PASSWORD 'read only'`,
      'ALTER ROLE reader SET default_transaction_read_only = on',
      `REVOKE ALL ON DATABASE ${server().database} FROM PUBLIC`,
      `GRANT CONNECT ON DATABASE ${server().database} TO reader`
    );
  });
  beforeEach(() => run('CREATE SCHEMA desk', 'SET search_path = desk', 'GRANT USAGE ON SCHEMA desk TO reader', ...TABLES, ...ROWS));
  afterEach(async () => {
    await instance?.close();
    instance = null;
    await run('DROP SCHEMA desk CASCADE');
  });
  afterAll(async () => {
    await admin.end();
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = before;
    rmSync(folder, { recursive: true });
  });

  const run = async (...statements: readonly string[]): Promise<void> => {
    for (const statement of statements) {
      await admin.query(statement);
    }
  };

  async function open(layout = 'tinydesk', as: HelpdeskLayout = tinydesk): Promise<Instance> {
    await run('GRANT SELECT ON ALL TABLES IN SCHEMA desk TO reader');
    const { host, port, database } = server();
    instance = await openInstance(
      {
        id: 1,
        uid: 'tinydesk',
        name: 'Tinydesk',
        json: JSON.stringify({
          source: { type: 'postgres', layout, host, port, database, user: 'reader', schema: 'desk', tls: { mode: 'disable' } },
          store: { directory: join(folder, `store-${++opened}`), memoryLimit: '256MB', threads: 1 },
        }),
        secrets: { password: 'read only' },
        updatedMs: 1,
      },
      1,
      { logger: keepingLogger(), cleaner: { watch: () => undefined }, layouts: { ...LAYOUTS, tinydesk: as } }
    );
    return instance;
  }

  /** The data source under test, opened once. */
  const desk = async (): Promise<Instance> => instance ?? open();

  /** What "Save & test" says to an administrator, or why it cannot. */
  async function test(as?: HelpdeskLayout): Promise<{ message: string; remarks: readonly string[] }> {
    const tested = await open('tinydesk', as);
    await tested.store.ready(20_000, NEVER);
    const { message, details } = await health(tested, ADMIN, MAY.toMs, NEVER);
    return { message, remarks: (details as { remarks: ReadonlyArray<{ text: string }> }).remarks.map(({ text }) => text) };
  }

  /** The cells of a metric's answer, a row each. */
  async function ask(query: object): Promise<unknown[][]> {
    const asked = await desk();
    await asked.store.ready(20_000, NEVER);
    const admitted = admitQuery({ refId: 'A', queryType: '', ...MAY, json: JSON.stringify({ view: 'totals', ...query }) });
    const scope = { context: CONTEXT, caller: ADMIN, nowMs: MAY.toMs };
    const { frames } = await answerQuery(asked, admitted, scope, NEVER);
    const { rows, fields } = decodeFrame(frames[0]);
    return Array.from({ length: rows }, (_, i) => fields.map(({ values }) => values[i]));
  }

  it('is loaded and asked as any other helpdesk', async () => {
    expect(await ask({ metric: 'time_to_first_response', groupBy: ['owner'] })).toEqual([['Ann', 1800.25]]);
    expect(await ask({ metric: 'time_to_close' })).toEqual([[4 * 3600]]);
    expect(await ask({ metric: 'opened', groupBy: ['priority'] })).toEqual([
      ['high', 1],
      ['(none)', 1],
    ]);
    expect(await ask({ kind: 'records', metric: 'closed', columns: ['closed_at', 'subject', 'owner'] })).toEqual([
      [Date.parse('2026-05-04T12:00:00Z'), 'It\'s "broken"', 'Ann'],
      [Date.parse('2026-05-04T10:00:00Z'), 'It\'s "broken"', 'Ann'],
    ]);
  });

  it('says what stays empty, to administrators: when it is tested, and with the state of the data', async () => {
    const { message, remarks } = await test();
    expect(message).toMatch(/^Connected: 2 tickets, 6 messages, /);
    expect(remarks).toEqual(
      expect.arrayContaining([
        'The layout "tinydesk" has nothing for agent_status: Tinydesk keeps no presence.',
        'The layout "tinydesk" finds nothing for survey here: its module for ratings is not installed.',
        'The layout "tinydesk" does not fill customer: org_id, updated_at.',
        expect.stringMatching(/^The layout "tinydesk" does not fill ticket: created_by, channel \(all cases come by mail\), org_id, /),
      ])
    );
    const status = async (caller: Caller) =>
      (
        await resource(
          await desk(),
          caller,
          { context: CONTEXT, method: 'GET', path: 'status', url: '', body: new Uint8Array(), params: new URLSearchParams() },
          NEVER
        )
      ).body as { remarks: ReadonlyArray<{ text: string }> };
    expect((await status(ADMIN)).remarks.map(({ text }) => text)).toEqual(remarks);
    expect((await status(VIEWER)).remarks).toEqual([]);
  });

  it('reads the table of a module where it is there', async () => {
    await run(RATINGS, 'INSERT INTO ratings VALUES (1, 101, 4, 1777894200)');
    expect(await ask({ metric: 'csat', statistics: ['mean'] })).toEqual([[4]]);
    await run('REVOKE SELECT ON ratings FROM reader');
    const remarks: string[] = [];
    await (await desk()).source.inspect(NEVER, ({ text }) => remarks.push(text));
    expect(remarks).toEqual(
      expect.arrayContaining([
        'The layout "tinydesk" finds nothing for survey here: the user may not read it.',
        'What the user may not read stays empty. To read it, run as the owner of the tables: GRANT SELECT ON "desk"."ratings" TO "reader";',
      ])
    );
  });

  it.each<[string, string, string, string]>([
    [
      'a table',
      'ALTER TABLE cases RENAME TO casses',
      'The layout "tinydesk" needs the table "cases", which is not there. Did you mean "casses"?',
      'The tables of Tinydesk are expected, as it makes them itself: check the database, the schema and the layout in the data source’s settings.',
    ],
    [
      'a column',
      'ALTER TABLE notes RENAME sent TO sent_at',
      'The layout "tinydesk" needs the column "sent" of the table "notes", which is not there. Did you mean "sent_at"?',
      'The tables of Tinydesk are expected, as it makes them itself: check the database, the schema and the layout in the data source’s settings.',
    ],
  ])('names %s that it needs and does not find', async (_, change, message, hint) => {
    await run(change);
    await expect(test()).rejects.toMatchObject({ category: 'schema', message, hint });
  });

  it('names what the user may not read', async () => {
    await run('GRANT SELECT ON ALL TABLES IN SCHEMA desk TO reader');
    await open();
    await run('REVOKE SELECT ON people FROM reader', 'GRANT SELECT (id, called) ON people TO reader');
    await expect(health(await desk(), ADMIN, 0, NEVER)).rejects.toMatchObject({
      category: 'auth',
      message: 'The user may not read "works_here" of the table "people".',
      hint: 'As the owner of the tables, run: GRANT SELECT ("works_here") ON "desk"."people" TO "reader";',
    });
  });

  it.each<[string, string, RegExp]>([
    [
      'one that is newer',
      `UPDATE about SET value = '2.11.1' WHERE key = 'version'`,
      /ago\. .*This Tinydesk is newer than 2\.10, the newest that the layout "tinydesk" knows: its tables say "2\.11\.1"\./,
    ],
    ['none', `DELETE FROM about WHERE key = 'version'`, /This Tinydesk does not say its version; the layout "tinydesk" knows 2\.0 to 2\.10\.$/],
  ])('reads on, and says so, where the version is not known: %s', async (_, change, said) => {
    await run(change);
    expect((await test()).message).toMatch(said);
    expect(await ask({ metric: 'opened' })).toEqual([[2]]);
  });

  it('refuses a version that is too old, whatever else it lacks', async () => {
    await run(`UPDATE about SET value = '1.99' WHERE key = 'version'`, 'DROP TABLE notes');
    await expect(test()).rejects.toMatchObject({
      category: 'schema',
      message: 'This Tinydesk is older than 2.0, the oldest that the layout "tinydesk" reads: its tables say "1.99".',
    });
  });

  it.each<[string, (good: LayoutSelect) => LayoutSelect, string]>([
    [
      'is refused',
      (good) => ({ ...good, select: () => 'SELECT nonsense AS ticket_id FROM cases' }),
      'The layout "tinydesk" does not fit this database: the SELECT for ticket is refused (SQLSTATE 42703).',
    ],
    [
      'misspells a column',
      (good) => ({ ...good, select: () => 'SELECT id AS ticket_id, title AS subjct FROM cases' }),
      'The layout "tinydesk" names a column "subjct" of ticket, which has none of that name. Did you mean "subject"?',
    ],
    [
      'forgets a required one',
      (good) => ({ ...good, select: () => 'SELECT id AS ticket_id FROM cases' }),
      'layout "tinydesk", table "ticket" has no column "created_at", which is required.',
    ],
    [
      'gives a wrong value',
      (good) => ({ ...good, select: () => `SELECT id AS ticket_id, to_timestamp(opened) AS created_at, 'nobody' AS created_by FROM cases WHERE id = 101` }),
      'layout "tinydesk", table "ticket", ticket_id "101", column "created_by": "nobody" is not one of customer, agent, bot, system.',
    ],
  ])('a layout whose SELECT %s is told so', async (_, change, message) => {
    const { ticket } = tinydesk.tables;
    const { source, store } = await open('tinydesk', { ...tinydesk, tables: { ...tinydesk.tables, ticket: change(ticket as LayoutSelect) } });
    await store.ready(20_000, NEVER);
    const { lastError } = store.state();
    expect(lastError?.message).toBe(message);
    expect(lastError?.category).toBe('schema');
    await source.close();
  });

  it('reads what it says that it reads, and nothing else', async () => {
    await run(RATINGS);
    for (const [table, from] of Object.entries(tinydesk.tables)) {
      if (!('none' in from)) {
        expect([table, await columnsRead(admin, from.select(POSTGRES, EVERYTHING))]).toEqual([table, allReads(from)]);
      }
    }
  });

  it('is no layout where the test does not hand it in, nor for files', async () => {
    await expect(open('tinydsk')).rejects.toThrow('The setting "source.layout" "tinydsk" is no layout. Did you mean "tinydesk"?');
    expect(() => createSource({ type: 'files', path: folder, layout: 'tinydesk' }, { ...LAYOUTS, tinydesk })).toThrow(
      'The layout "tinydesk" reads PostgreSQL, not files. For files there is: canonical.'
    );
    expect(() => createSource({ type: 'files', path: folder, layout: 'tinydesk' })).toThrow(
      'The setting "source.layout" "tinydesk" is no layout. One of: canonical.'
    );
  });
});
