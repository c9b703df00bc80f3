import { seriesColours } from './series-colours';

const TEAMS = ['billing', 'care', 'night', 'tech', 'sales'];

it('gives every series its own colour, whatever their order', () => {
  const colours = seriesColours(TEAMS);
  expect(new Set(colours).size).toBe(TEAMS.length);
  expect(seriesColours([...TEAMS].reverse())).toEqual([...colours].reverse());
});

it('has none left over where there are more series than colours', () => {
  const colours = seriesColours(Array.from({ length: 40 }, (_, i) => `team ${i}`));
  expect(colours).toHaveLength(40);
  expect(colours).not.toContain(undefined);
});
