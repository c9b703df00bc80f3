import fc from 'fast-check';

const DAY = 86_400_000;
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

/** Where the demo helpdesk of a run ends. */
export const END = Date.parse('2026-05-31T22:00:00Z');

/** A range of the helpdesk's own time: hours to a year. */
export const ordinaryRange = fc
  .tuple(fc.integer({ min: -10 * DAY, max: 200 * DAY }), fc.constantFrom(3_600_000, DAY, 7 * DAY, 30 * DAY, 30 * DAY, 90 * DAY, 365 * DAY))
  .map(([before, length]) => ({ from: String(END - before - length), to: String(END - before) }));

const EDGES = [
  0n,
  -1n,
  1n,
  999n,
  INT64.min,
  INT64.min + 1n,
  INT64.max,
  INT64.max - 1n,
  8_640_000_000_000_000n,
  8_640_000_000_000_001n,
  8_639_999_999_999_999n,
  -8_640_000_000_000_000n,
  -8_640_000_000_000_001n,
  2n ** 53n,
  2n ** 53n - 1n,
  -(2n ** 53n),
  2n ** 31n,
  2n ** 32n,
  ...[
    '0001-01-01',
    '-000001-01-01',
    '0099-12-31',
    '1582-10-15',
    '1883-11-18',
    '1900-01-01',
    '1969-12-31',
    '1970-01-01',
    '2000-02-29',
    '2038-01-19',
    '2100-01-01',
    '2200-01-01',
    '9999-12-31',
    '+010000-01-01',
    '+275760-09-13',
  ].map((date) => BigInt(Date.parse(`${date}T00:00:00Z`))),
  BigInt(END),
  BigInt(END - DAY),
  BigInt(END - 365 * DAY),
];
const edge = fc.oneof(
  fc.constantFrom(...EDGES),
  fc.bigInt(INT64),
  fc.tuple(fc.constantFrom(...EDGES), fc.bigInt(-100_000_000n, 100_000_000n)).map(([at, by]) => clamp(at + by))
);

/** Any range of int64s: reversed, empty, of the year 1, of the end of time. */
export const hostileRange = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(edge, edge).map(([one, other]) => (one <= other ? [one, other] : [other, one])) },
    { weight: 2, arbitrary: fc.tuple(edge, edge) },
    { weight: 1, arbitrary: edge.map((at) => [at, at]) },
    {
      weight: 3,
      arbitrary: fc.tuple(edge, fc.constantFrom(1n, 1_000n, 3_600_000n, BigInt(DAY), BigInt(400 * DAY))).map(([from, length]) => [from, clamp(from + length)]),
    }
  )
  .map(([from, to]) => ({ from: String(from), to: String(to) }));

function clamp(value: bigint): bigint {
  return value < INT64.min ? INT64.min : value > INT64.max ? INT64.max : value;
}

/** An instant's number, also far outside. */
export const int64 = edge.map(String);
