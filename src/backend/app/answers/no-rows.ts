import { dimensionOf } from '../../../shared/catalog/dimensions';
import type { Series } from '../../query/answer/series';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { Reading } from './request';

/** Whether an answer has nothing to show: no group, or groups of which no row says anything. */
export function isBlank(series: ReadonlyArray<Pick<Series, 'values' | 'n'>>): boolean {
  return series.every(({ values, n }) => n.every((rows) => !rows) && values.every((its) => its.every((value) => value === null)));
}

/** Says to a person that an answer has nothing to show, where nothing that was said of it so far is the reason; answers the mark of it in a frame's meta, which the editor reads. */
export function saidNoRows({ caller, notices }: Pick<Reading, 'caller' | 'notices'>, plan: Plan): Readonly<Record<string, unknown>> {
  if (caller.alert || notices.some(({ severity }) => severity !== 'info')) {
    return {};
  }
  notices.push(noRowsNotice(plan));
  return { matched: 0 };
}

/** What is said of an answer that has nothing to show although the helpdesk has what the metric needs: which filters held, and what to do. */
export function noRowsNotice({ metric, filters }: Pick<Plan, 'metric' | 'filters'>): Notice {
  const by = [...new Set(filters.map(({ field }) => dimensionOf(field).label.toLowerCase()))];
  const filtered = by.length === 0 ? '' : `, filtered by ${by.join(' and ')}`;
  const act = by.length === 0 ? 'choose a longer range' : 'choose a longer range, or take a filter away';
  return { severity: 'info', text: `0 rows match: ${metric.label} has none in this range${filtered}. To see some, ${act}.` };
}
