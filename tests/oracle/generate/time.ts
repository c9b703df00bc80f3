import fc from 'fast-check';

/** When generated things happen: around clock changes, on a coarse grid so that ties are common. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock change: everything of one generated helpdesk clusters around one. */
export interface Era {
  readonly zone: string;
  readonly anchor: number;
}

/** Both ways in zones that change by an hour, by half an hour, and at midnight. */
export const ERAS: readonly Era[] = [
  { zone: 'Europe/Amsterdam', anchor: Date.parse('2025-03-30T01:00:00Z') },
  { zone: 'Europe/Amsterdam', anchor: Date.parse('2025-10-26T01:00:00Z') },
  { zone: 'America/New_York', anchor: Date.parse('2025-03-09T07:00:00Z') },
  { zone: 'America/New_York', anchor: Date.parse('2025-11-02T06:00:00Z') },
  { zone: 'Australia/Lord_Howe', anchor: Date.parse('2025-04-05T15:00:00Z') },
  { zone: 'Australia/Lord_Howe', anchor: Date.parse('2025-10-04T15:30:00Z') },
  { zone: 'America/Havana', anchor: Date.parse('2025-03-09T05:00:00Z') },
  { zone: 'America/Havana', anchor: Date.parse('2025-11-02T05:00:00Z') },
  // older than any helpdesk, and before 1970
  { zone: 'Europe/London', anchor: Date.parse('1972-03-19T02:00:00Z') },
  { zone: 'America/New_York', anchor: Date.parse('1966-04-24T07:00:00Z') },
];

export const anEra: fc.Arbitrary<Era> = fc.constantFrom(...ERAS);

/** An instant relative to the anchor: mostly within a day and a half on the half hour, now and then odd or weeks away. */
export const offset: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -72, max: 72 }).map((halves) => halves * 30 * MINUTE) },
  { weight: 2, arbitrary: fc.integer({ min: -180, max: 180 }).map((minutes) => minutes * MINUTE + 1) },
  { weight: 2, arbitrary: fc.integer({ min: -20 * 24, max: 20 * 24 }).map((hours) => hours * HOUR) }
);

/** How long after the thing before: few values, so that things coincide. */
export const gap: fc.Arbitrary<number> = fc.constantFrom(0, 1, MINUTE, 30 * MINUTE, HOUR, 90 * MINUTE, 4 * HOUR, 10 * HOUR, DAY, 3 * DAY);

/** A gap that is never nothing. */
export const step: fc.Arbitrary<number> = fc.constantFrom(30 * MINUTE, 1, HOUR, 90 * MINUTE, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY);

/** Seldom before, as with skewed clocks. */
export const skew: fc.Arbitrary<number> = fc.oneof({ weight: 14, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, -HOUR, -2 * DAY) });

/** Seldom true. */
export const rarely: fc.Arbitrary<boolean> = fc.integer({ min: 0, max: 19 }).map((value) => value === 19);

/** Null now and then. */
export function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null, freq: 4 });
}

/** Null every other time. fast-check draws null one time in `freq`: 1 would be always. */
export function evenly<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null, freq: 2 });
}

/** The instants of things that follow each other after `start`. */
export function follow<T extends { readonly after: number }>(start: number, things: readonly T[]): Array<T & { readonly at: number }> {
  let at = start;
  return things.map((thing) => {
    at += thing.after;
    return { ...thing, at };
  });
}

/** A local date `days` away from the anchor's UTC date. */
export function dateNear(era: Era, days: number): string {
  return new Date(era.anchor + days * DAY).toISOString().slice(0, 10);
}

/** Rows of which only the first of each key is kept. */
export function uniqueBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return rows.filter((row, index) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === index);
}
