import type { Case } from './cases';
import type { Asked, Input, Source } from './input';
import { END } from './ranges';
import { SECRET } from './world';

const DAY = 86_400_000;
const INT64 = { min: String(-(2n ** 63n)), max: String(2n ** 63n - 1n) };
const year = (text: string) => String(Date.parse(`${text}-01-01T00:00:00Z`));

/** A known killer: what it is, and what is sent. Where `isRefused`, its last answer is a refusal and no number. */
export interface Killer extends Case {
  readonly name: string;
}

function killer(name: string, inputs: readonly Input[], isRefused = false): Killer {
  return { name, inputs, relation: isRefused ? 'is refused' : null };
}

const ask = (json: unknown, range: Pick<Asked, 'from' | 'to'> = {}, more: Partial<Input> = {}): Input => ({
  call: 'query',
  queries: [{ json, ...range }],
  ...more,
});
const look = (path: string, query = '', more: Partial<Input> = {}): Input => ({ call: 'resource', path, url: `${path}?${query}`, ...more });
const save = (json: unknown, more: Source = {}): Input => ({ call: 'health', source: { uid: 'killer', json, ...more } });
const tiny = { source: { type: 'files', path: '<tiny>' }, store: { directory: '<store>', memoryLimit: '256MB', threads: 1 }, maxAge: '10000d' };
const many = (count: number, one: unknown) => Array.from({ length: count }, () => one);
const word = (length: number) => 'a'.repeat(length);
const deep = (depth: number) => ({ call: 'query', queries: [{ text: `{"metric":"opened","filters":${'['.repeat(depth)}${']'.repeat(depth)}}` }] }) as const;
const always = { from: INT64.min, to: INT64.max };
const years = { from: String(Date.parse('0001-01-01T00:00:00Z')), to: year('9999') };
const centuries = { from: year('1900'), to: year('2200') };
const twoYears = { from: String(END - 730 * DAY), to: String(END) };
const filters = (list: unknown) => `filters=${encodeURIComponent(JSON.stringify(list))}`;

/** Every input that once ended, froze or filled the backend, or was answered with what it should not be. */
export const KILLERS: readonly Killer[] = [
  ...['day', 'week', 'month', 'quarter', 'year'].flatMap((frequency) => [
    killer(`a range at the end of Date, by ${frequency}`, [ask({ metric: 'opened', frequency }, { from: '8640000000000000', to: '8640000000000001' })], true),
    killer(
      `a range from the beginning of Date, by ${frequency}`,
      [ask({ metric: 'opened', frequency }, { from: '-8640000000000000', to: '-8639999999999999' })],
      true
    ),
  ]),
  killer(
    'a range from the last day of 9999 back to now',
    [ask({ metric: 'opened', timeZone: 'Asia/Kathmandu' }, { from: '253402214400000', to: String(END) })],
    true
  ),
  ...[9_007_199_254_740_991, -9_007_199_254_740_991, 8_640_000_000_000_000].flatMap((instant) =>
    ['at', 'asOf'].map((key) =>
      killer(`an instant of ${instant} as ${key}, after a query that used the zone`, [
        ask({ metric: 'opened', timeZone: 'Europe/Amsterdam' }),
        ask({ kind: 'records', metric: 'opened', timeZone: 'Europe/Amsterdam', frequency: 'day', [key]: instant }),
      ])
    )
  ),
  ...[128_000, 1_000_000, 8_000_000].flatMap((length) => [
    killer(`a metric of ${length} letters`, [ask({ metric: word(length) })], true),
    killer(`a time zone of ${length} letters`, [ask({ metric: 'opened', timeZone: word(length) })], true),
    killer(`a key of ${length} letters`, [ask({ metric: 'opened', [word(length)]: 1 })], true),
    killer(`an operator of ${length} letters`, [ask({ metric: 'opened', filters: [{ field: 'team', op: word(length) }] })], true),
    killer(`a dimension of ${length} letters in a path`, [look(`dimensions/${word(length)}/values`)], true),
    killer(`a setting of ${length} letters`, [save({ ...tiny, [word(length)]: 1 })], true),
    killer(`a filter’s value of ${length} letters`, [ask({ metric: 'opened', filters: [{ field: 'team', op: 'in', values: [word(length)] }] })]),
    killer(`a time zone of the settings of ${length} letters`, [save({ ...tiny, timeZone: word(length) })], true),
    killer(`a locale of ${length} letters`, [ask({ metric: 'opened', locale: word(length) }), look('holidays/countries', `locale=${word(length)}`)]),
    killer(`a search of ${length} letters`, [look('dimensions/customer/values', `search=${word(length)}`)]),
  ]),
  ...(['opened', 'messages_by_hour', 'agent_status_time', 'agent_concurrency', 'backlog', 'occupancy', 'uncovered_hours'] as const).flatMap((metric) => [
    killer(`${metric} of all int64s`, [ask({ metric, view: 'totals' }, always)], true),
    killer(`${metric} of the years 1 to 9999`, [ask({ metric, view: 'totals' }, years)]),
  ]),
  ...[
    ['1900 to 2200', centuries],
    ['1 to 9999', years],
    ['all int64s', always],
  ].flatMap(([name, range]) => [
    killer(`hours of the day, years ${String(name)}`, [
      ask({ metric: 'messages_by_hour', view: 'totals', groupBy: ['hour_of_day', 'weekday'], timeZone: 'America/New_York' }, range as typeof years),
    ]),
    killer(`a comparison, years ${String(name)}`, [
      ask({ metric: 'opened', view: 'totals', compare: 'previous_year', timeZone: 'Europe/Amsterdam' }, range as typeof years),
    ]),
  ]),
  killer('every hour of two years of every ticket', [ask({ metric: 'opened', frequency: 'hour', groupBy: ['ticket'], limit: null }, twoYears)], true),
  killer(
    'every hour of two years of every ticket, compared and analysed',
    [ask({ metric: 'opened', frequency: 'hour', groupBy: ['ticket'], limit: null, compare: 'previous_period', trend: 'predictive' }, twoYears)],
    true
  ),
  killer('a statistic ten thousand times', [ask({ metric: 'time_to_close', statistics: many(10_000, 'p90') })], true),
  killer('ten thousand filters', [ask({ metric: 'opened', filters: many(10_000, { field: 'team', op: 'in', values: ['a'] }) })], true),
  killer('two thousand parts of names', [ask({ metric: 'opened', filters: many(2_000, { field: 'team', op: 'contains', values: ['a'] }) })], true),
  killer('ten thousand columns', [ask({ kind: 'records', metric: 'opened', columns: many(10_000, 'ticket') })], true),
  killer('a hundred thousand values', [
    ask({ metric: 'opened', filters: [{ field: 'team', op: 'in', values: Array.from({ length: 100_000 }, (_, i) => `nobody ${i}`) }] }),
  ]),
  killer('two hundred queries at once', [
    {
      call: 'query',
      queries: Array.from({ length: 200 }, (_, i) => ({
        refId: `Q${i}`,
        json: { metric: 'backlog_age', frequency: 'day', groupBy: ['team'], statistics: ['p90'] },
        from: String(END - (100 + i) * DAY),
        to: String(END),
      })),
    },
  ]),
  ...[1_000, 5_000, 50_000, 1_000_000].map((depth) => killer(`lists in lists, ${depth} deep`, [deep(depth)], true)),
  ...['previous_period', 'previous_year'].map((compare) =>
    killer(`${compare} of the first groups of nothing`, [
      ask({ metric: 'opened', view: 'totals', groupBy: ['team'], limit: 5, compare }, { from: year('2001'), to: year('2002') }),
    ])
  ),
  killer('a lookup of minus five values', [look('dimensions/team/values', 'limit=-5')]),
  ...['bad', 'constructor\t', 'x'.repeat(100), '\u0000'].map((locale) =>
    killer(`countries in ${JSON.stringify(locale)}`, [look('holidays/countries', `locale=${encodeURIComponent(locale)}`)])
  ),
  ...['constructor', '__proto__', 'toString'].map((country) =>
    killer(`holidays of ${country}`, [look('holidays', `country=${country}&from=2026-01-01&to=2026-12-31`)])
  ),
  killer('holidays of ten thousand years', [look('holidays', 'country=NL&from=0001-01-01&to=9999-12-31')]),
  ...['//', '///', 'http://', 'http://[', '\\\\', ''].map((url) => killer(`the url ${JSON.stringify(url)}`, [{ call: 'resource', path: 'status', url }])),
  ...['<tiny>\u0000', '<loop>', '<fifo>', '/dev/zero', '/proc/self/mem', '/dev/stdin', '', '.', '..', '<store>', `<tiny>/${'a/'.repeat(3_000)}`].map((path) =>
    killer(`the source ${JSON.stringify(path)}`.slice(0, 60), [save({ ...tiny, source: { type: 'files', path } })], true)
  ),
  killer('a pipe asked for twenty times, then another data source', [
    ...Array.from({ length: 20 }, (_, i) => save({ ...tiny, source: { type: 'files', path: '<fifo>' } }, { updated: String(i) })),
    ask({ metric: 'opened', view: 'totals' }),
  ]),
  ...['user', 'database', 'host', 'schema'].map((key) =>
    killer(
      `NUL in the ${key} of PostgreSQL`,
      [
        save({
          ...tiny,
          source: { type: 'postgres', host: '127.0.0.1', port: 1, database: 'a', user: 'b', tls: { mode: 'disable' }, [key]: 'a\u0000application_name\u0000b' },
        }),
      ],
      true
    )
  ),
  ...['statementTimeout', 'refreshInterval', 'maxAge'].flatMap((key) =>
    ['0s', '99999d', '9'.repeat(400) + 'd'].map((value) =>
      killer(`${key} ${value.slice(0, 10)}`, [
        save({
          ...tiny,
          ...(key === 'statementTimeout'
            ? { source: { type: 'postgres', host: '127.0.0.1', port: 1, database: 'a', user: 'b', tls: { mode: 'disable' }, [key]: value } }
            : { [key]: value }),
        }),
      ])
    )
  ),
  killer('calendars without end', [save({ ...tiny, calendars: many(20_000, { id: '', timeZone: 'Mars/Base' }) })], true),
  killer(
    'ratings as an administrator named constructor',
    [
      ask(
        { metric: 'csat', view: 'totals' },
        {},
        { user: { login: 'a', role: 'constructor' }, source: { uid: 'closed', json: { ...tiny, surveyRole: 'Editor' } } }
      ),
    ],
    true
  ),
  ...['ticket', 'customer', 'owner'].map((id) =>
    killer(
      `who rated 1, by a viewer, as values of ${id}`,
      [
        look(`dimensions/${id}/values`, filters([{ field: 'rating', op: 'in', values: ['1'] }]), {
          source: { uid: 'closed', json: { ...tiny, surveyRole: 'Editor' } },
        }),
      ],
      true
    )
  ),
  killer('a refresh by a viewer', [{ call: 'resource', path: 'refresh', method: 'POST' }], true),
  killer('a password as a limit', [ask({ metric: 'opened', limit: SECRET })], true),
  killer('a variable that nobody replaced', [ask({ metric: 'opened', groupBy: ['${by}'] })], true),
];
