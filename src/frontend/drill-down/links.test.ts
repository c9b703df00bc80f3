import { createTheme, type DataFrame, applyFieldOverrides, dateTime, FieldType, type LinkModel, toDataFrame } from '@grafana/data';

import { REST_ID } from '../../shared/labels';
import { parseQuery } from '../../shared/query';
import type { DataSourceQuery } from '../types';
import { withLinks } from './links';

const HOUR = 3_600_000;
const range = { from: dateTime(0), to: dateTime(10 * HOUR), raw: { from: 'now-10h', to: 'now' } };
const query = {
  refId: 'A',
  metric: 'time_to_close',
  hours: 'sla',
  timeZone: 'Europe/Amsterdam',
  limit: 2,
  compare: 'previous_period',
  filters: [{ field: 'channel', op: 'in', values: ['email'] }],
} as DataSourceQuery;
const own = { field: 'channel', op: 'in', values: ['email'] };

const series = (custom: object, labels: Record<string, string> = {}, metric = 'time_to_close') =>
  toDataFrame({
    refId: 'A',
    meta: { custom: { metric, view: 'over_time', frequency: 'hour', ...custom } },
    fields: [
      { name: 'time', type: FieldType.time, values: [0, HOUR, 2 * HOUR] },
      { name: metric, type: FieldType.number, labels, values: [1, 2, 3] },
    ],
  });
const totals = (keys: object[], columns: Record<string, string[]>, more: string[] = []) =>
  toDataFrame({
    refId: 'A',
    meta: { custom: { metric: 'time_to_close', view: 'totals', keys } },
    fields: [
      ...Object.entries(columns).map(([name, values]) => ({ name, type: FieldType.string, values })),
      ...['time_to_close', ...more].map((name) => ({ name, type: FieldType.number, values: keys.map((_, i) => i) })),
    ],
  });

const drawn = (frames: DataFrame[], asked: DataSourceQuery = query) =>
  applyFieldOverrides({
    data: withLinks({ data: frames }, { queries: [asked], range, uid: 'u', name: 'Helpdesk' }).data,
    theme: createTheme(),
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text) => text,
  });

/** The links of a value, as Grafana makes them for a click. */
const links = (
  frames: DataFrame[],
  { frame = 0, field = 1, row, asked = query }: { frame?: number; field?: number; row?: number; asked?: DataSourceQuery }
): LinkModel[] => drawn(frames, asked)[frame].fields[field].getLinks?.({ valueRowIndex: row }) ?? [];

/** What Explore opens with: read from the link's address. */
const opened = (given: LinkModel[]) => {
  const {
    queries: [{ refId, datasource, ...rest }],
    range: { from, to },
  } = JSON.parse(new URL(given[0].href, 'http://grafana').searchParams.get('left') ?? '');
  expect(() => parseQuery(rest)).not.toThrow();
  return { ...rest, from, to, uid: datasource.uid, refId };
};
const base = {
  refId: 'A',
  uid: 'u',
  metric: 'time_to_close',
  kind: 'records',
  hours: 'sla',
  timeZone: 'Europe/Amsterdam',
  groupBy: [],
  from: '0',
  to: `${10 * HOUR}`,
};

describe('a series', () => {
  it.each<[string, object, object[]]>([
    ['no group', {}, []],
    ['a group', { team: 't1' }, [{ field: 'team', op: 'equals', values: ['t1'] }]],
    [
      'two groups, one of them none',
      { team: 't1', owner: null },
      [
        { field: 'team', op: 'equals', values: ['t1'] },
        { field: 'owner', op: 'is_empty', values: [] },
      ],
    ],
  ])('opens the rows of its bucket: %s', (_, key, filters) => {
    expect(opened(links([series({ key })], { row: 1 }))).toEqual({ ...base, at: HOUR, frequency: 'hour', filters: [own, ...filters] });
  });

  it('says what it opens', () => {
    expect(links([series({ key: {} })], { row: 0 })[0].title).toBe('Show the tickets');
    expect(links([series({ key: {} }, {}, 'max_available_agents')], { row: 0, asked: { ...query, metric: 'max_available_agents' } })[0].title).toBe(
      'Show the rows'
    );
  });

  it('opens the whole range where one number stands for it all', () => {
    expect(opened(links([series({ key: {} })], {}))).toEqual({ ...base, filters: [own] });
  });

  it('opens what a limit left out: whatever is not shown', () => {
    const frames = [series({ key: { owner: 'a1' } }), series({ key: { owner: null } }), series({ key: { owner: REST_ID } })];
    expect(opened(links(frames, { frame: 2, row: 0 })).filters).toEqual([own, { field: 'owner', op: 'not_in', values: ['a1', '(unassigned)'] }]);
  });

  it('opens the rows of a value that is called “Other”, or looks like a variable, as those of any', () => {
    const frames = [
      series({ key: { 'attribute.plan': 'Other' } }),
      series({ key: { 'attribute.plan': '$vip' } }),
      series({ key: { 'attribute.plan': REST_ID } }),
    ];
    const filters = (frame: number) => (opened(links(frames, { frame, row: 0 })) as { filters: object[] }).filters[1];
    expect(filters(0)).toEqual({ field: 'attribute.plan', op: 'equals', values: ['Other'] });
    expect(filters(1)).toEqual({ field: 'attribute.plan', op: 'equals', values: ['$vip'] });
    expect(filters(2)).toEqual({ field: 'attribute.plan', op: 'not_in', values: ['Other', '$vip'] });
  });

  it.each<[string, object]>([
    ['a trend', { series: 'trend' }],
    ['the earlier period', { series: 'previous_period', key: {} }],
    ['what is left of pairs', { key: { team: REST_ID, owner: REST_ID } }],
    ['what is left of tags, of which a ticket has several', { key: { tag: REST_ID } }],
  ])('has no link: %s', (_, custom) => {
    expect(links([series(custom)], { row: 0 })).toEqual([]);
  });

  it('has no link where the query asks for rows already', () => {
    expect(links([series({ key: {} })], { row: 0, asked: { ...query, kind: 'records' } })).toEqual([]);
  });
});

describe('totals', () => {
  const keys = [
    { weekday: '1', hour_of_day: '9' },
    { weekday: '2', hour_of_day: '9' },
    { weekday: '2', hour_of_day: '10' },
  ];
  const names = { weekday: ['Monday', 'Tuesday', 'Tuesday'], hour_of_day: ['09:00', '09:00', '10:00'] };
  const of = (weekday: string, hour: string) => [
    own,
    { field: 'weekday', op: 'equals', values: [weekday] },
    { field: 'hour_of_day', op: 'equals', values: [hour] },
  ];

  it.each([
    [0, '1', '9'],
    [1, '2', '9'],
    [2, '2', '10'],
  ])('open the rows of each group: row %d', (row, weekday, hour) => {
    expect(opened(links([totals(keys, names)], { field: 2, row }))).toEqual({ ...base, filters: of(weekday, hour) });
  });

  it('open all rows where there is one number', () => {
    expect(opened(links([totals([{}], {})], { field: 0 }))).toEqual({ ...base, filters: [own] });
  });

  it('open the rest of a limit', () => {
    expect(opened(links([totals([{ owner: 'a1' }, { owner: REST_ID }], { owner: ['Ann', 'Other'] })], { row: 1 })).filters).toEqual([
      own,
      { field: 'owner', op: 'not_in', values: ['a1'] },
    ]);
  });

  it('link neither names nor what is compared with', () => {
    const [frame] = drawn([totals(keys, names, ['p90', 'previous', 'change'])]);
    expect(frame.fields.filter((field) => field.getLinks?.({ valueRowIndex: 0 }).length).map(({ name }) => name)).toEqual(['time_to_close', 'p90']);
  });

  it('of a scorecard open the rows of the column’s metric and of the row’s group', () => {
    const card = {
      ...query,
      kind: 'scorecard' as const,
      metric: '',
      metrics: ['opened', { metric: 'time_to_close', hours: 'sla' as const, n: true }],
      groupBy: ['owner' as const],
    };
    const frame: DataFrame = {
      refId: 'A',
      length: 2,
      meta: { custom: { kind: 'scorecard', keys: [{ owner: 'a1' }, { owner: null }] } },
      fields: [
        { name: 'owner', type: FieldType.string, config: {}, values: ['Ann', '(unassigned)'] },
        ...['opened', 'time_to_close', 'time_to_close_n'].map((name) => ({ name, type: FieldType.number, config: {}, values: [1, 2] })),
      ],
    };
    const [linked] = withLinks({ data: [frame] }, { queries: [card], range, uid: 'u', name: 'Helpdesk' }).data as DataFrame[];
    const { hours: _hours, ...plain } = base;
    expect(opened(links2(linked, 1, 1))).toMatchObject({
      ...plain,
      metric: 'opened',
      kind: 'records',
      filters: [own, { field: 'owner', op: 'is_empty', values: [] }],
    });
    expect([2, 3].map((field) => opened(links2(linked, field, 0)))).toEqual(
      [1, 2].map(() => expect.objectContaining({ metric: 'time_to_close', hours: 'sla', filters: [own, { field: 'owner', op: 'equals', values: ['a1'] }] }))
    );
    expect(opened(links2(linked, 1, 0))).not.toHaveProperty('metrics');
  });

  it('find their group after the rows were sorted, and after one group became columns', () => {
    const [frame] = withLinks({ data: [totals(keys, names)] }, { queries: [query], range, uid: 'u', name: 'Helpdesk' }).data as DataFrame[];
    const reversed = { ...frame, fields: frame.fields.map((field) => ({ ...field, values: [...field.values].reverse() })) };
    expect(opened(links2(reversed, 2, 0)).filters).toEqual(of('2', '10'));
    const matrix: DataFrame = {
      length: 2,
      fields: [
        { name: 'hour_of_day\\weekday', type: FieldType.string, config: {}, values: ['09:00', '10:00'] },
        ...['Monday', 'Tuesday'].map((name) => ({ ...frame.fields[2], name, values: [1, 2] })),
      ],
    };
    expect(opened(links2(matrix, 2, 1)).filters).toEqual(of('2', '10'));
    expect(opened(links2(matrix, 1, 0)).filters).toEqual(of('1', '9'));
  });

  const links2 = (frame: DataFrame, field: number, row: number) =>
    applyFieldOverrides({
      data: [frame],
      theme: createTheme(),
      fieldConfig: { defaults: {}, overrides: [] },
      replaceVariables: (text) => text,
    })[0].fields[field].getLinks?.({ valueRowIndex: row }) ?? [];
});
