import { Client } from 'pg';

import { describeWithPostgres } from './describe-with-postgres';
import { findPostgresBinaries } from './postgres-binaries';

describeWithPostgres('a PostgreSQL server of our own', (server) => {
  it('answers', async () => {
    const client = new Client({ connectionString: server().url });
    await client.connect();
    const { rows } = await client.query('SELECT current_database() AS database, current_user AS "user"');
    await client.end();
    expect(rows).toEqual([{ database: 'helpdesk', user: 'helpdesk' }]);
  });
});

it('says what is missing where there are no binaries', () => {
  expect(findPostgresBinaries('/')).toEqual({ skip: expect.stringContaining('are not installed') as unknown });
});
