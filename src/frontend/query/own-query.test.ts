import { parseQuery } from '../../shared/query';
import { FIRST_QUERY, isOurs, ownQuery } from './own-query';
import type { DataSourceQuery } from '../types';

const query = (own: object) => ({ refId: 'A', ...own }) as DataSourceQuery;
/** As Grafana switches a row of a mixed panel: its keys over the first query of ours. */
const mixed = (theirs: object) => query({ ...FIRST_QUERY, ...theirs });

describe('ownQuery', () => {
  it.each([
    ['a Prometheus query', { expr: 'up', range: true, legendFormat: '' }],
    ['Grafana’s own annotation', { limit: 100, matchAny: false, tags: [], type: 'dashboard' }],
    ['an InfluxDB query, whose keys are called like ours', { groupBy: [{ type: 'time', params: ['$__interval'] }], limit: '', select: [] }],
  ])('drops %s, and keeps the envelope', (_, theirs) => {
    expect(ownQuery(query({ hide: true, ...theirs }))).toEqual({ refId: 'A', hide: true });
    expect(ownQuery(mixed({ hide: true, ...theirs }))).toEqual({
      refId: 'A',
      hide: true,
      metric: FIRST_QUERY.metric,
      view: FIRST_QUERY.view,
      unit: FIRST_QUERY.unit,
    });
  });

  it.each([[{}], [{ metric: 'csat' }], [{ metric: 'csat', groupby: ['team'] }], [{ kind: 'events', event: ['holiday'] }], [{ events: ['holiday'], tags: [] }]])(
    'keeps %j as it is',
    (own) => {
      const given = query(own);
      expect(ownQuery(given)).toBe(given);
    }
  );

  it('makes of an untouched query one that the backend takes, which takes the mark too', () => {
    expect(ownQuery(mixed({}))).toEqual({ refId: 'A', metric: FIRST_QUERY.metric, view: FIRST_QUERY.view, unit: FIRST_QUERY.unit });
    expect(parseQuery(mixed({}))).toMatchObject({ metric: FIRST_QUERY.metric });
    expect(isOurs(mixed({}))).toBe(false);
  });
});
