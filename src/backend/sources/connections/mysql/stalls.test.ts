import type { Connection, RowDataPacket } from 'mysql2/promise';

import { describeWithMariadb } from '../../../../../tests/servers/describe-with-mariadb';
import { type Side, type StallingProxy, stallingProxy } from '../../../../../tests/servers/stalling-proxy';
import { until } from '../../../../../tests/until';
import { loadFault } from '../../testing/target';
import { createMysqlSource } from './mysql-source';
import type { MysqlOptions } from './options';

jest.setTimeout(60_000);

/** The first byte of a packet that runs a statement; another one prepares it. */
const QUERY = 3;

describeWithMariadb('a MariaDB that stalls', (server) => {
  let admin: Connection;
  let proxy: StallingProxy;
  beforeAll(async () => {
    admin = await server().connect();
    await admin.query(
      `CREATE TABLE ticket AS SELECT seq AS ticket_id, now() AS created_at, repeat(md5(seq), 3) AS subject FROM seq_1_to_100000;
       CREATE VIEW message AS SELECT 1 AS message_id, 1 AS ticket_id, now() AS sent_at, 'agent' AS author_kind FROM (SELECT sleep(20) AS s) s WHERE s = 0;
       CREATE DATABASE thinks; GRANT SELECT ON thinks.* TO reader;
       CREATE VIEW thinks.ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT sleep(2) AS s) s WHERE s = 0`
    );
  });
  afterAll(() => admin.end());
  afterEach(async () => {
    const [left] = await admin.query<RowDataPacket[]>("SELECT id FROM information_schema.PROCESSLIST WHERE user = 'reader'");
    early = [0, ...left.map(({ id }) => Number(id))];
    await proxy.close();
  });

  const options = (more: Partial<MysqlOptions> = {}): MysqlOptions => ({
    ...server(),
    port: proxy.port,
    tls: { mode: 'disable' },
    connectTimeoutMs: 1_000,
    statementTimeoutMs: 3_000,
    silenceTimeoutMs: 1_500,
    idleTimeoutMs: 4_000,
    ...more,
  });
  // those that have begun a transaction: before, the server knows nothing of how long we would wait
  const sessions = async (): Promise<number> =>
    (await admin.query<RowDataPacket[]>("SELECT id FROM information_schema.PROCESSLIST WHERE user = 'reader' AND id NOT IN (?)", [early]))[0].length;
  let early: readonly number[] = [0];

  const [UNREACHED, SILENT, SLOW] = [
    'The database did not answer in time.',
    'The database stopped answering.',
    'The database took longer than the statement timeout, and did not end the statement itself.',
  ];
  const says =
    (text: string) =>
    (from: Side, bytes: Buffer): boolean =>
      from === 'client' && bytes.includes(text);
  it.each<[string, (from: Side, bytes: Buffer, total: number) => boolean, Partial<MysqlOptions>, string]>([
    ['while it is connected to', () => true, {}, UNREACHED],
    ['while the user logs in', (from) => from === 'client', {}, UNREACHED],
    ['while the session is set up', says('max_statement_time'), {}, SILENT],
    ['while it is looked into', says('information_schema'), {}, SILENT],
    ['before the first row', (from, bytes) => says('`ticket`')(from, bytes) && bytes[4] === QUERY, {}, SLOW],
    ['between rows', (from, _, total) => from === 'server' && total > 2_000_000, {}, SILENT],
    ['when it no longer reads', (from, bytes) => says('`message`')(from, bytes) && bytes[4] === QUERY, { silenceTimeoutMs: 60_000 }, SLOW],
  ])('%s: a timeout by our own clock; the server lets go of the snapshot', async (_, stallsAt, more, message) => {
    proxy = await stallingProxy(server().port, stallsAt);
    expect(await loadFault(createMysqlSource(options(more)))).toEqual({ category: 'timeout', message });
    // the proxy still holds both connections: what the server knows of us is what we told it
    if (!stallsAt('client', Buffer.from('max_statement_time'), 0)) {
      await until(async () => (await sessions()) === 0, 'the end of the sessions', 25_000);
    }
  });

  it('that only thinks is not taken for one that stalls', async () => {
    proxy = await stallingProxy(server().port, () => false);
    expect(await loadFault(createMysqlSource(options({ database: 'thinks', statementTimeoutMs: 20_000 })))).toBeNull();
  });
});
