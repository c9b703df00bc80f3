import { describeWithPostgres } from '../../../../../tests/servers/describe-with-postgres';
import { until } from '../../../../../tests/until';
import { NEVER, testTarget } from '../../testing/target';
import { withSnapshot } from './connection';
import { ENDLESS, testSchema } from './schema.fixture';

jest.setTimeout(30_000);

const WRITES = [
  'INSERT INTO ticket VALUES (2)',
  'CREATE TABLE other (a int)',
  'CREATE TEMP SEQUENCE s',
  'SET transaction_read_only = off',
  'DROP TABLE ticket',
];
const LATER = 'INSERT INTO ticket VALUES (1)';

describeWithPostgres(
  'a session of postgres',
  (server) => {
    const { quoted, run, query, options, source, noSessions } = testSchema(server);

    describe('cannot write, whatever the user might', () => {
      const mighty = { user: 'mighty', password: 'x' };
      beforeAll(() => run(`CREATE ROLE mighty SUPERUSER LOGIN PASSWORD 'x'`));
      beforeEach(() => run('CREATE TABLE ticket (ticket_id int)'));
      afterEach(async () => expect((await query('SELECT * FROM ticket')).rows).toEqual([]));

      it.each(WRITES)('%s', async (statement) => {
        const writing = withSnapshot(options(mighty), NEVER, async (client) => {
          await client.query(`SET search_path = ${quoted()}`);
          await client.query('SELECT 1');
          await client.query(statement);
        });
        await expect(writing).rejects.toThrow(/SQLSTATE 25/);
      });

      it('in a transaction of another kind either', async () => {
        const writing = withSnapshot(options(mighty), NEVER, async (client) => {
          await client.query(`SET search_path = ${quoted()}`);
          await client.query('COMMIT');
          await client.query(LATER);
        });
        await expect(writing).rejects.toThrow('SQLSTATE 25006');
      });
    });

    describe('where the administrator forbids loopback', () => {
      const before = process.env.GF_PLUGIN_DENIED_TARGETS;
      beforeEach(() => {
        process.env.GF_PLUGIN_DENIED_TARGETS = 'loopback, link-local';
      });
      afterEach(() => {
        delete process.env.GF_PLUGIN_DENIED_TARGETS;
        Object.assign(process.env, before === undefined ? {} : { GF_PLUGIN_DENIED_TARGETS: before });
      });

      it.each(['127.0.0.1', 'localhost', '2130706433', '/tmp'])('is not made to %s', async (host) => {
        await run('CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at');
        const message = 'The Grafana administrator forbids connections to the database’s address.';
        await expect(source({ host }).inspect(NEVER)).rejects.toMatchObject({ name: 'SourceError', category: 'config', message });
      });
    });

    it('is one of four at most, whatever is asked of a data source at once', async () => {
      await run('CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT pg_sleep(0.2)) s');
      const [desk, target] = [source(), await testTarget()];
      const asked = [desk.load(target, NEVER, () => undefined), ...Array.from({ length: 11 }, () => desk.inspect(new AbortController().signal))];
      let ended = false;
      const all = Promise.all(asked).finally(() => (ended = true));
      let most = 0;
      await until(async () => {
        const { rows } = await query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics'`);
        most = Math.max(most, (rows as Array<{ n: number }>)[0].n);
        return ended;
      }, 'the end of all');
      expect((await all).length).toBe(12);
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(4);
      target.close();
    });

    it('says good-bye, so that the helpdesk’s log has no broken connections', async () => {
      await run('CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at');
      const before = server().log().length;
      await source().inspect(NEVER);
      await noSessions();
      expect(server().log().slice(before)).not.toMatch(/unexpected EOF|could not (receive|send) data|connection to client lost/);
    });

    describe('cancels', () => {
      it('while the server sends', async () => {
        await run(ENDLESS);
        const target = await testTarget();
        const abort = new AbortController();
        const loading = source().load(target, abort.signal, ({ rows }) => rows > 0 && abort.abort(new Error('enough')));
        await expect(loading).rejects.toThrow('enough');
        await noSessions();
        // the connection is free of transactions, and may be used again
        await target.connection.run('BEGIN');
        target.close();
      });

      it('while the server thinks', async () => {
        await run('CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT pg_sleep(60)) s');
        const target = await testTarget();
        const abort = new AbortController();
        const refused = expect(source().load(target, abort.signal, () => undefined)).rejects.toThrow('enough');
        await until(async () => (await query(`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)).rowCount === 1, 'thinking');
        abort.abort(new Error('enough'));
        await refused;
        await noSessions();
        target.close();
      });

      it('before it starts', async () => {
        await expect(source().inspect(AbortSignal.abort(new Error('never mind')))).rejects.toThrow('never mind');
      });
    });
  },
  { attempts: [...WRITES, LATER] }
);
