import { echo, quoted, shortened, told } from './echo';

test.each([
  ['short', 'short'],
  ['x'.repeat(100), 'x'.repeat(100)],
  ['x'.repeat(101), `${'x'.repeat(100)}…`],
  [`${'x'.repeat(99)}😀y`, `${'x'.repeat(99)}…`],
])('%j is repeated as %j', (text, said) => {
  expect(shortened(text)).toBe(said);
  expect(quoted(text)).toBe(`"${said}"`);
});

test.each<[unknown, string]>([
  [undefined, 'nothing'],
  [null, 'null'],
  ['a"b', '"a"b"'],
  [[1, { a: 2 }], '[1,{"a":2}]'],
  [Array<number>(1000).fill(7), `[${'7,'.repeat(49)}7…`],
])('%j is said as %s', (value, said) => {
  expect(echo(value)).toBe(said);
});

test('of many faults the first few are told, and how many more there are', () => {
  expect(told([1, 2], (fault) => `${fault}.`)).toBe('1. 2.');
  expect(
    told(
      Array.from({ length: 2005 }, (_, i) => i),
      (fault) => `${fault}.`
    )
  ).toBe('0. 1. 2. 3. 4. And 2,000 more.');
});
