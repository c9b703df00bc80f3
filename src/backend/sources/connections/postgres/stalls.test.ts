import { rmSync } from 'node:fs';
import { Client } from 'pg';

import { describeWithPostgres } from '../../../../../tests/servers/describe-with-postgres';
import { type Side, type StallingProxy, stallingProxy } from '../../../../../tests/servers/stalling-proxy';
import { until } from '../../../../../tests/until';
import { openTestStore, temporaryDirectory } from '../../../store/store.fixture';
import { NEVER, testTarget } from '../../testing/target';
import type { PostgresOptions } from './options';
import { createPostgresSource } from './postgres-source';

jest.setTimeout(60_000);

describeWithPostgres('a PostgreSQL that stalls', (server) => {
  let admin: Client;
  let proxy: StallingProxy;
  beforeAll(async () => {
    admin = new Client({ connectionString: server().url });
    await admin.connect();
    await admin.query(
      `CREATE TABLE ticket AS SELECT i AS ticket_id, now() AS created_at, repeat(md5(i::text), 3) AS subject FROM generate_series(1, 100000) i`
    );
    await admin.query("CREATE VIEW message AS SELECT 1 AS message_id, 1 AS ticket_id, now() AS sent_at, 'agent' AS author_kind FROM (SELECT pg_sleep(20)) s");
    await admin.query('CREATE SCHEMA thinks');
    await admin.query('CREATE VIEW thinks.ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT pg_sleep(2)) s');
  });
  afterAll(() => admin.end());
  afterEach(() => proxy.close());

  const options = (more: Partial<PostgresOptions> = {}): PostgresOptions => {
    const { host, user, password, database } = server();
    return {
      host,
      port: proxy.port,
      user,
      password,
      database,
      tls: { mode: 'disable' },
      connectTimeoutMs: 1_000,
      statementTimeoutMs: 3_000,
      silenceTimeoutMs: 1_500,
      idleTimeoutMs: 8_000,
      ...more,
    };
  };
  const transactions = async (): Promise<number> =>
    (
      await admin.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics' AND xact_start IS NOT NULL`
      )
    ).rows[0].n;
  const load = async (more: Partial<PostgresOptions> = {}): Promise<void> => {
    const target = await testTarget();
    try {
      await createPostgresSource(options(more)).load(target, NEVER, () => undefined);
    } finally {
      target.close();
    }
  };

  const [UNREACHED, SILENT, SLOW] = [
    'The database did not answer in time.',
    'The database stopped answering.',
    'The database took longer than the statement timeout, and did not end the statement itself.',
  ];
  const says =
    (text: string) =>
    (from: Side, bytes: Buffer): boolean =>
      from === 'client' && bytes.includes(text);
  it.each<[string, (from: Side, bytes: Buffer, total: number) => boolean, Partial<PostgresOptions>, string]>([
    ['while it is connected to', () => true, {}, UNREACHED],
    ['while TLS starts', (from) => from === 'server', { tls: { mode: 'require' } }, UNREACHED],
    ['while the user logs in', (from, bytes) => from === 'client' && bytes[0] === 0x70, {}, UNREACHED],
    ['while the session is set up', says('statement_timeout'), {}, SILENT],
    ['while it is looked into', says('pg_namespace'), {}, SILENT],
    ['before the first row', says('COPY (SELECT'), {}, SLOW],
    ['between rows', (from, _, total) => from === 'server' && total > 2_000_000, {}, SILENT],
    ['when it no longer reads', (from, bytes) => says('"message"')(from, bytes), { silenceTimeoutMs: 60_000 }, SLOW],
  ])('%s: a timeout by our own clock; the server lets go of snapshot and locks', async (_, stallsAt, more, message) => {
    proxy = await stallingProxy(server().port, stallsAt);
    await expect(load(more)).rejects.toMatchObject({ name: 'SourceError', category: 'timeout', message });
    // the proxy still holds both connections: what the server knows of us is what we told it
    await until(async () => (await transactions()) === 0, 'the end of the transactions', 20_000);
    expect(await transactions()).toBe(0);
    await admin.query(`BEGIN; SET LOCAL lock_timeout = '5s'; LOCK TABLE ticket IN ACCESS EXCLUSIVE MODE; COMMIT`);
  });

  it('that only thinks is not taken for one that stalls', async () => {
    proxy = await stallingProxy(server().port, () => false);
    await load({ schema: 'thinks', statementTimeoutMs: 20_000 });
  });

  it('and goes on: the load is tried again, and other data sources do not notice', async () => {
    // only the first connection hangs
    proxy = await stallingProxy(server().port, (from, bytes) => says('pg_namespace')(from, bytes) && proxy.connections === 1);
    const [dir, elsewhere] = [temporaryDirectory(), temporaryDirectory()];
    const stalled = await openTestStore(dir, createPostgresSource(options({ schema: 'thinks', statementTimeoutMs: 20_000, silenceTimeoutMs: 1_000 })));
    const other = await openTestStore(elsewhere, createPostgresSource(options({ port: server().port, schema: 'thinks', statementTimeoutMs: 20_000 })));
    stalled.start();
    other.start();
    expect(await other.ready(20_000)).toBe(true);
    await until(() => stalled.state().phase === 'ready', 'the second try');
    expect(stalled.state()).toMatchObject({ phase: 'ready', failures: [{ error: { category: 'timeout', message: SILENT } }] });
    await Promise.all([stalled.close(), other.close()]);
    [dir, elsewhere].forEach((folder) => rmSync(folder, { recursive: true }));
  });
});
