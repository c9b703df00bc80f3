import fc from 'fast-check';

import { METRICS } from '../../src/shared/catalog';
import type { HelpdeskQuery } from '../../src/shared/query';
import { DIMENSION_CATALOG } from '../../src/shared/catalog/dimensions';
import type { PlainDimensionId } from '../../src/shared/words';
import { HOSTILE } from './hostile';
import type { Asked, Input, Reply } from './input';
import { numbersOf, sumOf } from './numbers';
import { goodQuery } from './queries';
import { END, ordinaryRange } from './ranges';
import { SECRET } from './world';

/** Questions whose answers are bound to each other, whatever they are. */
export interface Relation {
  readonly name: string;
  readonly inputs: fc.Arbitrary<readonly Input[]>;
  /** What is wrong; null where it holds. */
  broken(replies: readonly Reply[], inputs: readonly Input[]): string | null;
}

/** The values of a dimension that the helpdesk has. */
export type Values = Readonly<Partial<Record<PlainDimensionId, readonly string[]>>>;

const query = (json: unknown, range: object, more: Partial<Asked> = {}): Input => ({ call: 'query', queries: [{ json, ...range, ...more }] });
/** Answers of one "now": what is open, or old, is so at an instant. How old the data is changes while one asks. */
const settled = fc
  .tuple(
    goodQuery.filter(({ kind }) => kind !== 'freshness'),
    ordinaryRange
  )
  .map(([json, range]) => ({ json: { ...json, asOf: END } as HelpdeskQuery, range }));
/** Values that nobody has; a text such as $A reads as a variable, an empty one as none. */
const nobodys = fc.array(
  fc
    .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }))
    .filter((text) => text.trim() !== '' && !/^[$[]|^\(|^24\/7$/.test(text))
    .map((text) => `${text}\u2603`),
  { minLength: 1, maxLength: 4 }
);

/** All but the first answer alike. */
const alike = (replies: readonly Reply[], isOrdered = true) => {
  const [first, ...others] = replies.map((reply) => numbersOf(reply, isOrdered));
  const other = others.find((one) => one !== first);
  return other === undefined ? null : `${first.slice(0, 300)} became ${other.slice(0, 300)}`;
};

/** Every relation, over a helpdesk whose values are known. */
export function relationsOf(values: Values): Relation[] {
  const known = Object.keys(values) as PlainDimensionId[];
  const single = (metric: (typeof METRICS)[number]) =>
    known.filter(
      (one) =>
        metric.dimensions[one] && !metric.dimensions[one].bridge && !metric.dimensions[one].filterOnly && typeof DIMENSION_CATALOG[one].values === 'string'
    );
  const counts = METRICS.filter(
    ({ statistics, views, measure }) => statistics.includes('count') && views.includes('totals') && (measure.kind === 'count' || measure.kind === 'state')
  );
  const filtered = fc.constantFrom(...METRICS.filter((metric) => single(metric).length > 0)).chain((metric) =>
    fc.record({
      metric: fc.constant(metric),
      field: fc.constantFrom(...single(metric)),
      range: ordinaryRange,
      own: fc.shuffledSubarray([...new Set(known)], { maxLength: 1 }),
    })
  );
  const base = (metric: (typeof METRICS)[number]) => ({
    metric: metric.id,
    view: metric.views[0],
    asOf: END,
    limit: null,
    minN: 0,
    timeZone: 'Europe/Amsterdam',
  });

  return [
    {
      name: 'asking twice gives the same',
      inputs: settled.map(({ json, range }) => [query(json, range), query(json, range)]),
      broken: (replies) => alike(replies),
    },
    {
      name: 'leaving out values that nobody has changes nothing',
      inputs: fc
        .tuple(filtered, nobodys)
        .map(([{ metric, field, range }, hostile]) => [
          query(base(metric), range),
          query({ ...base(metric), filters: [{ field, op: 'not_in', values: hostile }] }, range),
        ]),
      broken: (replies) => alike(replies),
    },
    {
      name: 'asking for values that nobody has besides others changes nothing',
      inputs: fc.tuple(filtered, nobodys).map(([{ metric, field, range }, hostile]) => {
        const some = (values[field] ?? []).slice(0, 2);
        return [
          query({ ...base(metric), filters: [{ field, op: 'in', values: some }] }, range),
          query({ ...base(metric), filters: [{ field, op: 'in', values: [...hostile, ...some] }] }, range),
        ];
      }),
      broken: (replies) => alike(replies),
    },
    {
      name: 'the order of filters and values means nothing',
      inputs: settled
        .filter(({ json }) => (json.filters ?? []).some(({ op, values: all }) => op !== 'between' && (all ?? []).length > 0))
        .map(({ json, range }) => {
          const turned = [...(json.filters ?? [])]
            .reverse()
            .map((one) => (one.op === 'in' || one.op === 'not_in' ? { ...one, values: [...(one.values ?? [])].reverse() } : one));
          return [query(json, range), query({ ...json, filters: turned }, range)];
        }),
      broken: (replies) => alike(replies),
    },
    {
      name: 'the order of two groups means nothing',
      inputs: filtered.chain(({ metric, field, range }) =>
        fc.constantFrom(...single(metric)).map((other) => {
          const groupBy = other === field ? [field] : [field, other];
          return [query({ ...base(metric), groupBy }, range), query({ ...base(metric), groupBy: [...groupBy].reverse() }, range)];
        })
      ),
      broken: (replies) => alike(replies, false),
    },
    {
      name: 'parts add up to the whole',
      inputs: fc.constantFrom(...counts.filter((metric) => single(metric).some((one) => (values[one] ?? []).length < 200))).chain((metric) =>
        fc.tuple(fc.constantFrom(...single(metric).filter((one) => (values[one] ?? []).length < 200)), ordinaryRange, fc.nat()).map(([field, range, cut]) => {
          const all = values[field] ?? [];
          const at = cut % (all.length + 1);
          const total = { ...base(metric), view: 'totals', groupBy: [], statistics: ['count'] };
          const parts = [all.slice(0, at), all.slice(at)].filter((part) => part.length > 0);
          return [
            query(total, range),
            query({ ...total, filters: [{ field, op: 'is_empty' }] }, range),
            ...parts.map((part) => query({ ...total, filters: [{ field, op: 'in', values: part }] }, range)),
          ];
        })
      ),
      broken: ([whole, ...parts]) => {
        const [all, sum] = [sumOf(whole), parts.reduce((total, part) => total + sumOf(part), 0)];
        return all === sum ? null : `${all} is not ${sum}, the sum of ${parts.map(sumOf).join(' + ')}`;
      },
    },
    {
      name: 'a locale changes no number',
      inputs: fc
        .tuple(filtered, fc.constantFrom('nl-NL', 'ar-EG', 'hi-IN-u-nu-deva', 'de-DE'))
        .map(([{ metric, range }, locale]) => [query({ ...base(metric), groupBy: [] }, range), query({ ...base(metric), groupBy: [], locale }, range)]),
      broken: (replies) => alike(replies),
    },
    {
      name: 'the others of a request change nothing',
      inputs: fc
        .tuple(settled, fc.array(fc.oneof(goodQuery, fc.constant({}), fc.constant({ metric: 'constructor' })), { minLength: 1, maxLength: 4 }))
        .map(([{ json, range }, others]) => [
          query(json, range),
          { call: 'query', queries: [...others.map((one, i) => ({ refId: `B${i}`, json: one })), { json, ...range }] },
        ]),
      broken: ([alone, among]) => alike([alone, { ...among, parts: among.parts.filter(({ name }) => name === 'A') }]),
    },
    {
      name: 'a refId is only a name',
      inputs: fc
        .tuple(settled, fc.constantFrom('', '__proto__', 'constructor', 'A B', '🦆', '"', '\u0000', '../A', 'a'.repeat(500), '0', 'toString'))
        .map(([{ json, range }, refId]) => [query(json, range), query(json, range, { refId })]),
      broken: (replies) => alike(replies),
    },
    {
      name: 'an alert rule never reads a cut answer',
      inputs: fc
        .tuple(filtered, fc.constantFrom('GF_RESPONSE_LIMIT', 'GF_SQL_ROW_LIMIT'), fc.constantFrom('1', '3', '2000', '9000'))
        .map(([{ metric, field, range }, name, limit]) => {
          const alert: Input = {
            ...query({ ...base(metric), groupBy: [field] }, range),
            headers: { FromAlert: 'true' },
            user: { login: 'grafana_scheduler', role: 'Admin' },
          };
          return [alert, { ...alert, grafana: { [name]: limit } }];
        }),
      broken: (replies) => (replies[1].parts[0].status === 200 ? alike(replies) : null),
    },
    {
      name: 'a guess at a secret learns nothing',
      inputs: fc
        .tuple(fc.constantFrom('limit', 'view', 'metric', 'timeZone', 'locale', 'frequency'), fc.constant('x'.repeat(SECRET.length)))
        .map(([key, other]) => [SECRET, other].map((guess) => query({ metric: 'opened', view: 'totals', [key]: guess }, {}))),
      broken: (replies, inputs) => {
        // both are nonsense: the answers differ in nothing but the words themselves
        const [right, wrong] = replies.map(({ parts }, i) =>
          JSON.stringify(parts.map(({ status, message }) => [status, message])).replaceAll(guessOf(inputs[i]), '…')
        );
        return right === wrong ? null : `${right} became ${wrong}`;
      },
    },
  ];
}

/** What fixed cases are held to. */
export const RULES: readonly Relation[] = [
  {
    name: 'is refused',
    inputs: fc.constant([]),
    broken: (replies) => {
      const taken = replies.at(-1)?.parts.find(({ status }) => status < 400 || status >= 500);
      return taken ? `a status of ${taken.status}: ${taken.message.slice(0, 200)}` : null;
    },
  },
];

function guessOf(input: Input): string {
  const json = input.queries?.[0].json as Record<string, unknown> | undefined;
  return JSON.stringify(json).includes(SECRET) ? SECRET : 'x'.repeat(SECRET.length);
}
