import { join } from 'node:path';

import { ensureDemo } from '../demo/ensure';
import type { PluginClient } from '../tools/door/client';
import { METRICS } from '../src/shared/catalog';
import { type Built, openBuilt } from './built';
import { until } from './until';

const END = Date.parse('2026-05-31T22:00:00Z');
const RANGE = { fromMs: END - 30 * 86_400_000, toMs: END };

describe('the built backend behind its own gRPC door, with no PATH and no HOME', () => {
  const log: string[] = [];
  let built: Built;
  let client: PluginClient;

  beforeAll(async () => {
    built = openBuilt();
    await ensureDemo({ dir: join(built.folder, 'demo'), tickets: 1200, seed: 3, months: 6, end: END });
    client = await built.start(built.files('demo', { defaultCalendar: 'amsterdam' }), (line) => log.push(line));
  }, 120_000);

  afterAll(() => built.close());

  it('is healthy and says what it found', async () => {
    const { ok, message, details } = await client.health();
    expect({ ok, message }).toEqual({ ok: true, message: expect.stringMatching(/^Connected: 1,200 tickets, [\d,]+ messages, read \d+ seconds? ago\./) });
    expect(details).toMatchObject({ phase: 'ready', rows: { ticket: 1200 }, reportsWithoutData: [] });
  }, 60_000);

  const asked = METRICS.flatMap((metric) => metric.views.flatMap((view) => metric.hours.map((hours) => [metric.id, view, hours] as const)));
  it.each(asked)('%s, %s, %s hours: frames that alerting can read', async (metric, view, hours) => {
    const answer = (await client.query([{ refId: 'A', json: { metric, view, hours, groupBy: [] }, ...RANGE }], { fromAlert: true })).get('A');
    expect(answer).toMatchObject({ status: 200, error: '' });
    const [frame] = answer?.frames ?? [];
    expect(frame.meta.type).toBe(view === 'over_time' ? 'timeseries-multi' : 'numeric-long');
    expect(frame.meta.typeVersion).toEqual([0, 1]);
    if (frame.fields.length > 0) {
      expect(frame.fields.map(({ type }) => type)).toEqual(view === 'over_time' ? ['time', 'number'] : ['number']);
    }
  });

  it.each([
    ['opened', 0],
    ['sla_at_risk', 0],
    ['backlog', 0],
    ['max_available_agents', 0],
    ['csat', null],
    ['sla_attainment', null],
    ['longest_wait', null],
  ])('an alert on %s where nothing happened: %s', async (metric, expected) => {
    const long = Date.parse('2001-01-01T00:00:00Z');
    const [frame] =
      (await client.query([{ refId: 'A', json: { metric, view: 'totals', groupBy: [] }, fromMs: long, toMs: long + 86_400_000 }], { fromAlert: true })).get('A')
        ?.frames ?? [];
    expect(frame.fields.map((field) => field.values)).toEqual(expected === null ? [] : [[expected]]);
  });

  const values = (frame: { fields: ReadonlyArray<{ name: string; values: readonly unknown[] }> } | undefined, field: string) =>
    frame?.fields.find(({ name }) => name === field)?.values ?? [];

  it.each(['opened', 'time_to_first_response', 'csat', 'backlog', 'sla_attainment', 'max_available_agents', 'net_flow'])(
    'lays the period before under %s: what that period answers by itself',
    async (metric) => {
      const previous = { fromMs: RANGE.fromMs - 30 * 86_400_000, toMs: RANGE.fromMs };
      const groupBy = ['team'];
      const answers = await client.query([
        { refId: 'both', json: { metric, view: 'totals', groupBy, compare: 'previous_period', timeZone: 'UTC' }, ...RANGE },
        { refId: 'then', json: { metric, view: 'totals', groupBy, timeZone: 'UTC' }, ...previous },
        { refId: 'over', json: { metric, frequency: 'day', groupBy: [], compare: 'previous_period', timeZone: 'Europe/Amsterdam' }, ...RANGE },
        { refId: 'overThen', json: { metric, frequency: 'day', groupBy: [], timeZone: 'Europe/Amsterdam' }, ...previous },
      ]);
      const [both] = answers.get('both')?.frames ?? [];
      const [then] = answers.get('then')?.frames ?? [];
      const earlier = new Map(values(then, 'team').map((team, i) => [team, values(then, metric)[i]]));
      const now = values(both, metric) as Array<number | null>;
      expect(values(both, 'team').length).toBeGreaterThan(3);
      values(both, 'team').forEach((team, i) => {
        const before = (earlier.get(team) ?? null) as number | null;
        expect(values(both, 'previous')[i] ?? 0).toEqual(before ?? 0);
        if (before && now[i] !== null) {
          expect(values(both, 'difference')[i]).toBeCloseTo(now[i] - before, 9);
        }
      });
      const [, laid] = answers.get('over')?.frames ?? [];
      expect(laid.name).toBe('Previous period');
      expect(values(laid, 'time')).toEqual(values(answers.get('over')?.frames[0], 'time'));
      expect(values(laid, metric)).toEqual(values(answers.get('overThen')?.frames[0], metric));
    }
  );

  it('draws trend, forecast and what was to be expected, but never for an alert', async () => {
    const json = { metric: 'opened', frequency: 'day', trend: 'predictive', anomalies: true, groupBy: [], asOf: END };
    const range = { fromMs: END - 60 * 86_400_000, toMs: END + 7 * 86_400_000 };
    const [drawn, alerted] = await Promise.all([
      client.query([{ refId: 'A', json, ...range }]),
      client.query([{ refId: 'A', json, ...range }], { fromAlert: true }),
    ]);
    const named = (answers: typeof drawn) => answers.get('A')?.frames.map(({ meta }) => (meta.custom as { series?: string }).series ?? 'own');
    expect(named(drawn)).toEqual(['own', 'lower', 'upper', 'forecast', 'expected_low', 'expected_high', 'anomaly']);
    expect(
      values(drawn.get('A')?.frames[3], 'opened')
        .slice(-7)
        .every((value) => typeof value === 'number' && value >= 0)
    ).toBe(true);
    expect(named(alerted)).toEqual(['own']);
  });

  it('tells what happened', async () => {
    const ask = async (json: object) => (await client.query([{ refId: 'A', json: { kind: 'events', ...json }, ...RANGE }])).get('A');
    const [all, breaches, counted] = await Promise.all([
      ask({}),
      ask({ events: ['sla_breach'], limit: 10_000 }),
      client.query([{ refId: 'A', json: { metric: 'sla_breaches', view: 'totals', groupBy: [] }, ...RANGE }]),
    ]);
    expect(all?.frames[0].fields.map(({ name }) => name)).toEqual(['time', 'timeEnd', 'title', 'text', 'tags', 'id']);
    expect(new Set(values(all?.frames[0], 'title'))).toEqual(new Set(['SLA breach', 'Low rating', 'Ticket reopened', 'Holiday']));
    expect(values(breaches?.frames[0], 'time')).toHaveLength(Number(values(counted.get('A')?.frames[0], 'sla_breaches')[0]));
    expect(await ask({ events: ['holliday'] })).toMatchObject({ status: 400, error: expect.stringContaining('Did you mean "holiday"?') });
    expect((await client.query([{ refId: 'A', json: { kind: 'events' }, ...RANGE }], { fromAlert: true })).get('A')).toMatchObject({ status: 400 });
  });

  it('returns the rows of one bucket: as many as the chart counts there', async () => {
    const chart = (await client.query([{ refId: 'A', json: { metric: 'opened', frequency: 'day', groupBy: [], timeZone: 'Europe/Amsterdam' }, ...RANGE }])).get(
      'A'
    )?.frames[0];
    const times = values(chart, 'time') as number[];
    const rows = await client.query(
      [0, 9, times.length - 1].map((at) => ({
        refId: String(at),
        json: { kind: 'records', metric: 'opened', frequency: 'day', at: times[at], timeZone: 'Europe/Amsterdam', limit: 10_000 },
        ...RANGE,
      }))
    );
    for (const [at, answer] of rows) {
      expect(answer.frames[0].fields[0].values).toHaveLength(Number(values(chart, 'opened')[Number(at)]));
    }
  });

  it('answers a nonsense query with 400 and a sentence, and its sibling all the same', async () => {
    const answers = await client.query([
      { refId: 'A', json: { metric: 'time_to_clsoe' }, ...RANGE },
      { refId: 'B', json: { metric: 'csat', view: 'totals' }, ...RANGE },
      { refId: 'C', json: 'not JSON', ...RANGE },
    ]);
    expect(answers.get('A')).toMatchObject({ status: 400, error: 'There is no metric "time_to_clsoe". Did you mean "time_to_close"?' });
    expect(answers.get('B')).toMatchObject({ status: 200 });
    expect(answers.get('C')).toMatchObject({ status: 400, error: expect.stringContaining('not JSON') });
  });

  it('round-trips hostile filter values as values', async () => {
    const hostile = ["'", '"; DROP TABLE ticket_fact; --', "a' OR '1'='1", '%', '\\', '\u0000', '🦆', '$1'];
    const answers = await client.query([
      ...hostile.map((value, i) => ({
        refId: `H${i}`,
        json: { metric: 'opened', view: 'totals', filters: [{ field: 'team', op: 'equals', values: [value] }] },
        ...RANGE,
      })),
      { refId: 'after', json: { metric: 'opened', view: 'totals' }, ...RANGE },
    ]);
    hostile.forEach((_, i) => expect(answers.get(`H${i}`)).toMatchObject({ status: 200, frames: [{ fields: [{ values: [0] }] }] }));
    expect(answers.get('after')?.frames[0].fields[0].values[0]).toBeGreaterThan(0);
  });

  it('stops a cancelled query', async () => {
    const controller = new AbortController();
    const heavy = client.query(
      Array.from({ length: 30 }, (_, i) => ({
        refId: `Q${i}`,
        json: { metric: 'backlog_age', frequency: 'hour', groupBy: ['owner'], statistics: ['p90'] },
        fromMs: END - (150 + i) * 86_400_000,
        toMs: END,
      })),
      { signal: controller.signal }
    );
    const asked = async () => {
      const { queries } = (await client.resource('status')).body as { queries: { running: number; waiting: number } };
      return queries.running + queries.waiting;
    };
    const refused = expect(heavy).rejects.toThrow(/CANCELLED/);
    await until(async () => (await asked()) > 0, 'the first statement');
    controller.abort();
    await refused;
    await until(async () => (await asked()) === 0, 'the end of all statements');
  }, 30_000);

  it('looks up values, the catalogue and the schema; and names what there is for what there is not', async () => {
    expect((await client.resource('dimensions/team/values?search=')).body).toMatchObject({
      values: expect.arrayContaining([{ id: '(none)', name: '(none)' }]),
    });
    expect((await client.resource('dimensions/weekday/values?search=sat')).body).toEqual({ values: [{ id: '6', name: 'Saturday' }], more: false });
    expect((await client.resource('dimensions/taem/values')).body).toEqual({ message: 'There is no dimension "taem". Did you mean "team"?' });
    expect((await client.resource('catalog')).body).toMatchObject({ metrics: expect.arrayContaining([expect.objectContaining({ id: 'csat' })]) });
    const narrowed = async (id: string, filters: object[], more = '') =>
      (await client.resource(`dimensions/${id}/values?filters=${encodeURIComponent(JSON.stringify(filters))}${more}`)).body as {
        values?: Array<{ id: string }>;
        message?: string;
      };
    const [team] = (await narrowed('team', [])).values ?? [];
    const [owners, everybody] = [
      (await narrowed('owner', [{ field: 'team', op: 'in', values: [team.id] }])).values ?? [],
      (await narrowed('owner', [])).values ?? [],
    ];
    expect(everybody).toEqual(expect.arrayContaining(owners));
    expect(owners.length).toBeLessThan(everybody.length);
    expect((await narrowed('rating', [{ field: 'availability', op: 'in', values: ['away'] }])).message).toMatch(/no report has both/);
    expect((await client.resource('holidays?country=NL&from=2026-04-27&to=2026-04-27')).body).toEqual({
      holidays: [{ date: '2026-04-27', name: 'Koningsdag' }],
    });
    expect(await client.resource('nothing')).toMatchObject({ status: 404 });
  });

  it('counts itself for Prometheus', async () => {
    expect(await client.metrics()).toMatch(/helpdesk_metrics_queries_total\{metric="csat",status="200"\} \d+/);
  });

  it('says nothing on stdout but the handshake, and logs what Grafana can read', () => {
    for (const line of log) {
      expect(JSON.parse(line)).toMatchObject({
        '@level': expect.any(String),
        '@message': expect.any(String),
        '@timestamp': expect.stringMatching(/\.\d{6}Z$/),
      });
    }
  });
});
