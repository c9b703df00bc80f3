import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';

import { arbitraryCalendar, ODD_ZONES } from '../../src/backend/calendar/arbitrary-calendar.fixture';
import type { Calendar } from '../../src/shared/calendar';
import { DAY, HOUR } from '../../src/backend/calendar/units';
import { byStore } from './by-store';
import { byReference, type Question } from './question';

/** The store against the reference on whatever calendars, changes of calendar and pauses; clocks change within the days asked about. */

/** How many helpdesks are made, and how many questions each is asked. */
const RUNS = Number(process.env.BUSINESS_HOURS_RUNS ?? 3);
const QUESTIONS = 40;
const DAYS = 20;

/** The first days of stretches that hold unusual clock changes. */
const STARTS = [
  ['spring in Europe and America', '2026-03-14'],
  ['autumn in Europe and America', '2026-10-18'],
  ['autumn in Australia, spring in Egypt', '2026-04-04'],
  ['a date that Samoa skipped', '2011-12-20'],
] as const;

/** Questions about a few calendars, as every calendar of a helpdesk is expanded for years. */
function questions(day: number): fc.Arbitrary<Question[]> {
  const calendars = fc.array(
    fc.constantFrom(...ODD_ZONES).chain((zone) => arbitraryCalendar(zone, day, DAYS)),
    { minLength: 1, maxLength: 3 }
  );
  return calendars.chain((some) => fc.array(question(day, fc.constantFrom(...some, ...some, ...some, null)), { minLength: QUESTIONS, maxLength: QUESTIONS }));
}

function question(day: number, calendar: fc.Arbitrary<Calendar | null>): fc.Arbitrary<Question> {
  const between = (unit: number) => fc.integer({ min: (day * DAY) / unit, max: ((day + DAYS) * DAY) / unit }).map((units) => units * unit);
  // also on the hour and at midnight, where things begin and end
  const instant = fc.oneof(between(1), between(HOUR), between(DAY));
  const span = fc.tuple(instant, instant).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const endless = instant.map((start) => ({ start, end: Infinity }));
  const hours = fc.integer({ min: 1, max: 40 }).map((count) => count * HOUR);
  return fc
    .record({
      calendar,
      changes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.record({ at: instant, calendar }), { maxLength: 3 }) }),
      pauses: fc.array(fc.oneof({ weight: 5, arbitrary: span }, { weight: 1, arbitrary: endless }), { maxLength: 4 }),
      span,
      budget: fc.option(fc.oneof(fc.integer({ min: 1, max: 40 * HOUR }), hours)),
    })
    .map(({ span: { start, end }, budget, ...rest }) => ({ ...rest, from: start, to: budget === null ? end : null, budget }));
}

test.each(STARTS)(
  'the store and the reference say the same: %s',
  async (_what, date) => {
    const day = Date.parse(date) / DAY;
    await fc.assert(
      fc.asyncProperty(questions(day), async (asked) => {
        const answers = await byStore(asked);
        const compared = asked.map((one, i) => ({ one, store: answers[i], reference: byReference(one) }));
        expect(compared.filter(({ store, reference }) => !isDeepStrictEqual(store, reference))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true }
    );
  },
  240_000
);
