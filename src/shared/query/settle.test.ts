import { findMetric } from '../catalog';
import { QUERY_DEFAULTS } from './defaults';
import type { HelpdeskQuery } from './schema';
import { settle } from './settle';

const settled = (query: HelpdeskQuery, alert = false) => {
  const metric = findMetric(query.metric);
  return metric && settle(query, metric, { alert });
};
const topTen = { metric: 'customer_wait_time', view: 'totals' } as const;

describe('settle', () => {
  it('fills in the model’s defaults and the metric’s', () => {
    expect(settled({ metric: 'csat' })).toEqual({
      metric: 'csat',
      ...QUERY_DEFAULTS,
      statistics: ['share'],
      groupBy: [],
      sort: { by: 'value', direction: 'desc' },
      limit: null,
      minN: 0,
      ownerAt: 'event',
    });
    expect(settled({ metric: 'support_volume' })?.ownerAt).toBe('current');
  });

  it('makes of a report of the first ten what it is by itself', () => {
    expect(settled(topTen)).toMatchObject({ groupBy: ['customer'], limit: 10, minN: 1 });
    expect(settled({ ...topTen, view: 'over_time' })).toMatchObject({ limit: null, minN: 0 });
    expect(settled({ ...topTen, groupBy: ['team', 'customer'] })).toMatchObject({ limit: null, minN: 0 });
    expect(settled({ ...topTen, limit: null, minN: 0 })).toMatchObject({ limit: null, minN: 0 });
  });

  it('cuts a rule’s answer only where its own query says so', () => {
    expect(settled(topTen, true)?.limit).toBeNull();
    expect(settled({ ...topTen, limit: 5 }, true)?.limit).toBe(5);
  });

  it('adds up the rest only of what a limit leaves out and adds up', () => {
    const other = (query: object) => settled({ metric: 'opened', view: 'totals', groupBy: ['team'], limit: 3, other: true, ...query })?.other;
    expect(other({})).toBe(true);
    expect([{ limit: null }, { metric: 'csat' }, { groupBy: ['tag'] }, { other: false }, { statistics: ['count', 'tickets'] }].map(other)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('takes a key without a value for none', () => {
    expect(settled({ metric: 'csat', hours: undefined, limit: undefined })).toMatchObject({ hours: 'all', limit: null });
  });
});
