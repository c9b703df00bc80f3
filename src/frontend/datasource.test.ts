import {
  type AdHocVariableFilter,
  CoreApp,
  type DataFrame,
  type DataQueryRequest,
  type DataSourceInstanceSettings,
  dateTime,
  FieldType,
  setWeekStart,
  toDataFrame,
} from '@grafana/data';
import { config, DataSourceWithBackend, setBackendSrv, type BackendSrv } from '@grafana/runtime';
import { firstValueFrom, of, throwError } from 'rxjs';

import { HelpdeskDataSource } from './datasource';
import type { DataSourceQuery, DataSourceSettings } from './types';
import { pretendVariables } from './variables/dashboard.fixture';

const source = new HelpdeskDataSource({
  uid: 'u',
  type: 'helpdesk-metrics-datasource',
  name: 'Helpdesk',
  jsonData: {},
} as DataSourceInstanceSettings<DataSourceSettings>);
const query = (own: object = {}): DataSourceQuery => ({ refId: 'A', metric: 'csat', ...own }) as DataSourceQuery;
const filter = (operator: string): AdHocVariableFilter => ({ key: 'team', operator, value: 't1' });
const request = (own: object): DataQueryRequest<DataSourceQuery> =>
  ({
    targets: [query()],
    scopedVars: {},
    timezone: 'utc',
    app: CoreApp.Dashboard,
    range: { from: dateTime(0), to: dateTime(1), raw: { from: 'now-1h', to: 'now' } },
    ...own,
  }) as DataQueryRequest<DataSourceQuery>;

/** What the backend is asked, and the frames it answers with. */
function answering(frames: DataFrame[] = []) {
  const sent = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(of({ data: frames }));
  return { asked: (at = 0) => sent.mock.calls[0][0].targets[at] as DataSourceQuery };
}

beforeEach(() => pretendVariables({ team: ['t1', 't2'] }));
afterEach(() => {
  jest.restoreAllMocks();
  setWeekStart('');
});

describe('what a query starts as', () => {
  it.each([
    [CoreApp.Dashboard, 'over_time'],
    [CoreApp.Explore, 'over_time'],
    [CoreApp.UnifiedAlerting, 'totals'],
    [undefined, 'over_time'],
  ])('%s: %s', (app, view) => {
    const first = query(source.getDefaultQuery(app));
    expect(first.view).toBe(view);
    expect(source.filterQuery(first)).toBe(true);
  });

  it('is asked without what it replaced in a mixed panel, and without its mark', () => {
    const { asked } = answering();
    source.query(request({ targets: [query({ ...source.getDefaultQuery(CoreApp.PanelEditor), expr: 'up' })] }));
    expect(asked()).toMatchObject({ refId: 'A', metric: 'time_to_first_response', view: 'over_time' });
    expect(Object.keys(asked())).toEqual(expect.not.arrayContaining(['expr', 'untouched']));
  });

  it('has no mark in alert rules, under whose queries Grafana puts it again and again', () => {
    expect(source.getDefaultQuery(CoreApp.UnifiedAlerting)).toEqual({ metric: 'time_to_first_response', view: 'totals' });
  });
});

it.each<[object, boolean]>([
  [{}, true],
  [{ hide: true }, false],
  [{ metric: '' }, false],
  [{ metric: '', kind: 'events' }, true],
  [{ kind: 'events', hide: true }, false],
])('runs %j: %s', (own, runs) => {
  expect(source.filterQuery(query(own))).toBe(runs);
});

it.each<[object, string]>([
  [
    { metric: 'time_to_close', groupBy: ['team', 'owner'], hours: 'sla', filters: [{}, {}] },
    'Time to close · over time · by team, owner · SLA hours · 2 filters',
  ],
  [{ metric: 'time_to_close', view: 'totals', filters: [{}] }, 'Time to close · totals · 1 filter'],
  [{ metric: 'time_to_close', kind: 'records' }, 'Time to close · rows'],
  [{ metric: '', kind: 'events', events: ['holiday'] }, 'Events · holiday'],
  [{ metric: '$metric', groupBy: ['$by'] }, '$metric · over time · by $by'],
  [{ metric: '' }, 'No metric chosen yet'],
])('says %j in a few words', (own, text) => {
  expect(source.getQueryDisplayText(query(own))).toBe(text);
});

it('knows a query with variables', () => {
  expect(source.targetContainsTemplate(query({ hours: '$hours' }))).toBe(true);
  expect(source.targetContainsTemplate(query())).toBe(false);
});

describe('query', () => {
  it('asks nothing of a query without a metric', () => {
    const sent = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(of({ data: [] }));
    source.query(request({ targets: [query({ metric: undefined }), query({ refId: 'B' }), query({ refId: 'C', hide: true })] }));
    expect(sent.mock.calls[0][0].targets.map(({ refId }) => refId)).toEqual(['B']);
  });

  it.each([
    ['utc', 'UTC'],
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['browser', Intl.DateTimeFormat().resolvedOptions().timeZone],
  ])('puts the time zone of the dashboard in: %s', (timezone, timeZone) => {
    const { asked } = answering();
    source.query(request({ timezone, targets: [query(), query({ timeZone: 'Asia/Tokyo' })] }));
    expect(asked(0).timeZone).toBe(timeZone);
    expect(asked(1).timeZone).toBe('Asia/Tokyo');
  });

  it.each(['monday', 'sunday', 'saturday'])('puts the dashboard’s week start in: %s', (weekStart) => {
    const { asked } = answering();
    setWeekStart(weekStart);
    source.query(request({}));
    expect(asked().weekStart).toBe(weekStart);
  });

  it.each(['', 'browser'])('leaves the week start to the data source’s setting where nobody chose one: %j', (weekStart) => {
    const { asked } = answering();
    setWeekStart('saturday');
    setWeekStart(weekStart);
    source.query(request({}));
    expect(asked()).not.toHaveProperty('weekStart');
  });

  it('puts the reader’s language in', () => {
    const { asked } = answering();
    const before = config.bootData;
    config.bootData = { user: { language: 'nl-NL' } } as typeof config.bootData;
    source.query(request({}));
    config.bootData = before;
    expect(asked().locale).toBe('nl-NL');
  });

  const frame = () =>
    toDataFrame({
      refId: 'A',
      meta: { custom: { metric: 'csat', view: 'totals', keys: [{}] } },
      fields: [{ name: 'csat', type: FieldType.number, values: [0.9] }],
    });
  const linked = async (own: object) => (await firstValueFrom(source.query(request(own)))).data[0].fields[0].config.links?.length ?? 0;

  it.each([
    [CoreApp.Dashboard, 1],
    [CoreApp.Explore, 1],
    [CoreApp.UnifiedAlerting, 0],
  ])('links the values of an answer in %s: %d', async (app, links) => {
    answering([frame()]);
    expect(await linked({ app })).toBe(links);
  });

  it('links nothing on a public dashboard, whose reader has no Explore', async () => {
    answering([frame()]);
    config.publicDashboardAccessToken = 'token';
    const links = await linked({});
    config.publicDashboardAccessToken = '';
    expect(links).toBe(0);
  });
});

describe('ad hoc filters', () => {
  it('are added to the query’s own', () => {
    expect(source.applyTemplateVariables(query({ filters: [{ field: 'team', values: ['$team'] }] }), {}, [filter('!=')]).filters).toEqual([
      { field: 'team', values: ['t1', 't2'], origin: 'variable' },
      { field: 'team', op: 'not_equals', values: ['t1'], origin: 'adhoc' },
    ]);
    expect(source.applyTemplateVariables(query(), {})).toEqual(query());
  });

  it('that cannot be applied fail on the panel, before anything is asked', async () => {
    const asked = jest.fn(() => throwError(() => new Error('asked')));
    setBackendSrv({ fetch: asked } as unknown as BackendSrv);
    await expect(firstValueFrom(source.query(request({ filters: [filter('>')] })))).rejects.toThrow(/the operator “>”/);
    expect(asked).not.toHaveBeenCalled();
  });

  it('go along unapplied when a query is opened elsewhere, where the backend names them', () => {
    expect(source.interpolateVariablesInQueries([query()], {}, [filter('>')])[0].filters).toEqual([
      { field: 'team', op: '>', values: ['t1'], origin: 'adhoc' },
    ]);
  });

  it('offer every dimension by name, and custom fields in a group of their own', async () => {
    const resource = jest.spyOn(source, 'getResource').mockResolvedValue({ customFields: [{ id: 'attribute.plan/2', label: 'plan/2', values: 3 }] });
    const keys = await source.getTagKeys();
    expect(resource).toHaveBeenCalledWith('custom-fields');
    expect(keys).toContainEqual({ text: 'SLA policy', value: 'policy' });
    expect(keys).toContainEqual({ text: 'plan/2', value: 'attribute.plan/2', group: 'Custom fields' });
  });

  it('offer what every helpdesk has while it cannot be asked', async () => {
    jest.spyOn(source, 'getResource').mockRejectedValue(new Error('down'));
    expect(await source.getTagKeys()).toContainEqual({ text: 'Team', value: 'team' });
  });

  it('on custom fields are filters, and have values, whatever their key is', async () => {
    const resource = jest.spyOn(source, 'getResource').mockResolvedValue({ values: [{ id: 'gold', name: 'gold' }], more: false });
    expect(await source.getTagValues({ key: 'attribute.plan/2?', filters: [] })).toEqual([{ text: 'gold', value: 'gold' }]);
    expect(resource).toHaveBeenCalledWith('dimensions/attribute/values', { key: 'plan/2?', search: '' });
    expect(source.applyTemplateVariables(query(), {}, [{ key: 'attribute.plan/2?', operator: '=', value: '$gold' }]).filters).toEqual([
      { field: 'attribute.plan/2?', op: 'equals', values: ['$gold'], origin: 'adhoc' },
    ]);
  });

  it('offer the values of a dimension', async () => {
    const resource = jest.spyOn(source, 'getResource').mockResolvedValue({ values: [{ id: 't1', name: 'Billing' }], more: false });
    expect(await source.getTagValues({ key: 'team', filters: [] })).toEqual([{ text: 'Billing', value: 't1' }]);
    expect(resource).toHaveBeenCalledWith('dimensions/team/values', { search: '' });
    expect(await source.getTagValues({ key: '../secrets', filters: [] })).toEqual([]);
    expect(resource).toHaveBeenCalledTimes(1);
  });
});
