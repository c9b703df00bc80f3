import { isCounted } from '../../shared/catalog/distinct';
import { traitsOf } from '../../shared/catalog/measures';
import type { Plan } from './plan';

/** Rows that a mean or a rate must rest on to be judged, and to be drawn in full where the query says nothing of it. */
export const LEAST_ROWS = 5;

/** Whether the main statistic counts or adds up: it can be judged however few rows it rests on. */
export function isCount({ statistics, metric }: Pick<Plan, 'statistics' | 'metric'>): boolean {
  return isCounted(statistics[0]) || statistics[0] === 'sum' || traitsOf(metric.measure).isCount;
}
