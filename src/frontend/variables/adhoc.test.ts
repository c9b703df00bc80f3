import { adhocFilter } from './adhoc';

describe('adhocFilter', () => {
  it.each<[string, string, string[] | undefined, string, string[]]>([
    ['=', 'O’Brien "x"', undefined, 'equals', ['O’Brien "x"']],
    ['!=', 'a', undefined, 'not_equals', ['a']],
    ['=|', 'a', ['a', 'b'], 'in', ['a', 'b']],
    ['!=|', 'a', ['a', 'b'], 'not_in', ['a', 'b']],
    ['=', '', undefined, 'is_empty', []],
    ['!=', '', undefined, 'is_not_empty', []],
    ['=~', '.*bill.*', undefined, 'contains', ['bill']],
    ['=~', 'bill|first line', undefined, 'contains', ['bill', 'first line']],
  ])('%s %j', (operator, value, values, op, expected) => {
    expect(adhocFilter({ key: 'team', operator, value, values })).toEqual({ field: 'team', op, values: expected, origin: 'adhoc' });
  });

  it.each([
    ['team', '>', 'a', /“team” has the operator “>”/],
    ['team', '!~', 'a', /“team” has the operator “!~”/],
    ['team', '=~', '^a[bc]$', /“team” has the pattern “\^a\[bc\]\$”/],
    ['teem', '=', 'a', /“teem” cannot be applied.*Did you mean "team"\?/],
    ['a<b>', '=', 'a', /“a<b>” cannot be applied/],
  ])('%s %s %s is refused with a sentence', (key, operator, value, sentence) => {
    expect(() => adhocFilter({ key, operator, value })).toThrow(sentence);
  });
});
