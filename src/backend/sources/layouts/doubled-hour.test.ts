import { DuckDBInstance } from '@duckdb/node-api';

import { inOrder, isDoubled } from './doubled-hour';

it.each<[string, string[], string[]]>([
  [
    'Europe/Amsterdam',
    ['2026-10-25 02:00:00', '2026-10-25 02:59:59', '1996-10-27 02:30:00'],
    ['2026-10-25 01:59:59', '2026-10-25 03:00:00', '2026-03-29 02:30:00'],
  ],
  ['Australia/Lord_Howe', ['2026-04-05 01:30:00', '2026-04-05 01:59:00'], ['2026-04-05 01:29:59', '2026-04-05 02:00:00']],
  ['America/New_York', ['2026-11-01 01:00:00'], ['2026-11-01 02:00:00', '2026-11-02 01:30:00']],
  // clocks went back over midnight, from the first of the month to the day before
  ['America/Havana', ['2026-11-01 00:30:00'], ['2026-10-31 23:30:00']],
  ['America/Sao_Paulo', ['2019-02-16 23:30:00'], ['2019-02-17 00:00:00']],
])('knows which times clocks of %s show twice', async (zone, twice, once) => {
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = await connection.runAndReadAll(
    `SELECT t, ${isDoubled('t', zone)} FROM (VALUES ${[...twice, ...once].map((time) => `(TIMESTAMP '${time}')`).join(', ')}) AS v(t)`
  );
  connection.closeSync();
  expect(rows.getRows().map(([, is]) => is)).toEqual([...twice.map(() => true), ...once.map(() => false)]);
});

it('costs nothing where clocks never go back', () => {
  expect([isDoubled('t', 'UTC'), isDoubled('t', 'Asia/Kolkata')]).toEqual([null, null]);
});

it('asks for a row before that shows a later time', () => {
  const again = (time: string, isAgain: string): string => `${time} again where ${isAgain}`;
  expect(inOrder({ again }, { table: 'notes', row: 'n', of: 'case_id', by: 'id', time: (row) => `${row}.sent` })).toBe(
    'n.sent again where EXISTS (SELECT 1 FROM notes earlier WHERE earlier.case_id = n.case_id AND earlier.id < n.id AND earlier.sent > n.sent)'
  );
});
