import { DIMENSION_CATALOG } from '../../shared/catalog/dimensions';
import type { Metric, Unit } from '../../shared/catalog/metric';
import type { Statistic } from '../../shared/words';
import type { Answer, Series } from '../query/answer';
import type { Plan } from '../query/plan';
import type { FieldConfig, Frame, FrameMeta, FrameNotice } from './frame';

/** What a frame says besides its numbers. */
export interface FrameContext {
  readonly refId: string;
  readonly plan: Plan;
  readonly notices: readonly FrameNotice[];
  readonly executed: string;
  /** An alert request: the main value and its labels only. */
  readonly alert: boolean;
  /** Facts about the data, such as how old it is. */
  readonly custom: Readonly<Record<string, unknown>>;
}

const STATISTIC_LABELS: Readonly<Record<Statistic, string>> = {
  mean: 'Mean', median: 'Median', p75: '75th percentile', p90: '90th percentile', p95: '95th percentile', p99: '99th percentile', min: 'Minimum', max: 'Maximum',
  sum: 'Total', count: 'Count', share: 'Share', score: 'Score', n: 'n',
};

/** The unit of a statistic: counts are plain, whatever the metric's unit; a share is a percentage. */
export function unitOf(metric: Metric, statistic: Statistic): Unit {
  if (statistic === 'count' || statistic === 'n') {
    return 'short';
  }
  if (statistic === 'share') {
    return 'percentunit';
  }
  return metric.measure.kind === 'rating' ? 'none' : metric.unit;
}

/** A metric query's frames: `timeseries-multi` over time, `numeric-long` (or one `numeric-multi`) for totals. */
export function metricFrames(answer: Answer, context: FrameContext): Frame[] {
  const statistics = context.alert ? context.plan.statistics.slice(0, 1) : context.plan.statistics;
  const labels = uniqueLabels(context.plan, answer.series);
  const frames = context.plan.edges ? overTime(answer, labels, statistics, context) : totals(answer, labels, statistics, context);
  // no data at all is one typed frame with no fields: alerting reads it as NoData
  return frames.length > 0 ? frames : [{ name: context.plan.metric.label, refId: context.refId, rows: 0, fields: [], meta: meta(context, context.plan.edges ? 'timeseries-multi' : 'numeric-long') }];
}

function overTime(answer: Answer, labels: Labels[], statistics: readonly Statistic[], context: FrameContext): Frame[] {
  const { plan, refId, alert } = context;
  const edges = plan.edges ?? new Float64Array(1);
  if (alert && answer.series.every((series) => series.n.every((n) => !n)) && plan.metric.measure.kind !== 'count') {
    return [];
  }
  const times = edges.subarray(0, edges.length - 1);
  const partial = partialBuckets(plan);
  return answer.series.flatMap((series, i) => statistics.map((statistic, s): Frame => {
    const name = seriesName(plan, series, labels[i], statistic, statistics.length);
    return {
      name, refId, rows: times.length,
      meta: {
        ...meta(context, 'timeseries-multi', { n: series.n, key: keyOf(plan, series), statistic, frequency: plan.frequency, partial }, i === 0 && s === 0),
        preferredVisualisationType: 'graph',
      },
      fields: [
        { name: 'time', column: { type: 'time', values: times } },
        { name: plan.metric.id, labels: statistics.length > 1 ? { ...labels[i], statistic } : labels[i], column: { type: 'number', values: series.values[s] }, config: config(plan, statistic, name) },
      ],
    };
  }));
}

function totals(answer: Answer, labels: Labels[], statistics: readonly Statistic[], context: FrameContext): Frame[] {
  const { plan, refId, alert } = context;
  const series = answer.series;
  if (series.length === 0 || (alert && plan.metric.measure.kind !== 'count' && series.every((one) => !one.n[0]))) {
    return [];
  }
  const value = (statistic: Statistic, s: number) => ({
    name: s === 0 ? plan.metric.id : statistic,
    column: { type: 'number' as const, values: series.map((one) => one.values[s][0]) },
    config: config(plan, statistic, statistics.length > 1 || plan.groups.length > 0 ? `${plan.metric.label}${statistics.length > 1 ? ` (${STATISTIC_LABELS[statistic].toLowerCase()})` : ''}` : plan.metric.label),
  });
  const custom = { n: series.map((one) => one.n[0]), keys: series.map((one) => keyOf(plan, one)), statistics };
  return [{
    name: plan.metric.label, refId, rows: series.length,
    meta: { ...meta(context, 'numeric-long', custom), preferredVisualisationType: 'table' },
    fields: [
      ...plan.groups.map(({ dimension }) => ({
        name: dimension, column: { type: 'string' as const, values: labels.map((label) => label[dimension]) }, config: { displayName: DIMENSION_CATALOG[dimension].label },
      })),
      ...statistics.map(value),
    ],
  }];
}

type Labels = Record<string, string>;

/** Labels by dimension; equal names of different ids stay apart by their id. */
function uniqueLabels(plan: Plan, series: readonly Series[]): Labels[] {
  const idsByName = plan.groups.map((_, i) => {
    const ids = new Map<string, Set<string | null>>();
    for (const { groups } of series) {
      const known = ids.get(groups[i].name) ?? new Set();
      ids.set(groups[i].name, known.add(groups[i].isOther ? '\0' : groups[i].id));
    }
    return ids;
  });
  return series.map(({ groups }) => Object.fromEntries(groups.map((group, i) => {
    const clash = (idsByName[i].get(group.name)?.size ?? 0) > 1 && group.id !== null;
    return [plan.groups[i].dimension, clash ? `${group.name} (${group.id})` : group.name];
  })));
}

function keyOf(plan: Plan, { groups }: Series): Record<string, string | null> {
  return Object.fromEntries(groups.map((group, i) => [plan.groups[i].dimension, group.isOther ? 'Other' : group.id]));
}

function seriesName(plan: Plan, series: Series, labels: Labels, statistic: Statistic, statistics: number): string {
  const group = plan.groups.map(({ dimension }) => labels[dimension]).join(' · ');
  const what = statistics > 1 ? STATISTIC_LABELS[statistic] : '';
  return [group, what].filter(Boolean).join(' · ') || plan.metric.label;
}

function config(plan: Plan, statistic: Statistic, displayName: string): FieldConfig {
  const unit = unitOf(plan.metric, statistic);
  return { displayNameFromDS: displayName, unit, description: plan.metric.about, ...(unit === 'percentunit' ? { min: 0, max: 1 } : {}) };
}

/** Buckets that the range cuts: their numbers cover a part. */
function partialBuckets({ edges, fromMs, toMs, asOfMs }: Plan): number[] {
  if (edges === null) {
    return [];
  }
  return Array.from(edges.subarray(0, -1)).flatMap((start, i) => (start < fromMs || edges[i + 1] > toMs || (start <= asOfMs && asOfMs < edges[i + 1]) ? [start] : []));
}

function meta({ plan, notices, executed, custom }: FrameContext, type: FrameMeta['type'], own: Record<string, unknown> = {}, isFirst = true): FrameMeta {
  return {
    type, typeVersion: [0, 1],
    custom: {
      metric: plan.metric.id, view: plan.query.view, hours: plan.query.hours, timeZone: plan.timeZone, datedBy: plan.metric.datedBy,
      // the buckets, whose last end no time field says: for drill-down
      ...(isFirst && plan.edges ? { edges: Array.from(plan.edges) } : {}), ...custom, ...own,
    },
    // once is enough: Grafana shows every frame's notices
    ...(isFirst && notices.length > 0 ? { notices } : {}),
    ...(isFirst ? { executedQueryString: executed } : {}),
  };
}
