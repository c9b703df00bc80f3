import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PluginClient } from '../tools/door/client';
import { type Built, openBuilt } from './built';

const END = Date.parse('2026-05-31T22:00:00Z');
const DAY = 86_400_000;
const MONTH = { fromMs: END - 30 * DAY, toMs: END };
const YEARS = { fromMs: Date.parse('0001-01-01T00:00:00Z'), toMs: Date.parse('9999-12-31T23:59:59.999Z') };
const TICKETS = 20_000;

/** How long the event loop may stand still (seconds): 50 ms of a machine that has nothing else to do. */
const STILL = 0.25;

/** A busy machine keeps the loop waiting now and then, a question that stops it each time. */
const TRIES = 3;

/** A question, and the status and the sentence that it is answered with. */
type Hostile = readonly [name: string, ask: object | string, range: { fromMs: number; toMs: number }, status: number, sentence: RegExp];

const opened = (more: object) => ({ metric: 'opened', ...more });
const words = (count: number, word = 'x') => Array.from({ length: count }, (_, i) => `${word}${i}`);

const FREEZES: readonly Hostile[] = [
  [
    '2a the end of Date by day',
    opened({ frequency: 'day' }),
    { fromMs: 8_640_000_000_000_000, toMs: 8_640_000_000_000_001 },
    400,
    /beyond the years 1 to 9999/,
  ],
  ['2a the beginning of Date by year', opened({ frequency: 'year' }), { fromMs: -8_640_000_000_000_000, toMs: 0 }, 400, /beyond the years 1 to 9999/],
  [
    '2a the end of int64',
    opened({ frequency: 'month' }),
    { fromMs: Number.MIN_SAFE_INTEGER, toMs: Number.MAX_SAFE_INTEGER },
    400,
    /beyond the years 1 to 9999/,
  ],
  [
    '2a2 a bucket at the end of numbers',
    { kind: 'records', metric: 'opened', at: Number.MAX_SAFE_INTEGER },
    MONTH,
    400,
    /"at" is 9007199254740991, which is not in the years 1 to 9999/,
  ],
  ['2a2 a bucket of another age', { kind: 'records', metric: 'opened', at: YEARS.toMs, timeZone: 'America/Denver' }, MONTH, 400, /lies outside the time range/],
  ['35 asOf at the end of Date', opened({ asOf: 8_640_000_000_000_000, timeZone: 'Asia/Gaza' }), MONTH, 400, /"asOf" is 8640000000000000/],
  ['2b a metric of a million letters', { metric: 'x'.repeat(900_000) }, MONTH, 413, /^The query has a text of 900,000 characters, "x{100}…"; at most 1,000/],
  ['2b a zone of a hundred thousand', opened({ timeZone: 'x'.repeat(100_000) }), MONTH, 413, /^The query has a text of 100,000/],
  ['2b a zone that is read', opened({ timeZone: `Europe/${'Amsterdam'.repeat(100)}` }), MONTH, 400, /^"Europe\/(Amsterdam)+A?m?s?…" is not a time zone\./],
  ['2b a key', opened({ ['x'.repeat(200_000)]: 1 }), MONTH, 413, /^The query has a text of 200,000/],
  ['2b an operator', opened({ filters: [{ field: 'team', op: 'x'.repeat(300_000), values: ['a'] }] }), MONTH, 413, /^The query has a text of 300,000/],
  [
    '2c the hours of all years',
    opened({ view: 'totals', groupBy: ['hour_of_day'], timeZone: 'Europe/Paris' }),
    YEARS,
    400,
    /^The clocks of Europe\/Paris change more than 1,000 times in the range: .* a shorter range/,
  ],
  ['2c the hours of all years where no clock changes', opened({ view: 'totals', groupBy: ['hour_of_day'], timeZone: 'UTC' }), YEARS, 200, /^$/],
  ['2c all years in a zone never asked for', opened({ view: 'totals', groupBy: [], timeZone: 'America/New_York' }), YEARS, 200, /^$/],
  [
    '2c all years compared with those before',
    opened({ view: 'totals', groupBy: [], compare: 'previous_period', timeZone: 'Australia/Sydney' }),
    YEARS,
    200,
    /^$/,
  ],
  [
    '2c a chart of all years',
    opened({ frequency: 'year', compare: 'previous_year', timeZone: 'Europe/London' }),
    YEARS,
    413,
    /more than 1,000 buckets that differ in length: choose a shorter range/,
  ],
  ['13 a deep query', `{"metric":"opened","a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, MONTH, 400, /deep/],
  [
    '13 ten thousand filters',
    opened({ filters: Array.from({ length: 10_000 }, () => ({ field: 'team' })) }),
    MONTH,
    413,
    /"filters" has 10,000 elements|more than 12,000 values/,
  ],
  ['13 two thousand contains', opened({ filters: [{ field: 'team', op: 'contains', values: words(2_000) }] }), MONTH, 413, /"contains" takes at most 200/],
  ['13 ten thousand columns', opened({ kind: 'records', columns: words(10_000) }), MONTH, 413, /"columns" has 10,000 elements/],
];

/** The defects of one query that took all memory: refused, or answered within it. */
const HEAPS: readonly Hostile[] = [
  [
    '3 every ticket by the hour of two years',
    opened({ frequency: 'hour', groupBy: ['ticket'] }),
    { fromMs: END - 730 * DAY, toMs: END },
    413,
    /^The answer has more than 28 groups of 17,5\d\d buckets: .* Group by less, set a limit, or choose a longer frequency or a shorter range\.$/,
  ],
  [
    '3 every ticket by the day of two years',
    opened({ frequency: 'day', groupBy: ['ticket'], compare: 'previous_year' }),
    { fromMs: END - 730 * DAY, toMs: END },
    413,
    /more than 341 groups of 73\d buckets/,
  ],
  ['3 every ticket by the year', opened({ frequency: 'year', groupBy: ['ticket'] }), { fromMs: END - 730 * DAY, toMs: END }, 413, /more than 5,000 groups/],
  [
    '3 every ticket by the hour of the day',
    opened({ metric: 'messages_by_hour', view: 'totals', groupBy: ['hour_of_day', 'ticket'] }),
    { fromMs: END - 730 * DAY, toMs: END },
    200,
    /^$/,
  ],
  ['3 every ticket and customer in total', opened({ view: 'totals', groupBy: ['ticket', 'customer'] }), { fromMs: END - 730 * DAY, toMs: END }, 200, /^$/],
  [
    '3 the same, compared',
    opened({ view: 'totals', groupBy: ['ticket', 'customer'], compare: 'previous_year', sort: { by: 'name' } }),
    { fromMs: END - 730 * DAY, toMs: END },
    200,
    /^$/,
  ],
  ['3 all records', { kind: 'records', metric: 'opened', limit: 100_000 }, { fromMs: END - 730 * DAY, toMs: END }, 200, /^$/],
  [
    '3 the hours of two years, with what was to be expected',
    opened({ frequency: 'hour', groupBy: [], anomalies: true, trend: 'predictive', compare: 'previous_year' }),
    { fromMs: END - 730 * DAY, toMs: END },
    200,
    /^$/,
  ],
  [
    '3 forecasts of every ticket',
    opened({ frequency: 'month', groupBy: ['ticket'], limit: 150, trend: 'predictive', anomalies: true }),
    { fromMs: END - 730 * DAY, toMs: END + 90 * DAY },
    200,
    /^$/,
  ],
  [
    '10 compared, limited, and nothing in the range',
    opened({ view: 'totals', groupBy: ['ticket'], limit: 10, compare: 'previous_period' }),
    { fromMs: DAY, toMs: 2 * DAY },
    200,
    /^$/,
  ],
  [
    '10 the same over time',
    opened({ frequency: 'hour', groupBy: ['customer'], limit: 10, compare: 'previous_year' }),
    { fromMs: DAY, toMs: 2 * DAY },
    200,
    /^$/,
  ],
  ['13 agent_concurrency of all years', { metric: 'agent_concurrency', view: 'totals', groupBy: [] }, YEARS, 200, /^$/],
  [
    '13 agent_concurrency of all numbers',
    { metric: 'agent_concurrency', view: 'totals' },
    { fromMs: -9_223_372_036_854_774_784, toMs: 9_223_372_036_854_774_784 },
    400,
    /beyond the years 1 to 9999/,
  ],
  ['13 two hundred contains', opened({ filters: [{ field: 'ticket', op: 'contains', values: words(200) }] }), MONTH, 200, /^$/],
  [
    '21 ten thousand ids',
    opened({ view: 'totals', groupBy: [], filters: [{ field: 'ticket', values: words(10_000, '3f2504e0-4f89-11d3-9a0c-') }] }),
    MONTH,
    200,
    /^$/,
  ],
];

describe('bounds, behind the built backend’s door', () => {
  let built: Built;
  let client: PluginClient;

  beforeAll(async () => {
    built = openBuilt();
    const path = join(built.folder, 'bounds');
    mkdirSync(path);
    const rows = Array.from({ length: TICKETS }, (_, i) => `${i},${new Date(END - (((i * 7919) % TICKETS) * (2 * 365 * DAY)) / TICKETS - 1000).toISOString()}`);
    writeFileSync(join(path, 'ticket.csv'), `ticket_id,created_at\n${rows.join('\n')}\n`);
    client = await built.start(built.files('bounds'));
    expect(await client.health()).toMatchObject({ ok: true });
    await client.metrics();
  }, 120_000);

  afterAll(() => built.close());

  /** The longest that the event loop stood still since it was last asked (seconds). */
  const stoodStill = async () => Number(/event_loop_delay_seconds\{quantile="1"\} (\S+)/.exec(await client.metrics())?.[1] ?? NaN);

  /** The shortest that the loop stood still in a few tries, none after one that is short enough. */
  const stillest = async (run: () => Promise<void>) => {
    let least = Infinity;
    for (let tries = 0; tries < TRIES && !(least < STILL); tries++) {
      await stoodStill();
      await run();
      least = Math.min(least, await stoodStill());
    }
    return least;
  };

  it.each([...FREEZES, ...HEAPS])(
    '%s',
    async (_name, json, range, status, sentence) => {
      const still = await stillest(async () => {
        const answer = (await client.query([{ refId: 'A', json, ...range }], { deadlineMs: 20_000 })).get('A');
        expect({ status: answer?.status, error: answer?.error }).toEqual({ status, error: expect.stringMatching(sentence) });
        expect(answer?.error.length).toBeLessThan(2_100);
      });
      expect(still).toBeLessThan(STILL);
    },
    60_000
  );

  it('3 its memory stays small', async () => {
    expect(Number(/^helpdesk_metrics_resident_memory_bytes (\d\S*)$/m.exec(await client.metrics())?.[1])).toBeLessThan(1_000_000_000);
  });

  it('2c many zones of all years at once', async () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((_, i) => i % 20 === 0);
    expect(
      await stillest(async () => {
        const answers = await client.query(zones.map((timeZone, i) => ({ refId: `Q${i}`, json: opened({ view: 'totals', groupBy: [], timeZone }), ...YEARS })));
        expect([...answers.values()].map(({ status }) => status)).toEqual(zones.map(() => 200));
      })
    ).toBeLessThan(STILL);
  }, 60_000);

  it.each<[string, string, number, RegExp]>([
    ['a long dimension', `dimensions/${'x'.repeat(400)}/values`, 404, /^There is no dimension "x{100}…"\.$/],
    ['a longer one', `dimensions/${'x'.repeat(200_000)}/values`, 413, /^The address has a path of 200,018/],
    ['no path', '//', 404, /^There is no resource ""/],
    ['a limit below one', 'dimensions/ticket/values?limit=-5', 400, /^"limit" is "-5"; it takes a whole number from 1 to 200\.$/],
    ['a long search', `dimensions/ticket/values?search=${'x'.repeat(50_000)}`, 413, /^"search" has 50,000/],
    ['filters that are no JSON', 'dimensions/ticket/values?filters=[', 400, /^"filters" is not JSON: it is a list/],
  ])('a resource call with %s', async (_name, path, status, message) => {
    expect(
      await stillest(async () => {
        expect(await client.resource(path)).toEqual({ status, body: { message: expect.stringMatching(message) } });
      })
    ).toBeLessThan(STILL);
  });
});
