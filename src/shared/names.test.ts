import { namesIn } from './names';

it.each([
  ['en-US', '1 h – 4 h', '> 3 d', '≤ 30 min'],
  ['nl-NL', '1 u – 4 u', '> 3 d', '≤ 30 min'],
])('calls bands of durations as %s calls their units', (locale, ...called) => {
  const { value } = namesIn(locale);
  expect(['1h..4h', '>3d', '<=30m'].map((id) => value('duration_band', id, id))).toEqual(called);
});

it('leaves a band without a duration to the translation, and what is no band as it is', () => {
  const { value } = namesIn('nl-NL');
  expect([value('duration_band', null, '(none)'), value('duration_band', 'other', 'Other')]).toEqual(['(geen)', 'Other']);
});
