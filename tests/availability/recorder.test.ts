import { Client } from 'pg';

import { createSource } from '../../src/backend/sources';
import { testTarget } from '../../src/backend/sources/testing/target';
import { describeWithMariadb } from '../servers/describe-with-mariadb';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { RECORDED, recorderOf, STORY } from './page';

jest.setTimeout(60_000);

/** Whether the canonical rows are those of the story; a state that follows another begins when that ends. */
async function expectStory(target: Awaited<ReturnType<typeof testTarget>>): Promise<void> {
  const rows = (await target.rows('agent_status')) as ReadonlyArray<Readonly<Record<'agent_id' | 'status' | 'availability' | 'from' | 'to', string | null>>>;
  expect(rows.map(({ agent_id, status, availability, to }) => [agent_id, status, availability, to !== null])).toEqual(RECORDED);
  const [before, after] = rows;
  const gap = Number(after.from) - Number(before.to);
  // two statements, where one cannot do both
  expect([gap >= 0, gap < 1_000]).toEqual([true, true]);
}

describeWithPostgres('the recorder of docs/availability.md in PostgreSQL', (server) => {
  it('keeps what changed, and is read in place of a table that the helpdesk lacks by a user who may read it', async () => {
    const [table, view, record, grants] = recorderOf('PostgreSQL');
    const admin = new Client({ connectionString: server().url });
    await admin.connect();
    try {
      await admin.query(`
        CREATE TABLE agents (id int PRIMARY KEY, presence text);
        CREATE TABLE ticket (ticket_id int, created_at timestamptz);
        CREATE ROLE grafana_reader LOGIN PASSWORD 'reads';
        GRANT SELECT ON ticket TO grafana_reader`);
      await admin.query(table);
      await admin.query(view);
      for (const step of STORY) {
        await admin.query(step);
        await admin.query(record);
        await admin.query(record);
      }
      const { host, port, database } = server();
      const connection = { type: 'postgres', host, port, database, user: 'grafana_reader', password: 'reads', tls: { mode: 'disable' } } as const;
      const target = await testTarget();
      const load = (written: string) =>
        createSource({ ...connection, named: { agent_status: written } }).load(target, new AbortController().signal, () => undefined);
      try {
        await expect(load('helpdesk_metrics.agent_status')).rejects.toMatchObject({
          hint: expect.stringContaining('GRANT USAGE ON SCHEMA "helpdesk_metrics"') as unknown,
        });
        await admin.query(grants);
        await expect(load('helpdesk_metrics.agent_statis')).rejects.toThrow('has no table or view "agent_statis". Did you mean "agent_status"?');
        await load('helpdesk_metrics.agent_status');
        await expectStory(target);
      } finally {
        target.close();
      }
    } finally {
      await admin.end();
    }
  });
});

describeWithMariadb('the recorder of docs/availability.md in MariaDB', (server) => {
  it('keeps what changed, and is read', async () => {
    const [table, view, record, grants] = recorderOf('MariaDB and MySQL');
    const admin = await server().connect();
    const all = async (sql: string) => {
      for (const statement of sql.split(';').filter((one) => one.trim() !== '')) {
        await admin.query(statement);
      }
    };
    try {
      // the page’s view names the helpdesk’s table as a session of the helpdesk’s database does
      await all(`USE ${server().database}; CREATE TABLE agents (id int PRIMARY KEY, presence varchar(20))`);
      await all(table);
      await all(view);
      for (const step of STORY) {
        await all(step);
        await all(record);
        await all(record);
      }
      await all(grants.replaceAll('grafana_reader', server().user));
      await admin.query('CREATE TABLE ticket (ticket_id int, created_at timestamp)');
      const { host, port, database, user, password } = server();
      const named = { agent_status: 'helpdesk_metrics.agent_status' };
      const source = createSource({ type: 'mysql', host, port, database, user, password, tls: { mode: 'disable' }, named });
      const target = await testTarget();
      try {
        await source.load(target, new AbortController().signal, () => undefined);
        await expectStory(target);
      } finally {
        target.close();
      }
    } finally {
      await admin.end();
    }
  });
});
