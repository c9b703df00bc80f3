import { describeWithMariadb } from '../../../../../tests/servers/describe-with-mariadb';
import { until } from '../../../../../tests/until';
import { NEVER, testTarget } from '../../testing/target';
import { withSnapshot } from './connection';
import { testDatabase } from './database.fixture';

jest.setTimeout(30_000);

const WRITES = ['INSERT INTO ticket VALUES (2)', 'CREATE TABLE other (a int)', 'DROP TABLE ticket', 'TRUNCATE ticket', 'UPDATE ticket SET ticket_id = 3'];
const TWO = 'SELECT 1; SELECT 2';
const FILE = "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE ticket";
const COMMIT = 'COMMIT';

describeWithMariadb(
  'a session of mysql',
  (server) => {
    const { run, query, options, source, noSessions, name } = testDatabase(server);

    describe('cannot write, whatever the user might', () => {
      const mighty = { user: 'mighty', password: 'x' };
      beforeEach(() => run("CREATE OR REPLACE USER mighty IDENTIFIED BY 'x'", 'GRANT ALL ON *.* TO mighty', 'CREATE TABLE ticket (ticket_id int)'));
      afterEach(async () => {
        expect(await query('SELECT * FROM ticket')).toEqual([]);
        expect(await query("SHOW TABLES LIKE 'other'")).toEqual([]);
      });

      it.each(WRITES)('%s', async (statement) => {
        await expect(withSnapshot(options(mighty), NEVER, (session) => session.query(statement))).rejects.toThrow('error 1792');
      });

      it.each(WRITES.filter((statement) => !/CREATE|DROP|TRUNCATE/.test(statement)))('in a transaction of another kind either: %s', async (statement) => {
        const writing = withSnapshot(options(mighty), NEVER, async (session) => {
          await session.query(COMMIT);
          await session.query(statement);
        });
        await expect(writing).rejects.toThrow('error 1792');
      });

      it('nor send it a file of ours, nor two statements as one', async () => {
        await expect(withSnapshot(options(mighty), NEVER, (session) => session.query(FILE))).rejects.toThrow();
        await expect(withSnapshot(options(mighty), NEVER, (session) => session.query(TWO))).rejects.toThrow('error 1064');
      });
    });

    it('says who it is, in UTC and UTF-8, and has four connections at most', async () => {
      await run('CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at');
      const [row] = await withSnapshot(options(), NEVER, (session) =>
        session.query(
          'SELECT @@time_zone AS zone, @@character_set_results AS texts, @@tx_isolation AS isolation, @@tx_read_only AS readOnly, @@max_statement_time AS seconds'
        )
      );
      expect(row).toEqual({ zone: '+00:00', texts: 'utf8mb4', isolation: 'REPEATABLE-READ', readOnly: 1, seconds: 600 });
      const [before] = await query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Max_used_connections'");
      const one = source();
      await run('FLUSH STATUS');
      await Promise.all(Array.from({ length: 12 }, () => one.inspect(new AbortController().signal)));
      const [after] = await query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Max_used_connections'");
      expect(before).toBeDefined();
      // one is the test's own, and the server counts each that has left for a moment longer
      expect(Number(after.Value)).toBeLessThanOrEqual(2 * 4 + 1);
    });

    describe('where the administrator forbids loopback', () => {
      beforeEach(() => {
        process.env.GF_PLUGIN_DENIED_TARGETS = 'loopback, link-local';
      });
      afterEach(() => {
        delete process.env.GF_PLUGIN_DENIED_TARGETS;
      });

      it.each(['127.0.0.1', 'localhost', '2130706433'])('is not made to %s', async (host) => {
        const message = 'The Grafana administrator forbids connections to the database’s address.';
        await expect(source({ host }).inspect(NEVER)).rejects.toMatchObject({ name: 'SourceError', category: 'config', message });
      });
    });

    describe('cancels', () => {
      it('while the server sends', async () => {
        await run('CREATE VIEW ticket AS SELECT a.seq AS ticket_id, now() AS created_at FROM seq_1_to_1000000 a JOIN seq_1_to_1000000 b');
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
        await run('CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT sleep(20) AS s) s WHERE s = 0');
        const target = await testTarget();
        const abort = new AbortController();
        const refused = expect(source().load(target, abort.signal, () => undefined)).rejects.toThrow('enough');
        await until(
          async () => (await query("SELECT 1 FROM information_schema.PROCESSLIST WHERE user = 'reader' AND state = 'User sleep'")).length === 1,
          'thinking'
        );
        abort.abort(new Error('enough'));
        await refused;
        target.close();
      });

      it('before it starts', async () => {
        await expect(source().inspect(AbortSignal.abort(new Error('never mind')))).rejects.toThrow('never mind');
      });
    });

    it('reads another database’s table that the settings name, and says where it finds none', async () => {
      await run('CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at', 'CREATE TABLE people AS SELECT 7 AS agent_id');
      expect((await source({ named: { agent: `${name()}.people` } }).inspect(NEVER)).map((table) => table.name)).toEqual(['agent', 'ticket']);
      await expect(source({ named: { agent: 'peple' } }).inspect(NEVER)).rejects.toThrow(
        `The setting "tables.agent" names "peple", but the database "${name()}" has no table or view "peple". Did you mean "people"?`
      );
    });
  },
  { attempts: [...WRITES, TWO, FILE] }
);
