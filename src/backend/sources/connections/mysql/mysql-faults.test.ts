import { createConnection } from 'mysql2/promise';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeWithMariadb } from '../../../../../tests/servers/describe-with-mariadb';
import { loadFault, NEVER, testTarget } from '../../testing/target';
import { testDatabase } from './database.fixture';
import type { MysqlOptions } from './options';
import { createMysqlSource } from './mysql-source';

jest.setTimeout(30_000);

/** The rows of a view without an end. */
const ENDLESS = 'CREATE VIEW ticket AS SELECT a.seq AS ticket_id, now() AS created_at FROM seq_1_to_1000000 a JOIN seq_1_to_1000000 b';
const TICKET = 'CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at, 2 AS other';
const GUIDE = readFileSync(join(__dirname, '../../../../../docs/provisioning.md'), 'utf8');

describeWithMariadb('what mysql says is wrong', (server) => {
  const { run, query, name, source, options, load, noSessions } = testDatabase(server);

  it('says what is wrong with table, key, column and value', async () => {
    await run(
      "CREATE TABLE ticket AS SELECT seq AS ticket_id, CASE WHEN seq < 100000 THEN now() END AS created_at, CASE seq WHEN 3 THEN 'custommer' ELSE 'agent' END AS created_by FROM seq_1_to_100000",
      "CREATE TABLE message AS SELECT 'M1' AS message_id, NULL AS ticket_id, 'soon' AS sent_at, 'agent' AS author_kind",
      'CREATE VIEW team_member AS SELECT 1 AS team_id, 2 AS agent_id UNION ALL SELECT 1, 2',
      'CREATE VIEW agent AS SELECT 1 AS agentid'
    );
    expect((await loadFault(source()))?.message.split('\n')).toEqual([
      'table "agent" has no column "agent_id", which is required. It has "agentid": did you mean "agent_id"?',
      'table "team_member": the key team_id "1", agent_id "2" stands twice.',
      'table "ticket", ticket_id "3", column "created_by": "custommer" is not one of customer, agent, bot, system. Did you mean "customer"?',
      'table "ticket", ticket_id "100000", column "created_at": is empty, but it is required.',
      'table "message", message_id "M1", column "ticket_id": is empty, but it is required.',
      'table "message", message_id "M1", column "sent_at": "soon" is not an instant, such as 2026-03-28T07:52:45.000Z.',
    ]);
  });

  it.each<[string, string[], () => Partial<MysqlOptions>, string, string]>([
    ['a wrong password', [], () => ({ password: 'hunter2' }), 'auth', 'refused the user or the password'],
    ['no password', [], () => ({ password: '' }), 'auth', 'refused the user or the password'],
    ['an unknown user', [], () => ({ user: 'mallory' }), 'auth', 'refused the user or the password'],
    ['an unknown database', ["GRANT SELECT ON nowhere.* TO reader@'%'"], () => ({ database: 'nowhere' }), 'config', 'The database does not exist'],
    ['a database without any right', ['CREATE DATABASE IF NOT EXISTS closed'], () => ({ database: 'closed' }), 'auth', 'no right on this database'],
    ['a closed port', [], () => ({ port: 1 }), 'network', 'Nothing answers'],
    ['TLS where there is none', [], () => ({ tls: { mode: 'verify-full' } }), 'tls', 'does not speak TLS'],
    ['a certificate that is none', [], () => ({ tls: { mode: 'require', clientCertificate: 'x', clientKey: 'y' } }), 'tls', 'cannot be read'],
    ['an empty database', [], () => ({}), 'schema', 'has no table or view "ticket"; it has nothing that the user may see.'],
    ['no tickets', ['CREATE TABLE tickets (a int)'], () => ({}), 'schema', 'it has tickets.'],
    [
      'a slow view',
      ['CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT sleep(9) AS s) s WHERE s = 0'],
      () => ({ statementTimeoutMs: 500 }),
      'timeout',
      'longer than the statement timeout',
    ],
    ['a view without end', [ENDLESS], () => ({ statementTimeoutMs: 1_000 }), 'timeout', 'longer than the statement timeout'],
    [
      'a view whose table is gone',
      ['CREATE TABLE base AS SELECT 1 AS ticket_id, now() AS created_at', 'CREATE VIEW ticket AS SELECT * FROM base', 'DROP TABLE base'],
      () => ({}),
      'schema',
      'A view cannot be read',
    ],
  ])('says in its own words: %s', async (_, statements, more, category, message) => {
    await run(...statements);
    const fault = await loadFault(createMysqlSource({ ...options(), ...more() }));
    expect(fault).toMatchObject({ category, message: expect.stringContaining(message) as unknown });
    const said = JSON.stringify(fault);
    for (const secret of [server().password, 'hunter2', '127.0.0.1', String(server().port), 'mallory', 'reader']) {
      expect(said).not.toContain(secret);
    }
  });

  describe('rights', () => {
    const one = { user: 'one', password: 'x' };
    const granted = (what: string) => run(`GRANT ${what} TO one`);
    beforeEach(() =>
      run("CREATE OR REPLACE USER one IDENTIFIED BY 'x'", TICKET, 'CREATE TABLE agent AS SELECT 1 AS agent_id', 'CREATE TABLE team AS SELECT 1 AS team_id')
    );

    it('names every table at once that may not be read, with what to run; which then is enough', async () => {
      // some right on each, so that they can be seen
      await granted('INSERT (ticket_id) ON ticket');
      await granted('INSERT ON agent');
      await granted('SELECT ON team');
      const error = await source(one)
        .inspect(NEVER)
        .then(() => null)
        .catch((thrown: { readonly message: string; readonly hint: string }) => thrown);
      expect(error?.message).toBe('The user may not read the tables "agent", "ticket".');
      expect(error?.hint).toContain(`GRANT SELECT ON \`${name()}\`.\`ticket\` TO 'one'@'%';`);
      await run(...(error?.hint.match(/GRANT [^;]+;/g) ?? []));
      expect((await source(one).inspect(NEVER)).map((table) => table.name)).toEqual(['agent', 'team', 'ticket']);
    });

    it('names the table of tickets where nothing can be seen of it', async () => {
      await granted('SELECT ON team');
      await expect(source(one).inspect(NEVER)).rejects.toMatchObject({ category: 'auth', message: 'The user may not read the table "ticket".' });
    });

    it('may be given column by column, as far as what is required', async () => {
      await granted('SELECT (ticket_id) ON ticket');
      await expect(source(one).inspect(NEVER)).rejects.toMatchObject({
        category: 'auth',
        message: 'The user may not read "created_at" of the table "ticket".',
      });
      await granted('SELECT (created_at) ON ticket');
      expect((await load(one)).ticket).toHaveLength(1);
    });

    it('are those of the guide', async () => {
      const [sql = ''] = /CREATE USER 'grafana_reader'@'%'[^`]*/.exec(GUIDE) ?? [];
      await run(
        ...sql
          .replaceAll('helpdesk', `\`${name()}\``)
          .replace(' REQUIRE SSL', '')
          .replace('CREATE USER', 'CREATE OR REPLACE USER')
          .split(/;\s*/)
          .filter(Boolean)
      );
      expect((await load({ user: 'grafana_reader', password: '…' })).ticket).toHaveLength(1);
    });
  });

  it('a table that somebody has locked', async () => {
    await run(TICKET);
    const other = await server().connect();
    await other.query(`LOCK TABLES \`${name()}\`.ticket WRITE`);
    const fault = await loadFault(source({ lockTimeoutMs: 1_000 }));
    await other.end();
    expect(fault).toMatchObject({ category: 'timeout', message: 'A table is locked by somebody else in the database.' });
  });

  it.each(['KILL CONNECTION', 'KILL QUERY'])('a statement that somebody ends: %s', async (kill) => {
    await run(ENDLESS);
    const target = await testTarget();
    let killed: Promise<unknown> | null = null;
    const killing = async (): Promise<void> => {
      const [{ id }] = await query<{ id: number }>("SELECT id FROM information_schema.PROCESSLIST WHERE user = 'reader'");
      await run(`${kill} ${id}`);
    };
    const loading = source().load(target, NEVER, ({ rows }) => {
      if (rows > 0) {
        killed ??= killing();
      }
    });
    await expect(loading).rejects.toMatchObject({ name: 'SourceError', category: 'network' });
    await killed;
    await noSessions();
    target.close();
  });

  it('too many connections of the user', async () => {
    await run(TICKET, `CREATE OR REPLACE USER lone IDENTIFIED BY 'x' WITH MAX_USER_CONNECTIONS 1`, `GRANT SELECT ON \`${name()}\`.* TO lone`);
    const { host, port } = server();
    const held = await createConnection({ host, port, user: 'lone', password: 'x' });
    await expect(source({ user: 'lone', password: 'x' }).inspect(NEVER)).rejects.toMatchObject({ category: 'limit' });
    await held.end();
  });
});
