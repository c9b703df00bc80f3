import { findMetric } from '../../src/shared/catalog';
import type { Metric } from '../../src/shared/catalog/metric';
import type { HelpdeskQuery } from '../../src/shared/query';
import type { DimensionId, Hours, PlainDimensionId, Statistic, View } from '../../src/shared/words';
import { type Edition, isChoosable } from './edition';
import { LOCALES } from './language';

/** A panel's query before the dashboard's drop-downs are in it; `$hours` and `$view` follow theirs, and so does a filter's value. */
export type PanelQuery = Omit<HelpdeskQuery, 'metric' | 'metrics' | 'view' | 'hours' | 'filters' | 'locale' | 'groupBy' | 'statistics'> & {
  /** Where it is no scorecard. */
  readonly metric?: string;
  /** Of a scorecard: its columns. */
  readonly metrics?: readonly PanelColumn[];
  readonly view?: View | '$view';
  readonly hours?: Hours | '$hours';
  /** Besides those of the drop-downs. */
  readonly filters?: readonly PanelFilter[];
  readonly groupBy?: readonly DimensionId[];
  readonly statistics?: readonly Statistic[];
};

/** A column of a scorecard. */
export interface PanelColumn {
  readonly metric: string;
  readonly statistic?: Statistic;
  readonly hours?: Hours | '$hours';
  readonly n?: boolean;
}

/** A filter that a panel has of its own. */
export interface PanelFilter {
  readonly field: PlainDimensionId;
  readonly op: 'equals' | 'not_equals' | 'in' | 'is_empty' | 'is_not_empty';
  readonly values?: readonly string[];
  readonly origin?: 'variable';
}

/** One number of the whole range. */
export const TOTAL = { view: 'totals', groupBy: [] } as const;
/** The same, with its change from the period before. */
export const CHANGED = { ...TOTAL, compare: 'previous_period' } as const;

/** Rows that somebody has: “(unassigned)” is nobody to compare with people. */
export const OWNED: PanelFilter = { field: 'owner', op: 'is_not_empty' };
export const OWNERLESS: PanelFilter = { field: 'owner', op: 'is_empty' };
/** Of ratings: below the middle of their scale. */
export const LOW: PanelFilter = { field: 'scale_half', op: 'in', values: ['lower'] };
export const WRITTEN: PanelFilter = { field: 'author', op: 'is_not_empty' };

/** What went to a customer, and what came from one. */
export const SENT: PanelFilter = { field: 'direction', op: 'equals', values: ['sent'] };
export const RECEIVED: PanelFilter = { field: 'direction', op: 'equals', values: ['received'] };

/** The drop-downs that filter: the variable, and the fields that it may filter, the first that a metric has. */
export const FILTERS: Readonly<Record<'team' | 'owner' | 'channel' | 'priority' | 'pipeline', readonly PlainDimensionId[]>> = {
  team: ['team'],
  owner: ['owner', 'agent'],
  channel: ['channel'],
  priority: ['priority'],
  pipeline: ['pipeline'],
};
/** A drop-down that filters. */
export type FilterVariable = keyof typeof FILTERS;
const VARIABLES = Object.keys(FILTERS) as FilterVariable[];

/** The metric of a query, of a scorecard that of its first column; one that does not exist is a fault of the dashboard. */
export function metricOf(query: Asking): Metric {
  return metricsOf(query)[0];
}

/** What is asked for: one metric, or a column each. */
type Asking = Pick<PanelQuery, 'metric' | 'metrics'>;

/** The metrics of a query: of a scorecard those of its columns. */
export function metricsOf({ metric = '', metrics = [{ metric }] }: Asking): readonly Metric[] {
  return metrics.map((one) => {
    const found = findMetric(one.metric);
    if (!found) {
      throw new Error(`There is no metric "${one.metric}".`);
    }
    return found;
  });
}

/** Whether a query follows the drop-down of hours. */
export function isOfChosenHours({ hours, metrics = [] }: PanelQuery): boolean {
  return [hours, ...metrics.map((one) => one.hours)].includes('$hours');
}

function fieldFor(metrics: readonly Metric[], variable: FilterVariable): PlainDimensionId | undefined {
  return FILTERS[variable].find((field) => metrics.every(({ dimensions }) => dimensions[field]));
}

/** The drop-downs that cannot filter metrics. */
export function withoutEffect(metrics: readonly Metric[]): FilterVariable[] {
  return VARIABLES.filter((variable) => !fieldFor(metrics, variable));
}

/** A query of the one agent whom the drop-down names: whose tickets they are, or whose `field` names them. */
export function ofAgent(query: PanelQuery, field = fieldFor(metricsOf(query), 'owner')): PanelQuery {
  return field === undefined ? query : { ...query, filters: [...(query.filters ?? []), { field, op: 'in', values: ['$agent'], origin: 'variable' }] };
}

/** What a drop-down stands at from the start: where nobody chooses, it stays there. */
const FROM_THE_START = { $hours: 'all', $view: 'over_time' } as const;

/** Hours and columns where nobody chooses. */
function unchosen<Asked extends { readonly hours?: Hours | '$hours' }>(asked: Asked): Asked {
  return asked.hours === '$hours' ? { ...asked, hours: FROM_THE_START.$hours } : asked;
}

/** The query as the dashboard stores it: filtered by every drop-down that its metrics have a field for; where nobody chooses there is none, and hours are 24/7 where one could choose. */
export function stored({ filters: own = [], ...query }: PanelQuery, edition: Edition): object {
  const metrics = metricsOf(query);
  const locale = LOCALES[edition.language];
  // one unit a panel, whatever its numbers: a scale that jumps from hours to weeks cannot be compared
  const unit = metrics.some((metric) => metric.unit === 's') ? { unit: 'auto' } : {};
  if (!isChoosable(edition)) {
    const { view, ...rest } = unchosen(query);
    return {
      version: 1,
      ...unit,
      ...(view === undefined ? {} : { view: view === '$view' ? FROM_THE_START.$view : view }),
      ...rest,
      ...(rest.metrics ? { metrics: rest.metrics.map(unchosen) } : {}),
      filters: own.filter(({ origin }) => origin !== 'variable'),
      locale,
    };
  }
  const filters = VARIABLES.flatMap((variable) => {
    const field = fieldFor(metrics, variable);
    const isChosen = own.some((one) => one.origin === 'variable' && one.field === field);
    return field && !isChosen ? [{ field, op: 'in', values: [`$${variable}`], origin: 'variable' }] : [];
  });
  return { version: 1, ...unit, ...query, filters: [...own, ...filters], locale };
}
