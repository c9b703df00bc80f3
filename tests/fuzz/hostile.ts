import fc from 'fast-check';

/** Texts that have broken programs before. */
export const HOSTILE: readonly string[] = [
  '',
  ' ',
  "'",
  '"',
  '\\',
  '%',
  '_',
  '`',
  ';--',
  "a' OR '1'='1",
  '"; DROP TABLE ticket_fact; --',
  '$1',
  '?',
  '{}',
  '[]',
  '\u0000',
  'a\u0000b',
  '\n',
  '\r\n\t',
  '\u007f\u001b[31m',
  '\ud800',
  'a\udfff',
  '\udc00\ud800',
  '\u202Egnirts\u202C',
  'שלום',
  'مرحبا',
  '\u200b',
  '\ufeff',
  '🦆',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0301\u0301',
  'İ',
  'ß',
  'ı',
  'ﬁ',
  'Ǆ',
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'length',
  'then',
  '$team',
  '${team}',
  '${team:csv}',
  '[[team]]',
  '$__all',
  '$__interval',
  '{{team}}',
  '#{1}',
  '<script>alert(1)</script>',
  '(none)',
  '(unassigned)',
  '24/7',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '0x10',
  '९',
  '../../../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  '//',
  'C:\\Windows',
  '%2e%2e%2f',
  '%00',
  '%',
  '%ZZ',
  '+',
  '&',
  '=',
  '#',
  '2026-03-28T07:52:45Z',
  '275760-09-13',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31T24:00:00Z',
  '24:00',
  '99:99',
  'Europe/Amsterdam',
  'Mars/Base',
  'Etc/GMT+12',
  '+25:00',
  '-00:00',
  'utc',
  'Factory',
  'en-US',
  'nl-NL-u-nu-arab',
  'x-private',
  'en-US-posix-u-',
  'root',
];

/** A long word; very long ones are rare. */
export const longWord = fc
  .tuple(fc.constantFrom('a', 'é', '𝒳', 'a_', '$', 'opened', '%'), fc.constantFrom(60, 300, 300, 3_000, 20_000, 200_000))
  .map(([part, length]) => part.repeat(Math.ceil(length / part.length)));

/** A text that nobody expects. */
export const hostileText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: longWord }
);

/** A number at an edge: of JSON, int32, int64, doubles or Date. */
export const hostileNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    13,
    100_000,
    100_001,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    2 ** 32,
    2 ** 53 - 1,
    2 ** 53,
    -(2 ** 53),
    2 ** 63,
    -(2 ** 63),
    8.64e15,
    8.64e15 + 1,
    -8.64e15,
    -8.64e15 - 1,
    1e21,
    1.7976931348623157e308,
    5e-324
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 4_102_444_800_000 })
);

/** Any JSON, also what no object of JavaScript shows: `__proto__` as a key of its own. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 4, arbitrary: hostileNumber },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], [{}], { toString: 1 }) },
  { weight: 2, arbitrary: fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.tuple(hostileText, fc.integer({ min: 1, max: 40 })).map(([key, depth]) => nested(key, depth)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.oneof(
          hostileText.filter((text) => text.length < 100),
          hostileNumber
        ),
        fc.constantFrom(3, 30, 300, 3_000)
      )
      .map(([value, count]) => Array.from({ length: count }, () => value)),
  },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constant(JSON.parse('{"__proto__": {"a": 1}, "constructor": {"prototype": {"b": 1}}}') as unknown) }
);

function nested(key: string, depth: number): unknown {
  let value: unknown = key;
  for (let i = 0; i < depth; i++) {
    value = i % 2 === 0 ? [value] : Object.fromEntries([[key, value]]);
  }
  return value;
}

/** Text that is hardly JSON, or JSON that is deep, wide or twice there. */
export const hostileJsonText = fc.oneof(
  fc.constantFrom(
    '',
    'null',
    '[]',
    '"opened"',
    '{',
    '{"metric":}',
    '{"metric":"opened","metric":"csat"}',
    '{"metric":"opened",}',
    "{'metric':'opened'}",
    '\ufeff{"metric":"opened"}',
    '{"metric":"opened"}{"metric":"csat"}',
    'NaN',
    '1e999',
    '{"metric":1e999}',
    '{"limit":1e999,"metric":"opened"}',
    '{"__proto__":{"metric":"opened"}}'
  ),
  fc
    .tuple(
      fc.constantFrom('filters', 'metric', 'x', 'sort', 'timeRange'),
      fc.constantFrom(10, 100, 1_000, 4_000, 12_000),
      fc.constantFrom(['[', ']'], ['{"a":', '}'])
    )
    .map(([key, depth, [open, close]]) => `{"metric":"opened","${key}":${open.repeat(depth)}${close === '}' ? '1' : ''}${close.repeat(depth)}}`),
  fc
    .tuple(
      fc.constantFrom('filters', 'columns', 'statistics', 'groupBy', 'include', 'events'),
      fc.constantFrom(100, 1_000, 10_000),
      fc.constantFrom('{"field":"team","op":"contains","values":["a"]}', '"count"', '"team"', '1', '{}')
    )
    .map(([key, count, one]) => `{"metric":"opened","${key}":[${Array.from({ length: count }, () => one).join(',')}]}`),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.json({ stringUnit: 'binary', maxDepth: 5 })
);
