import fc from 'fast-check';

import { BusinessClock } from './business-clock';
import { arbitraryCalendar, ODD_ZONES } from './calendar.arbitrary';
import { openIntervals } from './open-intervals';
import { slotGrid, slotTable } from './slots';
import { DAY, HOUR, MINUTE } from './units';

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

test('a slot holds F at its start and its open piece', () => {
  const { first, f0, a, b } = slotTable(open([at(9, 30), at(11)]), HOUR, at(9), at(13));
  expect(first).toBe(9);
  expect([...f0]).toEqual([0, at(0, 30), at(1, 30), at(1, 30)]);
  expect([...a]).toEqual([at(9, 30), at(10), at(11), at(12)]);
  expect([...b]).toEqual([at(10), at(11), at(11), at(12)]);
});

test('looking F up agrees with the business clock to the millisecond', () => {
  const day = Date.UTC(2026, 2, 20) / DAY;
  const [from, to] = [day * DAY, (day + 20) * DAY];
  fc.assert(
    fc.property(
      fc.constantFrom(...ODD_ZONES).chain((zone) => arbitraryCalendar(zone, day, 20)),
      fc.array(fc.integer({ min: from, max: to - 1 }), { minLength: 20, maxLength: 20 }),
      (calendar, instants) => {
        const intervals = openIntervals(calendar, from, to);
        const grid = slotGrid([intervals]);
        const { first, f0, a, b } = slotTable(intervals, grid, from, to);
        const clock = new BusinessClock(calendar);
        for (const t of instants) {
          const slot = Math.floor(t / grid) - first;
          expect(f0[slot] + Math.max(0, Math.min(t, b[slot]) - a[slot])).toBe(clock.elapsedMs(from, t));
        }
      }
    )
  );
});
