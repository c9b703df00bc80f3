import { END_OF_TIME, FIRST_INSTANT, HEADERS, QUERIES } from '../../../shared/bounds';
import { QueryError } from '../../../shared/query';
import { admitQueries, admitQuery, admitResource } from './gate';
import { callerOf } from '../access/caller';
import type { PluginContext, RequestQuery } from '../messages';
import { asProblem } from '../access/problem';

const context: PluginContext = { orgId: 1, user: null, instance: null, grafanaConfig: {} };
const query = (json: unknown, more: Partial<RequestQuery> = {}): RequestQuery => ({
  refId: 'A',
  queryType: '',
  fromMs: 0,
  toMs: 1,
  json: typeof json === 'string' ? json : JSON.stringify(json),
  ...more,
});
const refused = (admit: () => unknown) => {
  try {
    admit();
  } catch (error) {
    const { status, message } = asProblem(error, callerOf(context));
    return `${status}: ${message}`;
  }
  return 'let in';
};

const words = (count: number, word = 'x') => Array.from({ length: count }, (_, i) => `${word}${i}`);
const filters = (count: number, values: readonly string[] = ['a'], op = 'in') => Array.from({ length: count }, () => ({ field: 'team', op, values }));

test.each<[string, unknown, RegExp]>([
  ['thousands of ids', { metric: 'opened', filters: filters(1, words(10_000, '3f2504e0-4f89-11d3-9a0c-0305e82c')) }, /^let in$/],
  ['a long JSON', `{"metric":"opened"${' '.repeat(1_000_000)}}`, /^413: The query has 1,000,019 characters/],
  ['a deep JSON', `{"metric":"opened","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, /^400: .*deep/],
  ['a long metric', { metric: 'x'.repeat(128_000) }, /^413: The query has a text of 128,000 characters, "x{100}…"; at most 1,000 are read\.$/],
  ['a long key', { metric: 'opened', ['x'.repeat(128_000)]: 1 }, /^413: The query has a text of 128,000 characters/],
  ['a long key that is short enough to be read', { metric: 'opened', ['x'.repeat(900)]: 1 }, /^400: There is no key "x{100}…" in the query\.$/],
  ['too many filters', { metric: 'opened', filters: filters(51) }, /^400: "filters" has 51 elements; it takes at most 50\.$/],
  ['far too many filters', { metric: 'opened', filters: filters(2_000) }, /^413: "filters" has 2,000 elements; at most 100 are read\.$/],
  ['a statistic twice', { metric: 'opened', statistics: ['count', 'n', 'count'] }, /^400: "statistics" names "count" twice\.$/],
  ['20,000 statistics', { metric: 'opened', statistics: Array<string>(11_000).fill('count') }, /^413: "statistics" has 11,000 elements/],
  ['a column twice', { metric: 'opened', kind: 'records', columns: ['ticket', 'ticket'] }, /^400: "columns" names "ticket" twice\.$/],
  ['a kind of event twice', { kind: 'events', events: ['holiday', 'holiday'] }, /^400: "events" names "holiday" twice\.$/],
  ['a group twice', { metric: 'opened', groupBy: ['team', 'team'] }, /^400: "groupBy" names "team" twice\.$/],
  ['many faults', { metric: 'opened', statistics: words(100) }, /^400: ("x\d" is not a value of "statistics\[\d\]"\..*){5} And 95 more\.$/],
  [
    'many unknown keys',
    { metric: 'opened', ...Object.fromEntries(words(100).map((word) => [word, 1])) },
    /^400: (There is no key "x\d+" in the query\..*){5} And 95 more\.$/,
  ],
  [
    '"at" at the end of numbers',
    { metric: 'opened', kind: 'records', at: Number.MAX_SAFE_INTEGER },
    /^400: "at" is 9007199254740991, which is not in the years 1 to 9999\.$/,
  ],
  [
    '"at" after the year 9999',
    { metric: 'opened', kind: 'records', at: '+010000-01-01T00:00:00Z' },
    /^400: "at" is .*, which is not in the years 1 to 9999\.$/,
  ],
  ['"asOf" before the year 1', { metric: 'opened', asOf: FIRST_INSTANT - 1 }, /^400: "asOf" is -62135596800001, which is not in the years 1 to 9999\.$/],
  ['"asOf" that is no instant', { metric: 'opened', asOf: 'yesterday' }, /^400: "asOf"/],
  ['a number where a list is wanted', { metric: 'opened', filters: 5 }, /^400: "filters" must be a list, not 5\.$/],
  ['an object where a word is wanted', { metric: { a: words(1000) } }, /^400: "metric" must be a string, not \{"a":\["x0",.{80,90}…\.$/],
])('%s', (_name, json, sentence) => {
  expect(refused(() => admitQuery(query(json)))).toMatch(sentence);
});

test.each([
  [0, 1, true],
  [FIRST_INSTANT, END_OF_TIME, true],
  [FIRST_INSTANT - 1, 0, false],
  [0, END_OF_TIME + 1, false],
  [8_640_000_000_000_000, 8_640_000_000_000_001, false],
  [-9_223_372_036_854_775_808, 9_223_372_036_854_775_807, false],
  [NaN, 0, false],
])('a range from %d to %d is in the years 1 to 9999: %s', (fromMs, toMs, isIn) => {
  expect(refused(() => admitQuery(query({ metric: 'opened' }, { fromMs, toMs })))).toBe(
    isIn ? 'let in' : '400: The time range reaches beyond the years 1 to 9999: choose a shorter one.'
  );
});

test('a refId is as long as any text', () => {
  expect(refused(() => admitQuery(query({ metric: 'opened' }, { refId: 'x'.repeat(1_000) })))).toBe('let in');
  expect(refused(() => admitQuery(query({ metric: 'opened' }, { refId: 'x'.repeat(1_001) })))).toBe(
    '413: The query’s refId has 1,001 characters; at most 1,000 are read.'
  );
});

test('many queries, or many headers, are refused as a whole', () => {
  const of = (queries: number, headers: Record<string, string> = {}) =>
    refused(() => admitQueries({ context, headers, queries: Array.from({ length: queries }, () => query({})) }));
  expect(of(QUERIES)).toBe('let in');
  expect(of(QUERIES + 1)).toMatch(/^413: The request has 101 queries; at most 100/);
  expect(of(1, Object.fromEntries(words(HEADERS + 1).map((word) => [word, ''])))).toMatch(/^413: The request has 501 headers/);
  expect(of(1, { cookie: 'x'.repeat(100_000) })).toMatch(/^413: The request has 1 headers of 100,006 characters/);
});

test.each([
  ['catalog', '/catalog', 'catalog', ''],
  ['//', '//', '', ''],
  ['', '', '', ''],
  ['/dimensions/team/values/', '/dimensions/team/values/?search=a%20b&limit=3', 'dimensions/team/values', 'search=a+b&limit=3'],
  ['a\0b', 'http://[::', 'a\0b', ''],
  ['x?y=1', '//x?y=1', 'x', 'y=1'],
])('the address %j is read whatever it is', (path, url, plain, params) => {
  const admitted = admitResource({ context, method: 'GET', path, url, body: new Uint8Array() });
  expect([admitted.path, admitted.params.toString()]).toEqual([plain, params]);
});

test.each([
  ['x'.repeat(501), '', /^413: The address has a path of 501/],
  ['status', `status?x=${'y'.repeat(100_000)}`, /^413: The address has a path of 6 and 100,009/],
  ['dimensions/team/values', `?search=${'y'.repeat(1001)}`, /^413: "search" has 1,001 characters; at most 1,000/],
  ['dimensions/team/values', `?filters=${'y'.repeat(5000)}`, /^let in$/],
])('an address too long is refused', (path, url, sentence) => {
  expect(refused(() => admitResource({ context, method: 'GET', path, url, body: new Uint8Array() }))).toMatch(sentence);
});

test('a message never grows with what was sent', () => {
  expect(new QueryError('x'.repeat(100_000)).message).toHaveLength(2_001);
});
