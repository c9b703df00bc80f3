import type { ClientSettings } from '../../tools/door/client';
import { METRICS } from '../../src/shared/catalog';
import { DIMENSION_CATALOG } from '../../src/shared/catalog/dimensions';
import type { Metric } from '../../src/shared/catalog/metric';
import { SURVEY_TABLES } from '../../src/shared/catalog/surveys';
import { DIMENSIONS, type PlainDimensionId } from '../../src/shared/words';
import { agent, helpdesk, message, survey, ticket, utc } from '../oracle/builders';
import { type CallerName, CALLERS, type House, openHouse } from './house';

const ROWS = helpdesk({
  agent: [agent('ann')],
  ticket: [ticket('t1', '2025-03-01 00:00'), ticket('t2', '2025-03-01 00:00')],
  message: [message('t1', '2025-03-01 01:00', 'agent', { author_id: 'ann' })],
  survey: [survey('v1', 't1', '2025-03-01 02:00', 1, { form_id: 'canary' })],
});
const RANGE = { fromMs: utc('2025-03-01 00:00'), toMs: utc('2025-03-03 00:00') };
/** Said by hand, so that what the code derives is held against something. */
const OF_SURVEYS: readonly PlainDimensionId[] = ['rating', 'scale', 'scale_half', 'survey_form'];
const isOfSurveys = ({ needs }: Metric) => needs.includes('survey');

jest.setTimeout(60_000);
let house: House;
let settings: ClientSettings;
beforeAll(async () => {
  house = await openHouse();
  settings = await house.source('guarded', ROWS, { surveyInAlerts: false, surveyOnPublicDashboards: false });
  await house.until(settings, ({ phase }) => phase === 'ready');
});
afterAll(() => house.close());

/** Every question that a metric can be asked, one of each kind. */
function questions(metric: Metric): object[] {
  const dimensions = Object.keys(metric.dimensions) as PlainDimensionId[];
  const filtered = (field: PlainDimensionId) => ({ field, op: 'is_not_empty' });
  return [
    { view: 'totals', groupBy: [] },
    { view: 'over_time', groupBy: [] },
    { view: 'totals', groupBy: [], compare: 'previous_period' },
    { kind: 'records' },
    { kind: 'records', columns: metric.columns },
    ...dimensions.filter((id) => !metric.dimensions[id]?.filterOnly).map((id) => ({ view: 'totals', groupBy: [id] })),
    ...dimensions.flatMap((field) => [
      { view: 'totals', groupBy: [], filters: [filtered(field)] },
      { kind: 'records', filters: [filtered(field)] },
    ]),
    ...OF_SURVEYS.map((field) => ({ view: 'totals', groupBy: [], filters: [{ ...filtered(field), origin: 'variable' }] })),
  ].map((question) => ({ metric: metric.id, timeZone: 'UTC', ...question }));
}

const ask = async (who: CallerName, asked: readonly object[]) =>
  [
    ...(await house.client.query(
      asked.map((json, i) => ({ refId: `Q${i}`, json, ...RANGE })),
      { ...CALLERS[who], settings }
    )),
  ].map(([refId, answer]) => ({ json: asked[Number(refId.slice(1))], ...answer }));

const lookUp = (who: CallerName, dimension: PlainDimensionId, filters: readonly object[]) =>
  house.client.resource(`dimensions/${dimension}/values?filters=${encodeURIComponent(JSON.stringify(filters))}`, 'GET', undefined, {
    ...CALLERS[who],
    settings,
  });

it('knows the tables of surveys', () => {
  expect(SURVEY_TABLES).toEqual(['survey_fact', 'dim_rating', 'dim_scale', 'dim_survey_form', 'dim_survey']);
});

describe('a Viewer, where nobody chose who sees surveys', () => {
  it.each(METRICS.map((metric): [string, Metric] => [metric.id, metric]))('every question about %s', async (_id, metric) => {
    const answers = await ask('a Viewer', questions(metric));
    const wrong = answers.filter(({ status }) => (status === 403) !== isOfSurveys(metric));
    expect(wrong.map(({ json, status, error }) => ({ json, status, error }))).toEqual([]);
    expect(JSON.stringify(answers.map(({ frames }) => frames))).not.toContain('canary');
  });

  it.each(DIMENSIONS)('the values of %s, whatever they are filtered by', async (dimension) => {
    const filters = DIMENSIONS.map((field) => [{ field, op: 'is_not_empty' }]);
    const answers = await Promise.all([[], ...filters].map(async (filter) => ({ filter, ...(await lookUp('a Viewer', dimension, filter)) })));
    const touched = answers.filter(({ filter }) => OF_SURVEYS.includes(dimension) || filter.some(({ field }) => OF_SURVEYS.includes(field)));
    // fixed values are no data; 400: no report has both
    expect(touched.filter(({ status }) => status === 200 && typeof DIMENSION_CATALOG[dimension].values === 'string')).toEqual([]);
    expect(answers.filter(({ status, filter }) => status === 403 && !touched.some((one) => one.filter === filter))).toEqual([]);
    expect(JSON.stringify(answers)).not.toContain('canary');
  });

  it('no low ratings among the events, and it is said', async () => {
    const [all, low] = await ask('a Viewer', [{ kind: 'events' }, { kind: 'events', events: ['low_rating'] }]);
    expect(all).toMatchObject({
      status: 200,
      frames: [
        {
          meta: {
            notices: [
              {
                severity: 'info',
                text: '“Low rating” is left out: Survey metrics need the Grafana role Editor on this data source; yours is Viewer. The data source’s settings decide which (surveyRole).',
              },
            ],
          },
        },
      ],
    });
    expect(all.frames[0].fields.find(({ name }) => name === 'title')?.values).not.toContain('Low rating');
    expect(low.status).toBe(403);
  });

  it('no column of them in a scorecard, and it is said', async () => {
    const card = { kind: 'scorecard', groupBy: ['owner'], timeZone: 'UTC' };
    const [both, only] = await ask('a Viewer', [
      { ...card, metrics: ['opened', 'csat'], sort: { column: 'csat' } },
      { ...card, metrics: ['csat'] },
    ]);
    expect(both).toMatchObject({
      status: 200,
      frames: [
        {
          fields: [{ name: 'owner' }, { name: 'opened', values: [2] }, { name: 'owner_id' }],
          meta: { notices: [{ text: expect.stringMatching(/^Left out: Customer satisfaction \(CSAT\)\. Survey metrics need/) }] },
        },
      ],
    });
    expect(only.status).toBe(403);
  });

  it('no count of them in status and health', async () => {
    const options = { ...CALLERS['a Viewer'], settings };
    expect(JSON.stringify([await house.client.resource('status', 'GET', undefined, options), await house.client.health(options)])).not.toMatch(
      /survey|rating|csat/i
    );
  });
});

const CSAT = { metric: 'csat', view: 'totals', groupBy: [] };

describe('who sees surveys', () => {
  const ROLE = /^Survey metrics need the Grafana role Editor on this data source; yours is (\w+)\. The data source’s settings decide which \(surveyRole\)\.$/;
  const cases: ReadonlyArray<[CallerName, RegExp | null]> = [
    ['a Viewer', ROLE],
    ['a Viewer who says that he is an alert rule', ROLE],
    ['somebody without a role', ROLE],
    ['a role that every object has', ROLE],
    ['an Editor', null],
    ['an Editor who previews a rule', null],
    ['an Admin', null],
    ['an alert rule', /alert rules .*surveyInAlerts/],
    ['an alert rule without a user', /alert rules .*surveyInAlerts/],
    ['a public dashboard', /public dashboards .*surveyOnPublicDashboards/],
    ['a public dashboard of a newer Grafana', /public dashboards .*surveyOnPublicDashboards/],
  ];
  it.each(cases)('%s', async (who, refused) => {
    const [answer] = await ask(who, [CSAT]);
    expect(answer).toMatchObject(refused === null ? { status: 200, error: '' } : { status: 403, error: expect.stringMatching(refused) });
    expect((await lookUp(who, 'ticket', [{ field: 'rating', op: 'in', values: ['1'] }])).status).toBe(refused === null ? 200 : 403);
  });

  it.each<[CallerName, object, number]>([
    ['an alert rule', {}, 200],
    ['an alert rule', { surveyInAlerts: false }, 403],
    ['an alert rule', { surveyOnPublicDashboards: false }, 200],
    ['an alert rule', { surveyRole: 'Admin' }, 200],
    ['a public dashboard', {}, 200],
    ['a public dashboard', { surveyInAlerts: false }, 200],
    ['a public dashboard', { surveyOnPublicDashboards: false }, 403],
    ['a public dashboard', { surveyWithoutUser: false }, 403],
    ['a public dashboard of a newer Grafana', {}, 200],
    ['a public dashboard of a newer Grafana', { surveyOnPublicDashboards: false }, 403],
    ['a Viewer', {}, 403],
    ['a Viewer', { surveyRole: 'Viewer' }, 200],
    ['an Editor', {}, 200],
    ['an Editor', { surveyRole: 'Admin' }, 403],
  ])('%s, %j: %s', async (who, more, status) => {
    const uid = `own-${Object.entries(more).flat().join('-')}`;
    const own = await house.source(uid, ROWS, more);
    await house.until(own, ({ phase }) => phase === 'ready');
    expect((await house.client.query([{ refId: 'A', json: CSAT, ...RANGE }], { ...CALLERS[who], settings: own })).get('A')?.status).toBe(status);
  });
});

it.each(Object.entries(CALLERS))('%s asks for a refresh', async (who, options) => {
  const { status, body } = await house.client.resource('refresh', 'POST', {}, { ...options, settings });
  expect(status).toBe(['an Editor', 'an Editor who previews a rule', 'an Admin'].includes(who) ? 202 : 403);
  if (status === 403) {
    expect(body).toEqual({
      message: expect.stringMatching(/^A refresh needs the Grafana role Editor; yours is \w+\. The data is read anew by itself every 10m\.$/),
    });
  }
});
