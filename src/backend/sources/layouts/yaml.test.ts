import { entriesOf, entry, readYaml } from './yaml';

test('YAML as Ruby on Rails writes it, whose tags name nothing here', () => {
  const text = [
    '--- !ruby/hash:ActiveSupport::HashWithIndifferentAccess',
    'mon: !ruby/hash:ActiveSupport::HashWithIndifferentAccess',
    '  active: true',
    '  timeframes:',
    "  - - '09:00'",
    "    - '17:00'",
    ':symbol: 3',
    '',
  ].join('\n');
  const read = readYaml(text);
  expect(entriesOf(read)).toEqual([
    ['mon', { active: true, timeframes: [['09:00', '17:00']] }],
    ['symbol', 3],
  ]);
  expect(entry(entry(read, 'mon'), 'active')).toBe(true);
});

test('JSON is YAML; dates stay the texts that they are', () => {
  expect(readYaml('{"2026-04-06": {"active": true, "of": 2026-04-06}}')).toEqual({ '2026-04-06': { active: true, of: '2026-04-06' } });
});

test.each([
  ['an object of a class', '--- !ruby/object:Gem::Installer\ni: x\n', { i: 'x' }],
  ['a function', '!!js/function "function () { throw 1 }"', 'function () { throw 1 }'],
])('%s is plain data', (_, text, value) => {
  expect(readYaml(text)).toEqual(value);
});

test.each([
  ['no YAML', 'a: [1', /Flow sequence|Expected/],
  [
    'many values by few words',
    ['a: &a [x,x,x,x,x,x,x,x,x]', ...[...'bcdefgh'].map((b, i) => `${b}: &${b} [${`*${'abcdefg'[i]},`.repeat(9)}]`)].join('\n'),
    /alias/i,
  ],
  ['too long', 'x'.repeat(1_000_001), /1,000,001 characters/],
])('what is %s is refused', (_, text, said) => {
  expect(() => readYaml(text)).toThrow(said);
});

test('what is no object has no entries', () => {
  expect([entriesOf(null), entriesOf([1]), entriesOf('x')]).toEqual([[], [], []]);
});
