import { METRICS } from '../../../shared/catalog';
import { parseQuery } from '../../../shared/query';
import { compileNumbers } from '../ask/numbers';
import { emptyStore } from '../empty-store.fixture';
import { plan, UNKNOWN } from '../plan';
import { expectToAsk, put, run } from '../statement.fixture';
import { NOON } from './cases/case.fixture';
import { CASES } from './cases/cases.fixture';

test.each(Object.entries(CASES))('%s', async (kind, { query, rows, asked, answers }) => {
  const planned = plan(parseQuery(query), NOON);
  expect(planned.metric.measure.kind).toBe(kind);
  const store = await emptyStore();
  try {
    const statement = compileNumbers(planned);
    await expectToAsk(store, statement, asked);
    await put(store, rows);
    expect(await run(store, statement)).toEqual(answers);
  } finally {
    store.closeSync();
  }
});

test.each(METRICS.map(({ id, statistics }): [string, readonly string[]] => [id, statistics]))(
  '%s: its measure computes every statistic that it offers',
  (id, statistics) => {
    expect(() => compileNumbers(plan(parseQuery({ metric: id, view: 'totals', statistics: [...statistics], threshold: '1h' } as never), NOON))).not.toThrow();
  }
);

test.each(METRICS.flatMap(({ id, skewed }) => (skewed === null ? [] : [[id, skewed]])))('%s reads %s only of a store that may have such rows', (id, skewed) => {
  const planned = plan(parseQuery({ metric: id, view: 'totals' }), NOON);
  const asked = (hasSkewed: boolean) => compileNumbers(planned, { ...UNKNOWN, hasSkewed }).text;
  expect(asked(true)).toContain(`NOT f.${skewed}`);
  expect(asked(false)).not.toContain(skewed);
});
