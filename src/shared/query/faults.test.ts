import { parseQuery } from '.';
import { faultsOf } from './faults';
import type { HelpdeskQuery } from './schema';
import { isVariable } from './variable';

const of = (query: object) => faultsOf(query as HelpdeskQuery).map(({ code, at }) => `${code} ${at}`);
const filter = (op: string, ...values: string[]) => ({ metric: 'csat', filters: [{ field: 'team', op, values }] });

describe('faultsOf', () => {
  it.each<[object, string[]]>([
    [{ metric: 'csat', groupBy: ['team'], statistics: ['share'] }, []],
    [{ metric: 'nothing' }, ['metric metric']],
    [{ metric: 'csat', hours: 'sla' }, ['hours hours']],
    [{ metric: 'csat', view: 'sideways' }, ['view view']],
    [{ metric: 'csat', statistics: ['share', 'p90'] }, ['statistic statistics[1]']],
    [{ metric: 'csat', groupBy: ['team', 'agent'] }, ['group groupBy[1]']],
    [{ metric: 'uncovered_hours', groupBy: ['agent'] }, ['filter_only groupBy[0]']],
    [{ metric: 'csat', groupBy: ['team', 'team'] }, ['twice groupBy']],
    // csat_n is what n: true makes, too
    [
      {
        metric: '',
        kind: 'scorecard',
        groupBy: ['owner'],
        metrics: [
          { metric: 'csat', n: true },
          { metric: 'csat', statistic: 'n' },
        ],
      },
      ['twice metrics'],
    ],
    [{ metric: 'occupancy', include: ['spam'] }, ['include include[0]']],
    [{ metric: 'csat', groupBy: ['team'], anomalies: true, trend: 'linear', compare: 'previous_period' }, ['crowded anomalies']],
    [{ metric: 'csat', groupBy: ['team'], anomalies: true, trend: 'linear' }, []],
    [{ metric: 'csat', groupBy: [], anomalies: true, trend: 'linear', compare: 'previous_period' }, []],
    [{ metric: 'csat', beyondTarget: true }, []],
    [{ metric: 'opened', beyondTarget: true }, ['no_target_of statistics[0]']],
    [{ metric: 'csat', statistics: ['share', 'n'], beyondTarget: true }, ['no_target_of statistics[1]']],
    [
      { metric: 'csat', beyondTarget: true, compare: 'previous_period', trend: 'linear', anomalies: true, groupBy: [] },
      ['beside_distance compare', 'beside_distance trend', 'beside_distance anomalies'],
    ],
    [{ kind: 'records', metric: 'opened', beyondTarget: true }, []],
    [{ metric: 'csat', columns: ['visits'] }, ['column columns[0]']],
    [{ metric: 'csat', filters: [{ field: 'agent', values: ['a'] }] }, ['filter filters[0].field']],
    [{ metric: 'csat', filters: [{ field: 'agent', values: ['a'], origin: 'adhoc' }] }, ['foreign_filter filters[0].field']],
    [filter('in'), ['no_values filters[0].values']],
    [filter('is_empty'), []],
    ...(['in', 'equals', 'contains'].map((op) => [
      { metric: 'csat', filters: [{ field: 'team', op, values: [], origin: 'variable' }] },
      ['empty_choice filters[0].values'],
    ]) as Array<[object, string[]]>),
    [{ metric: 'csat', filters: [{ field: 'team', op: 'not_in', values: [], origin: 'variable' }] }, []],
    [filter('between', '1'), ['between filters[0].values']],
    [filter('contains', ...Array.from({ length: 201 }, String)), ['too_many_parts filters[0].values']],
    [{ kind: 'events', metric: '', ...{ filters: [{ field: 'team', op: 'in', values: [] }] } }, ['no_values filters[0].values']],
    [{ metric: 'time_to_close', statistics: ['mean', 'within'] }, ['no_threshold statistics[1]']],
    [{ metric: 'time_to_close', statistics: ['hits'], threshold: '8h' }, []],
    [{ metric: 'csat', statistics: ['hits'] }, []],
    [{ metric: 'time_to_close', bands: ['8h', '480m'] }, ['bands bands']],
    [{ metric: 'time_to_close', filters: [{ field: 'duration_band', values: ['<=1h', '<=2h', '(none)'] }] }, ['band filters[0].values[1]']],
    [{ metric: 'time_to_close', bands: ['2h'], filters: [{ field: 'duration_band', op: 'contains', values: ['2'] }] }, []],
    [{ metric: 'time_to_close', hours: 'sla', unit: 'days' }, ['unit unit']],
    [{ metric: 'time_to_close', unit: 'days' }, []],
    // all at once, the word of the query before its filters
    [{ metric: 'csat', hours: 'sla', filters: [{ field: 'agent', values: [] }] }, ['hours hours', 'no_values filters[0].values', 'filter filters[0].field']],
  ])('%j', (query, codes) => expect(of(query)).toEqual(codes));

  it('offers what could stand there instead', () => {
    expect(faultsOf({ metric: 'csat', hours: 'sla' })).toEqual([{ code: 'hours', at: 'hours', metric: 'csat', value: 'sla', options: ['all'] }]);
  });

  it('takes what is not known yet to be right, where it is said to be open', () => {
    const query = { metric: 'csat', groupBy: ['$by'], statistics: ['$stat'], filters: [{ field: '$field', op: 'between', values: ['$both'] }] } as object;
    expect(faultsOf(query as HelpdeskQuery, isVariable)).toEqual([]);
    expect(of(query)).toHaveLength(4);
  });

  it('finds nothing in what the model alone makes of a metric', () => expect(of(parseQuery({ metric: 'time_to_close' }))).toEqual([]));
});
