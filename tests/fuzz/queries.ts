import fc from 'fast-check';

import { validQuery } from '../../src/backend/query/query.arbitrary';
import { METRICS } from '../../src/shared/catalog';
import { ENVELOPE } from '../../src/shared/envelope';
import { QUERY_KEYS } from '../../src/shared/query';
import * as words from '../../src/shared/words';
import { context } from './contexts';
import { hostileJsonText, hostileNumber, hostileText } from './hostile';
import { type Asked, type Input, sent } from './input';
import { mutated, mutations } from './mutate';
import { END, hostileRange, int64, ordinaryRange } from './ranges';

const KEYS = [...QUERY_KEYS, ...ENVELOPE, 'field', 'op', 'values', 'origin', 'by', 'direction'];
const instant = fc.oneof(fc.constantFrom(null, END, 0, '2026-04-01T00:00:00Z'), hostileNumber.filter(Number.isInteger));
const columns = METRICS.flatMap((metric) => metric.columns ?? []);

/** Whatever else a query may have: comparison, analyses, rows, events. */
const extras = fc.record(
  {
    compare: fc.constantFrom(null, ...words.COMPARISONS),
    trend: fc.constantFrom(null, ...words.TRENDS),
    anomalies: fc.boolean(),
    beyondTarget: fc.boolean(),
    asOf: instant,
    at: instant,
    kind: fc.constantFrom(...words.KINDS),
    columns: fc.array(fc.constantFrom(...columns), { maxLength: 5 }),
    events: fc.uniqueArray(fc.constantFrom(...words.EVENT_KINDS)),
    withinMinutes: fc.constantFrom(0, 30, 0.1, 525_600),
    locale: fc.oneof(fc.constantFrom('en-US', 'nl-NL'), hostileText),
  },
  { requiredKeys: [] }
);

/** A query that the model allows, or nearly. */
export const goodQuery = fc.tuple(validQuery, fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, extras)).map(([query, more]) => ({ ...query, ...more }));

const badQuery = fc.tuple(goodQuery, mutations(KEYS)).map(([query, changes]) => mutated(query, changes));

const range = fc.oneof({ weight: 4, arbitrary: ordinaryRange }, { weight: 2, arbitrary: hostileRange }, { weight: 1, arbitrary: fc.constant({}) });

const question = fc.oneof(
  { weight: 4, arbitrary: goodQuery.map((json) => ({ json })) },
  { weight: 8, arbitrary: badQuery.map((json) => ({ json })) },
  { weight: 1, arbitrary: hostileJsonText.map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => ({ hex: Buffer.from(bytes).toString('hex') })) }
);
const envelope = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ points: int64, interval: int64 }, { requiredKeys: [] }) }
);
const asked: fc.Arbitrary<Asked> = fc.tuple(question, range, envelope).map(([what, when, more]) => ({ ...what, ...when, ...more }));

// a reader of UTF-8 takes a mark at a text's beginning away
const refIds = fc.oneof(
  { weight: 6, arbitrary: fc.constant('A') },
  { weight: 1, arbitrary: hostileText.map(sent).filter((text) => text.length < 1_000 && !text.startsWith('\ufeff')) }
);

/** A request of one query, now and then of several; no refId is there twice. */
export const queryInput: fc.Arbitrary<Input> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.array(asked, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(asked, { minLength: 2, maxLength: 8 }) },
      { weight: 1, arbitrary: fc.constant([]) }
    ),
    refIds,
    context
  )
  .map(([queries, refId, more]) => ({ call: 'query', queries: queries.map((query, i) => ({ ...query, refId: i === 0 ? refId : `${refId}${i}` })), ...more }));
