import { isCounted } from './catalog/distinct';
import { traitsOf } from './catalog/measures';
import type { Metric, Unit } from './catalog/metric';
import { unitOf } from './catalog/unit';
import { durationMs, isDuration } from './formats';
import type { Hours, Statistic } from './words';

/** What a helpdesk wants one number to be. */
export interface Target {
  readonly metric: string;
  /** The id of the team that it is for; null = everybody. */
  readonly team: string | null;
  /** The hours in which it is counted; null = both. */
  readonly hours: Hours | null;
  /** null = the metric's usual one. */
  readonly statistic: Statistic | null;
  /** Of a share within a threshold: the threshold. */
  readonly threshold: string | null;
  /** As it is computed: seconds, a share from 0 to 1, a count or a score. */
  readonly value: number;
}

/** The statistics of a metric that a target is for which names none: the metric's own, and the median beside the mean. */
export function usualStatistics({ statistics: [first] }: Pick<Metric, 'statistics'>): readonly Statistic[] {
  return first === 'mean' ? ['mean', 'median'] : [first];
}

/** Whether a statistic can have a target: what adds up over the time range is twice as much in twice the time, and `n` and `hits` say what another number rests on. */
export function canHaveTarget({ measure }: Pick<Metric, 'measure'>, statistic: Statistic): boolean {
  const addsUp = statistic === 'sum' || isCounted(statistic);
  return statistic !== 'n' && statistic !== 'hits' && !(addsUp && traitsOf(measure).rows !== 'held');
}

/** How people write a number of a unit, for a message. */
export const WRITTEN_AS: Readonly<Record<Unit, string>> = {
  s: 'is written as a duration such as "90m", "4h" or "2d"',
  percentunit: 'is written as a percentage such as "85%"',
  short: 'is written as a number of 0 or more, such as 25',
  none: 'is written as a number, such as 50',
};

/** What somebody wrote as a target of a statistic, as it is computed (seconds, 0 to 1, a count, a score); null where it is not written as its unit is. */
export function readTarget(metric: Metric, statistic: Statistic, written: string | number): number | null {
  const text = String(written).trim();
  switch (unitOf(metric, statistic)) {
    case 's':
      return isDuration(text) ? durationMs(text) / 1000 : null;
    case 'percentunit': {
      const share = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text)?.[1];
      return share !== undefined && Number(share) <= 100 ? Number(share) / 100 : null;
    }
    case 'short':
      return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
    case 'none':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  }
}
