import { parseQuery } from '.';
import { firstVariable, isVariable, isWhollyVariable, variableName } from './variable';

describe('a variable', () => {
  it.each([
    // text, its name where it is nothing else, whether it holds one
    ['$team', 'team', true],
    ['${team}', 'team', true],
    ['${team:csv}', 'team', true],
    ['${__from:date:YYYY-MM}', '__from', true],
    ['${team.name:raw}', 'team', true],
    ['[[team]]', 'team', true],
    ['[[team:csv]]', 'team', true],
    ['team $team', null, true],
    ['$team,$other', null, true],
    ['cost: 5$', null, false],
    ['${', null, false],
    ['[[]]', null, false],
    ['$', null, false],
    ['', null, false],
  ])('%j', (text, name, isHeld) => {
    expect(variableName(text)).toBe(name);
    expect(isWhollyVariable(text)).toBe(name !== null);
    expect(isVariable(text)).toBe(isHeld);
  });

  it.each(['$100', '$5k', '$1_000'])('is no amount such as %s, but a dashboard may have a variable of that name', (amount) => {
    expect(variableName(amount)).toBe(amount.slice(1));
    expect(isVariable(amount)).toBe(false);
    expect(isWhollyVariable(amount)).toBe(false);
    expect(isVariable(`${amount} for $team`)).toBe(true);
    expect(() => parseQuery({ metric: 'csat', filters: [{ field: 'category', values: [amount] }] })).not.toThrow();
  });

  it('is found wherever it is, with its place', () => {
    const query = { metric: 'csat', filters: [{ field: 'team', values: ['a', '$team'] }] };
    expect(firstVariable(query)).toEqual({ place: 'filters[0].values[1]', text: '$team' });
    expect(firstVariable({ ...query, filters: [] })).toBeNull();
    expect(() => parseQuery(query)).toThrow('"filters[0].values[1]" is the variable $team, which was not replaced by a value.');
  });
});
