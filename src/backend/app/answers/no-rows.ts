import { dimensionOf } from '../../../shared/catalog/dimensions';
import type { Series } from '../../query/answer/series';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';

/** Whether an answer has nothing to show: no group, or groups of which no row says anything. */
export function isBlank(series: ReadonlyArray<Pick<Series, 'values' | 'n'>>): boolean {
  return series.every(({ values, n }) => n.every((rows) => !rows) && values.every((its) => its.every((value) => value === null)));
}

/** Whether nothing that was said of an answer so far is the reason that it is blank. */
export function isUnexplained(notices: readonly Notice[]): boolean {
  return notices.every(({ severity }) => severity === 'info');
}

/** What is said of an answer that has nothing to show although the helpdesk has what the metric needs: which filters held, and what to do. */
export function noRowsNotice({ metric, filters }: Pick<Plan, 'metric' | 'filters'>): Notice {
  const by = [...new Set(filters.map(({ field }) => dimensionOf(field).label.toLowerCase()))];
  const filtered = by.length === 0 ? '' : `, filtered by ${by.join(' and ')}`;
  const act = by.length === 0 ? 'choose a longer range' : 'choose a longer range, or take a filter away';
  return { severity: 'info', text: `0 rows match: ${metric.label} has none in this range${filtered}. To see some, ${act}.` };
}

/** The mark of such an answer in a frame's meta, which the editor reads. */
export const NO_ROWS = { matched: 0 } as const;
