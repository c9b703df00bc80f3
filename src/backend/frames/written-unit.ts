import type { UnitWord } from '../../shared/words';

/** What durations of an answer are written in, and how many seconds one of it has. */
export interface WrittenUnit {
  readonly unit: Exclude<UnitWord, 'auto'> | 'seconds';
  readonly seconds: number;
}

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

/** What an answer is written in that asks for no unit. */
export const IN_SECONDS: WrittenUnit = { unit: 'seconds', seconds: 1 };

/** How a unit is chosen. */
interface Choice {
  /** What the query asks for; null is seconds. */
  readonly asked: UnitWord | null;
  /** They are of SLA hours, of which 24 are no day. */
  readonly isSla: boolean;
  readonly hoursPerWorkday: number;
}

/** The one unit of durations (seconds). `auto` goes by the longest, either way from zero: minutes under 3 hours, hours under 3 days, else days; in SLA hours never days. */
export function writtenUnit(values: Iterable<number | null>, { asked, isSla, hoursPerWorkday }: Choice): WrittenUnit {
  switch (asked) {
    case null:
      return IN_SECONDS;
    case 'minutes':
      return { unit: 'minutes', seconds: MINUTE };
    case 'hours':
      return { unit: 'hours', seconds: HOUR };
    case 'days':
      return { unit: 'days', seconds: DAY };
    case 'workdays':
      return { unit: 'workdays', seconds: hoursPerWorkday * HOUR };
    case 'auto': {
      let longest = 0;
      for (const value of values) {
        longest = Math.max(longest, Math.abs(value ?? 0));
      }
      const unit = longest < 3 * HOUR ? 'minutes' : longest < 3 * DAY || isSla ? 'hours' : 'days';
      return writtenUnit([], { asked: unit, isSla, hoursPerWorkday });
    }
  }
}

/** A duration (seconds) in a unit. */
export function inUnit(value: number | null, { seconds }: WrittenUnit): number | null {
  return value === null || seconds === 1 ? value : value / seconds;
}
