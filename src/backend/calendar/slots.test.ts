import { slotGrid } from './slots';
import { HOUR, MINUTE } from './units';

const at = (hours: number, minutes = 0) => hours * HOUR + minutes * MINUTE;
const open = (...spans: Array<[number, number]>) => spans.map(([start, end]) => ({ start, end }));

test.each([
  ['nothing open', open(), 60],
  ['whole hours', open([at(9), at(17)], [at(33), at(41)]), 60],
  ['one piece an hour, however odd', open([at(9, 7), at(16, 53)], [at(17, 1), at(18)]), 60],
  ['two pieces in an hour', open([at(9), at(12, 15)], [at(12, 45), at(17)]), 15],
  ['two pieces in a quarter', open([at(9), at(12, 5)], [at(12, 10), at(17)]), 5],
  ['two pieces in five minutes', open([at(9), at(12, 2)], [at(12, 3), at(17)]), 1],
])('the grid of %s', (_name, intervals, minutes) => {
  expect(slotGrid([intervals])).toBe(minutes * MINUTE);
  expect(slotGrid([open([at(9), at(17)]), intervals])).toBe(minutes * MINUTE);
});
