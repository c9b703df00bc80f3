import { DuckDBInstance } from '@duckdb/node-api';

import { idOrder } from './id-order.sql';

const LONG = '123456789012345678901234567890';

test('numbers come first, as whole numbers of any length, then texts', async () => {
  const inOrder = ['0', '007', '7', '9', '10', '18446744073709551616', LONG, `1${LONG}`, '-1', '1.0', 'e10', 'e9', 'é', '１'];
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  // from the wrong end, so that an order that decides nothing is seen
  await connection.run(
    `CREATE TABLE row AS SELECT unnest([${[...inOrder]
      .reverse()
      .map((id) => `'${id}'`)
      .join(', ')}]) AS id`
  );
  const rows = await (await connection.runAndReadAll(`SELECT id FROM row ORDER BY ${idOrder('id')}`)).getRows();
  expect(rows.map(([id]) => id)).toEqual(inOrder);
  // the same where the key is part of another, as in arg_min
  const [[least]] = (await connection.runAndReadAll(`SELECT arg_min(id, (0, ${idOrder('id')})) FROM row WHERE id NOT IN ('0', '7', '007')`)).getRows();
  expect(least).toBe('9');
});
