import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

import { forgetTouched, TOUCHED_LOG, touchedSince, touchedTable } from './touched';

describe('what was touched since a revision', () => {
  let connection: DuckDBConnection;
  beforeEach(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`CREATE TABLE memory.main.${TOUCHED_LOG}`);
    await connection.run(
      `INSERT INTO touched_log VALUES (1, 'ticket', 'a'), (2, 'ticket', 'b'), (3, 'ticket', 'b'), (3, 'ticket', 'c'), (3, 'agent', 'x'), (3, 'policy', 'p')`
    );
  });
  afterEach(() => connection.closeSync());

  const ids = async (table: string) => (await connection.runAndReadAll(`SELECT * FROM ${table} ORDER BY ALL`)).getRows().flat();

  it('is each id of the later revisions, once', async () => {
    expect(await touchedSince(connection, 'memory.main', 1)).toEqual({ kind: 'some', ticket: 2, agent: 1, calendar: 0, policy: 1 });
    expect(await ids(touchedTable('ticket'))).toEqual(['b', 'c']);
    expect(await ids(touchedTable('agent'))).toEqual(['x']);
  });

  it('is nothing where no revision came after', async () => {
    expect(await touchedSince(connection, 'memory.main', 3)).toEqual({ kind: 'nothing' });
  });

  it('is everything where one of them touched everything', async () => {
    await connection.run(`INSERT INTO touched_log VALUES (4, 'everything', 'the stages changed')`);
    expect(await touchedSince(connection, 'memory.main', 2)).toEqual({ kind: 'everything', why: 'the stages changed' });
  });

  it('forgets what no facts need any more', async () => {
    await forgetTouched(connection, 'memory.main', 2);
    expect(await touchedSince(connection, 'memory.main', 0)).toEqual({ kind: 'some', ticket: 2, agent: 1, calendar: 0, policy: 1 });
  });
});
