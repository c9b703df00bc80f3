import { DuckDBInstance } from '@duckdb/node-api';

import { createCanonicalTables } from '../../canonical/duckdb';
import { Build } from './build';
import { OPTIONS } from './derived.fixture';

test.each([
  [5_000_001, 'BitPacking'],
  [5_000_000, 'Uncompressed'],
])('of %d messages what a derivation has made so far is kept %s, and is the same', async (messages, compression) => {
  const instance = await DuckDBInstance.create(':memory:');
  const [connection, other] = [await instance.connect(), await instance.connect()];
  for (const statement of ['CREATE SCHEMA staging', ...createCanonicalTables(OPTIONS.staging), "ATTACH ':memory:' AS work"]) {
    await connection.run(statement);
  }
  await connection.run(`INSERT INTO staging.message (message_id) SELECT '' FROM range(${messages})`);
  await other.run('USE work.main');
  const build = new Build(connection, { ...OPTIONS, beside: { connections: [other], work: 'work' } }, new AbortController().signal);
  await build.countSources();
  await build.temp('d_made', 'SELECT (range % 1000)::INTEGER AS n FROM range(300000)');
  await build.compact();
  await build.temp('d_more', 'SELECT n FROM work.d_made');
  expect(await build.number('SELECT sum(n) FROM work.d_more')).toBe(149_850_000);
  const kinds = await build.read("SELECT DISTINCT compression FROM pragma_storage_info('work.main.d_made') WHERE segment_type = 'INTEGER'");
  expect(kinds).toEqual([{ compression }]);
  await build.close();
});
