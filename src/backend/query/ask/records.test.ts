import type { DuckDBConnection } from '@duckdb/node-api';

import { METRICS } from '../../../shared/catalog';
import { parseQuery } from '../../../shared/query';
import { applicable } from '../../../shared/query/applicable';
import { emptyStore } from '../empty-store.fixture';
import { plan } from '../plan';
import { compileRecords } from './records';
import { NOON } from '../measures/cases/case.fixture';

let store: DuckDBConnection;
beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => store.closeSync());

const context = {
  ...NOON,
  fromMs: Date.parse('2026-03-01T00:00:00Z'),
  toMs: Date.parse('2026-04-01T00:00:00Z'),
  nowMs: Date.parse('2026-03-20T12:00:00Z'),
  defaultCalendar: null,
};

it.each(METRICS.map((metric) => [metric.id, applicable(metric).columns] as const))(
  'every column that records of %s may have binds',
  async (metric, columns) => {
    const { text } = compileRecords(plan(parseQuery({ kind: 'records', metric, columns: [...columns] }), context), 10);
    (await store.prepare(text)).destroySync();
  }
);
