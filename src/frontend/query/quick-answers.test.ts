import { validate } from '../../backend/query/validate';
import { findMetric, METRIC_IDS } from '../../shared/catalog';
import { parseQuery } from '../../shared/query';
import { settle } from '../../shared/query/settle';
import { problems } from './problems';
import { queryOf } from './query.fixture';
import { quickAnswer } from './quick-answers';

const before = queryOf({
  datasource: { uid: 'u' },
  hide: false,
  metric: 'csat',
  groupBy: ['rating'],
  filters: [{ field: 'rating', values: ['5'] }],
  trend: 'linear',
});

describe('quickAnswer', () => {
  it.each(METRIC_IDS)('makes a query that runs: %s', (id) => {
    for (const isAlerting of [false, true]) {
      const query = quickAnswer(before, id, isAlerting);
      expect(problems(query, isAlerting)).toEqual([]);
      expect(validate(parseQuery(query)).metric.id).toBe(id);
    }
  });

  it('begins anew, in the same envelope', () => {
    expect(quickAnswer(before, 'opened', false)).toEqual({ refId: 'A', datasource: { uid: 'u' }, hide: false, metric: 'opened', view: 'over_time' });
  });

  it.each([
    ['customer_wait_time', 'totals', ['customer']],
    ['owner_reply_count', 'totals', ['author']],
    ['messages_by_hour', 'totals', ['hour_of_day', 'direction']],
    ['time_in_stage', 'totals', ['stage']],
    ['csat', 'over_time', []],
    ['agent_status_time', 'totals', ['agent', 'availability']],
    ['availability_hours', 'over_time', ['in_hours']],
  ])('shows %s as its question asks: %s by %j', (id, view, groups) => {
    const metric = findMetric(id);
    const means = metric && settle(quickAnswer(before, id, false), metric);
    expect({ view: means?.view, groups: means?.groupBy }).toMatchObject({ view, groups });
  });

  it('gives an alert rule numbers in total', () => {
    for (const id of METRIC_IDS) {
      const { kind, view } = quickAnswer(before, id, true);
      expect({ kind, view }).toEqual({ kind: undefined, view: 'totals' });
    }
  });
});
