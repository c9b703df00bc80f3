import { DuckDBInstance } from '@duckdb/node-api';

import { parseQuery } from '../../../shared/query';
import { DuckDbEngine } from '../../engines/duckdb/duckdb-engine';
import { compileOrphans } from '../../query/ask/left-out';
import { NOON } from '../../query/measures/cases/case.fixture';
import { plan } from '../../query/plan';
import type { StoreLease } from '../../store/store';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import type { Instance } from '../instance';
import { countOrphans } from './count-orphans';

/** Every third row is a message without a ticket, one of them of spam; the others are tickets in doubt. */
const ROWS = (many: number) => `
  CREATE OR REPLACE TABLE quality_row AS
  SELECT if(i % 3 = 0, 'lost', 'in doubt') AS reason, if(i % 3 = 0, 'message', 'state') AS source, NULL::VARCHAR AS word, if(i = 8, NULL, i)::BIGINT AS "at",
    0 AS ticket_ix, i % 3 = 0 AS is_left_out, (i = 6)::UTINYINT AS excluded
  FROM range(${many}) r(i)`;

it.each([
  ['few', 12],
  ['many', 12_000],
])('counts what lies in the range: %s', async (_, many) => {
  const database = await DuckDBInstance.create(':memory:');
  await (await database.connect()).run(ROWS(many));
  const engine = new DuckDbEngine({ connect: () => database.connect(), disconnect: (connection) => connection.disconnectSync() }, { concurrency: 1 });
  const instance = { engine, settings: {} } as unknown as Instance;
  const lease = { schema: 'memory.main', generation: 1 } as StoreLease;
  const read = reader(instance, lease, OURSELVES);
  const count = async (metric: string, fromMs: number, toMs: number) => {
    const orphans = compileOrphans(plan(parseQuery({ metric }), { ...NOON, nowMs: 1000, fromMs, toMs }));
    return orphans && countOrphans({ instance, lease, read }, orphans);
  };
  const doubt = (rows: number) => ({ reason: 'in doubt', isLeftOut: false, many: rows });
  // 4, 5, 7 and 10: of 6 the ticket is spam, 8 is of no time, 11 lies after the range
  expect(await count('one_touch_rate', 4, 11)).toEqual([doubt(4), { reason: 'lost', isLeftOut: true, many: 1 }]);
  expect(await count('closed', 4, 11)).toEqual([doubt(4)]);
  expect(await count('closed', 11, 12)).toEqual([doubt(1)]);
  // a state holds what happened before the range, too
  expect(await count('backlog', 4, 11)).toEqual([doubt(6)]);
  expect(await count('closed', 20_000, 20_001)).toEqual([]);
  await engine.close();
});
