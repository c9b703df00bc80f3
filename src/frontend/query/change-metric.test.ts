import { METRIC_IDS } from '../../shared/catalog';
import { parseQuery } from '../../shared/query';
import { validate } from '../../backend/query/validate';
import { speak } from '../i18n/language.fixture';
import { changeMetric, droppedSentence } from './change-metric';
import { queryOf } from './query.fixture';

beforeAll(() => speak('en-US'));

const filter = (field: string, ...values: string[]) => ({ field, op: 'in', values });

/** What a query had, the new metric, what is left, and what is said to be dropped. */
const CASES: ReadonlyArray<readonly [string, object, string, object, ReadonlyArray<Record<string, string>>]> = [
  [
    'keeps all that both have',
    { metric: 'time_to_close', hours: 'sla', groupBy: ['team'], statistics: ['p90'] },
    'time_to_first_response',
    { metric: 'time_to_first_response', hours: 'sla', groupBy: ['team'], statistics: ['p90'] },
    [],
  ],
  ['drops SLA hours', { metric: 'time_to_close', hours: 'sla' }, 'opened', { metric: 'opened' }, [{ what: 'hours' }]],
  [
    'keeps the statistics it can',
    { metric: 'time_to_close', statistics: ['p90', 'count'] },
    'opened',
    { metric: 'opened', statistics: ['count'] },
    [{ what: 'statistic', id: 'p90' }],
  ],
  [
    'takes the new metric’s own statistic where none is left',
    { metric: 'time_to_close', statistics: ['p90'] },
    'csat',
    { metric: 'csat' },
    [{ what: 'statistic', id: 'p90' }],
  ],
  [
    'keeps one of two dimensions',
    { metric: 'customer_wait_time', groupBy: ['direction', 'team'] },
    'opened',
    { metric: 'opened', groupBy: ['team'] },
    [{ what: 'group', id: 'direction' }],
  ],
  [
    'takes the new metric’s own dimensions where none is left',
    { metric: 'opened', groupBy: ['customer'] },
    'availability_hours',
    { metric: 'availability_hours' },
    [{ what: 'group', id: 'customer' }],
  ],
  ['keeps that nothing was to be grouped', { metric: 'opened', groupBy: [] }, 'availability_hours', { metric: 'availability_hours', groupBy: [] }, []],
  [
    'does not group by what can only be filtered by',
    { metric: 'occupancy', groupBy: ['agent'] },
    'uncovered_hours',
    { metric: 'uncovered_hours' },
    [{ what: 'group', id: 'agent' }],
  ],
  [
    'keeps the filters it can',
    { metric: 'opened', filters: [filter('team', 't1'), filter('priority', 'high')] },
    'agent_status_time',
    { metric: 'agent_status_time', filters: [filter('team', 't1')] },
    [{ what: 'filter', id: 'priority' }],
  ],
  [
    'keeps columns it has',
    { metric: 'opened', kind: 'records', columns: ['ticket', 'created_at'] },
    'closed',
    { metric: 'closed', kind: 'records', columns: ['ticket'] },
    [{ what: 'column', id: 'created_at' }],
  ],
  [
    'drops options of the old metric',
    { metric: 'time_to_close', close: 'first', ownerAt: 'current', include: ['spam'] },
    'agent_status_time',
    { metric: 'agent_status_time' },
    [{ what: 'ownerAt' }, { what: 'close' }, { what: 'include' }],
  ],
  [
    'drops minutes and offline time',
    { metric: 'sla_at_risk', withinMinutes: 60, includeOffline: true },
    'opened',
    { metric: 'opened' },
    [{ what: 'withinMinutes' }, { what: 'includeOffline' }],
  ],
  [
    'adds nothing up that cannot be',
    { metric: 'opened', groupBy: ['team'], limit: 3, other: true },
    'csat',
    { metric: 'csat', groupBy: ['team'], limit: 3 },
    [{ what: 'other' }],
  ],
  [
    'keeps variables',
    { metric: 'time_to_close', hours: '$hours', statistics: ['$stat'], groupBy: ['$by'], filters: [filter('$field', 'x')] },
    'opened',
    { metric: 'opened', hours: '$hours', statistics: ['$stat'], groupBy: ['$by'], filters: [filter('$field', 'x')] },
    [],
  ],
  [
    'keeps what is about time and comparison',
    { metric: 'opened', frequency: 'week', compare: 'previous_year', trend: 'linear', anomalies: true },
    'csat',
    { metric: 'csat', frequency: 'week', compare: 'previous_year', trend: 'linear', anomalies: true },
    [],
  ],
  ['takes a variable as the metric', { metric: 'opened', groupBy: ['team'] }, '$metric', { metric: '$metric', groupBy: ['team'] }, []],
];

describe('changeMetric', () => {
  it.each(CASES)('%s', (_, before, metric, after, dropped) => {
    expect(changeMetric(queryOf(before), metric)).toEqual({ query: queryOf(after), dropped });
  });

  it('makes a query that the backend takes, from any metric to any other', () => {
    const full = {
      view: 'totals',
      hours: 'sla',
      statistics: ['p90', 'share', 'sum'],
      groupBy: ['owner', 'in_hours'],
      filters: [filter('team', 't1'), filter('rating', '5'), filter('agent', 'a')],
      limit: 5,
      other: true,
      ownerAt: 'created',
      close: 'first',
      include: ['spam'],
      includeOffline: true,
      withinMinutes: 5,
      columns: ['ticket', 'from_at'],
    };
    for (const id of METRIC_IDS) {
      const { refId: _, ...own } = changeMetric(queryOf({ metric: 'opened', ...full }), id).query;
      expect(() => validate(parseQuery(own))).not.toThrow();
    }
  });

  it('says what was left out, once', () => {
    const { dropped } = changeMetric(
      queryOf({
        metric: 'customer_wait_time',
        hours: 'sla',
        statistics: ['p90'],
        groupBy: ['direction'],
        filters: [filter('author', 'a'), filter('author', 'b')],
      }),
      'backlog'
    );
    expect(droppedSentence('backlog', dropped)).toBe(
      'Left out, because “Backlog” does not have it: SLA hours, 90th percentile, by direction, the filter on author.'
    );
  });
});
