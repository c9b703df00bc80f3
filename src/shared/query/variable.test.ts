import { isVariable, variableName } from './variable';

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
    ['$5k', '5k', true],
    ['team $team', null, true],
    ['$team,$other', null, true],
    ['cost: 5$', null, false],
    ['${', null, false],
    ['[[]]', null, false],
    ['$', null, false],
    ['', null, false],
  ])('%j', (text, name, isHeld) => {
    expect(variableName(text)).toBe(name);
    expect(isVariable(text)).toBe(isHeld);
  });
});
