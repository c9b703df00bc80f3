import fc from 'fast-check';

import { JSON_DEPTH, JSON_VALUES, TEXT } from '../../../shared/bounds';
import { boundedJson } from './bounded-json';
import { Problem } from '../access/problem';

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);
const read = (text: string) =>
  boundedJson(text, { what: 'The query', like: 'an object', most: 1_000_000, values: JSON_VALUES, text: TEXT, advice: 'filter by fewer values' });

test.each<[string, string, number, RegExp]>([
  ['too long', ' '.repeat(1_000_001), 413, /^The query has 1,000,001 characters of JSON; at most 1,000,000 are read/],
  ['no JSON', '{', 400, /^The query is not JSON/],
  ['nothing', '', 400, /^The query is not JSON/],
  ['too deep', nested(JSON_DEPTH + 1), 400, /more than 16 deep/],
  ['far too deep', nested(499_999), 400, /more than 16 deep/],
  ['too deep, never closed', '{"a":'.repeat(100_000), 400, /more than 16 deep/],
  ['deep after a text with brackets and quotes', `["]]]]\\"]]]]\\\\",${nested(JSON_DEPTH)}]`, 400, /more than 16 deep/],
  ['too many values', JSON.stringify(Array<number>(JSON_VALUES + 1).fill(1)), 413, /more than 12,000 values/],
  ['too many keys', JSON.stringify(Object.fromEntries(Array.from({ length: JSON_VALUES + 1 }, (_, i) => [`k${i}`, i]))), 413, /more than 12,000 values/],
  [
    'too many values in many lists',
    `[${Array<string>(300)
      .fill(`[${Array<string>(200).fill('1').join()}]`)
      .join()}]`,
    413,
    /more than 12,000 values/,
  ],
  ['a text too long', JSON.stringify({ a: ['x'.repeat(TEXT + 1)] }), 413, /a text of 1,001 characters, "x{100}…"; at most 1,000/],
  ['a key too long', JSON.stringify({ ['x'.repeat(TEXT + 1)]: 1 }), 413, /a text of 1,001 characters/],
])('%s is refused', (_name, text, status, sentence) => {
  expect.assertions(3);
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).status).toBe(status);
    expect((error as Problem).message).toMatch(sentence);
  }
});

test.each<[string, unknown]>([
  ['as deep as it may be', JSON.parse(nested(JSON_DEPTH))],
  ['brackets in texts', { a: nested(200), b: `"${'['.repeat(50)}\\` }],
  ['ten thousand ids', { filters: [{ values: Array.from({ length: 10_000 }, (_, i) => `3f2504e0-4f89-11d3-9a0c-${i}`) }] }],
])('%s is read', (_name, json) => {
  expect(read(JSON.stringify(json))).toEqual(json);
});

test('any JSON is read as JSON.parse reads it, or refused by its size', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (text) => {
      try {
        expect(read(text)).toEqual(JSON.parse(text));
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        expect((error as Problem).message).toMatch(/deep|values|characters/);
      }
    })
  );
});
