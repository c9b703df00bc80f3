import { Client } from 'pg';

import { describeWithPostgres } from '../../../../../tests/servers/describe-with-postgres';
import { loadFault } from '../../testing/target';
import { createPostgresSource } from './postgres-source';

jest.setTimeout(30_000);

describeWithPostgres('a bad value in the first table of a first load', (server) => {
  let admin: Client;
  beforeAll(async () => {
    admin = new Client({ connectionString: server().url });
    await admin.connect();
  });
  afterAll(() => admin.end());

  const INSTANT = 'is not an instant, such as 2026-03-28T07:52:45.000Z.';
  it.each<[string, string, string, string]>([
    ['infinity', 'created_at', `timestamptz 'infinity'`, `"infinity" ${INSTANT}`],
    ['-infinity', 'created_at', `timestamptz '-infinity'`, `"-infinity" ${INSTANT}`],
    ['before Christ', 'created_at', `timestamp '0044-03-15 BC'`, `"0044-03-15 (BC) 00:00:00" ${INSTANT}`],
    ['the year 10000', 'created_at', `timestamptz '10000-01-01Z'`, `"10000-01-01 00:00:00" ${INSTANT}`],
    ['PostgreSQL’s last year', 'created_at', `timestamptz '294276-12-31Z'`, `"294247-01-10 04:00:54.775806" ${INSTANT}`],
    ['a date before Christ', 'created_at', `date '0044-03-15 BC'`, `"0044-03-15 BC" ${INSTANT}`],
    ['an infinite date', 'created_at', `date 'infinity'`, `"infinity" ${INSTANT}`],
    ['a date that is no timestamp in PostgreSQL', 'created_at', `date '5874897-12-31'`, `"5874897-12-31" ${INSTANT}`],
    ['an infinite float', 'created_at', `float8 '-infinity'`, `"-inf" ${INSTANT}`],
    ['no number', 'created_at', `float4 'NaN'`, 'is empty, but it is required.'],
    ['a numeric that is no number', 'created_at', `numeric 'NaN'`, 'is empty, but it is required.'],
    ['a numeric beyond any float', 'created_at', '1e400::numeric', `"inf" ${INSTANT}`],
    ['tags with null', 'tags', `ARRAY['a', NULL]`, '"[\\"a\\",null]" is not a list of texts, such as ["billing","urgent"].'],
  ])('%s', async (_, column, value, expected) => {
    const created = column === 'created_at' ? '' : `, now() AS created_at`;
    await admin.query('DROP VIEW IF EXISTS ticket');
    await admin.query(`CREATE VIEW ticket AS SELECT i AS ticket_id, CASE WHEN i = 7 THEN ${value} END AS ${column}${created} FROM generate_series(7, 7) i`);
    const { host, port, user, password, database } = server();
    const fault = await loadFault(createPostgresSource({ host, port, user, password, database, tls: { mode: 'disable' } }));
    expect(fault).toEqual({ category: 'schema', message: `table "ticket", ticket_id "7", column "${column}": ${expected}` });
  });

  it('a cell of 64 MB is refused with its row', async () => {
    await admin.query('DROP VIEW IF EXISTS ticket');
    await admin.query(
      `CREATE VIEW ticket AS SELECT i AS ticket_id, now() AS created_at, repeat('x', CASE i WHEN 7 THEN 64 * 1024 * 1024 WHEN 8 THEN 4 * 1024 * 1024 ELSE 3 END) AS subject FROM generate_series(1, 9) i`
    );
    const { host, port, user, password, database } = server();
    const fault = await loadFault(createPostgresSource({ host, port, user, password, database, tls: { mode: 'disable' } }));
    expect(fault).toEqual({
      category: 'schema',
      message: 'table "ticket", ticket_id "7", column "subject": 67,108,864 bytes are longer than the 4 MB that a value may have.',
    });
  });
});
