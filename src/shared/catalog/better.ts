import type { Statistic } from '../words';
import { isCounted } from './distinct';
import type { Better, Metric } from './metric';

const OPPOSITE: Readonly<Record<Better, Better>> = { lower: 'higher', higher: 'lower', neutral: 'neutral' };

/** Which way a statistic of a metric is good news. Where short times are, so are many within a threshold; how many rows there are says nothing of a share or a time. */
export function betterOf({ better, statistics: [first] }: Pick<Metric, 'better' | 'statistics'>, statistic: Statistic): Better {
  if (statistic === 'within') {
    return OPPOSITE[better];
  }
  return isCounted(statistic) && !isCounted(first) ? 'neutral' : better;
}
