import { nearest, suggestion } from './nearest';

describe('nearest', () => {
  const words = ['time_to_close', 'time_to_first_response', 'csat', 'weekday'];
  it.each([
    ['time_to_clsoe', 'time_to_close'],
    ['Time to close', 'time_to_close'],
    ['csta', 'csat'],
    ['week_day', 'weekday'],
    ['xyzzy', null],
    // compared with nothing: the time would grow with the word
    [`time_to_close${'e'.repeat(60)}`, null],
  ])('%s → %s', (word, expected) => expect(nearest(word, words)).toBe(expected));

  it('is no word of which nothing is alike', () => {
    expect([nearest('x', ['%']), nearest('x', ['a', 'xy']), nearest('hr', ['hour'])]).toEqual([null, 'xy', 'hour']);
  });

  it('offers the list where nothing is near', () => {
    expect(suggestion('xyzzy', ['a', 'b'])).toBe(' One of: a, b.');
    expect(suggestion('totls', ['over_time', 'totals'])).toBe(' Did you mean "totals"?');
  });
});
