import { DuckDBInstance } from '@duckdb/node-api';

import { epochOfDouble, isNumberSince } from './epoch';

it('finds numbers by the instants that they are, whatever they count, and those that are none', async () => {
  const instant = Date.UTC(2026, 2, 28, 7, 52, 45) + 123;
  const numbers = [0, 1e3, 1e6, 1e9].flatMap((unit) => [-3600.5, -1.001, 0, 0.001, 86_400].map((seconds) => (instant / 1000 + seconds) * Math.max(1, unit)));
  const odd = [-1, 0, 20_260_328, 20_260_328_075_245, 8e9, 8e18];
  const connection = await (await DuckDBInstance.create()).connect();
  const sql = [...numbers, ...odd].map((number) => `(CAST(${number} AS DOUBLE))`).join(', ');
  const rows = await connection.runAndReadAll(
    `SELECT n, ${isNumberSince('n', instant)} AS found, coalesce(${epochOfDouble('n')} >= ${instant}, true) AS wanted FROM (VALUES ${sql}, (NULL)) AS t(n)`
  );
  connection.closeSync();
  const found = rows.getRowObjects();
  expect(found.filter(({ found: is, wanted }) => is !== wanted)).toEqual([]);
  expect(new Set(found.map(({ found: is }) => is))).toEqual(new Set([true, false]));
});
