import { weekdayOf } from '../../calendar/local-date';
import { zoneOffsets } from '../../calendar/zone';
import { DAY, HOUR } from '../../calendar/units';
import { MOST_BUCKETS } from '../../calendar/buckets';
import { QueryError } from '../../../shared/query';
import type { Plan } from '../plan';
import { CLOCK, type Clock, isCutBy } from './cut';
import { fixedKeys } from './filter';

/** A stretch of time in which the local clock shows one hour of one day: [s, t) in epoch ms, and the keys of that hour and weekday. */
interface Reading extends Readonly<Record<Clock, number>> {
  readonly s: number;
  readonly t: number;
}

/** The dimensions of the clock that stretches are cut by: those of groups and of filters. */
export function clockOf({ metric, groups, filters }: Plan): readonly Clock[] {
  const asked = [...groups.map(({ dimension }) => dimension), ...filters.map(({ field }) => field)];
  return CLOCK.filter((one) => asked.includes(one) && isCutBy(metric, one));
}

/** Whether a plan’s filters let an hour of a weekday through. */
export function passesClock(plan: Plan): (at: Readonly<Record<Clock, number>>) => boolean {
  const tests = plan.filters.flatMap((filter) => {
    const { field, op } = filter;
    const one = CLOCK.find((each) => each === field);
    return one === undefined || !isCutBy(plan.metric, one) ? [] : [{ one, keys: fixedKeys(plan, filter), is: op !== 'not_in' && op !== 'not_equals' }];
  });
  return (at) => tests.every(({ one, keys, is }) => keys.includes(at[one]) === is);
}

/** What the local clock shows over [fromMs, untilMs), stretch by stretch; whole days where only weekdays are asked for. Throws a QueryError of a range too long. */
export function readings({ timeZone }: Plan, clock: readonly Clock[], fromMs: number, untilMs: number): Reading[] {
  const [step, word] = clock.includes('hour_of_day') ? [HOUR, 'hours'] : [DAY, 'days'];
  if ((untilMs - fromMs) / step > MOST_BUCKETS) {
    throw new QueryError(`The range has more than ${MOST_BUCKETS.toLocaleString('en')} ${word}: hours of the day and weekdays need a shorter one.`, 413);
  }
  const offsets = zoneOffsets(timeZone, fromMs, untilMs);
  return offsets.flatMap(({ from, offsetMs }, i) => {
    const until = offsets[i + 1]?.from ?? untilMs;
    const pieces: Reading[] = [];
    for (let s = from; s < until;) {
      const local = s + offsetMs;
      const t = Math.min(until, (Math.floor(local / step) + 1) * step - offsetMs);
      const day = Math.floor(local / DAY);
      pieces.push({ s, t, hour_of_day: Math.floor((local - day * DAY) / HOUR), weekday: weekdayOf(day) });
      s = t;
    }
    return pieces;
  });
}
