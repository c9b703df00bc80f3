import type { Forecast } from '../analysis/forecast';
import { capital } from '../../shared/formats';
import type { SeriesWord } from '../../shared/labels';
import type { Names } from '../../shared/names';
import type { Target } from '../../shared/targets';
import type { Statistic } from '../../shared/words';
import { type Answer, emptyValue, type Series } from '../query/answer/series';
import type { Compared } from '../query/answer/compare';
import { isWholeIn, type Plan } from '../query/plan';
import { analysisFrames, analysisNotices } from './analysis-frames';
import { comparisonFields } from './comparison-fields';
import { drawnFields } from './drawn';
import { fieldConfig } from './field-config';
import type { FieldConfig, Frame, FrameField, FrameMeta, FrameNotice } from './frame';
import { commonGoal, DISTANCE, lineGoal, totalGoal } from './goal-config';
import { keyOf, type Labels, statisticName, uniqueLabels } from './labels';
import { seriesColours } from './series-colours';
import { ofTickets } from './ticket-link';
import type { WrittenUnit } from './written-unit';

/** What a frame says besides its numbers. */
export interface FrameContext {
  readonly refId: string;
  readonly plan: Plan;
  readonly notices: readonly FrameNotice[];
  readonly executed: string;
  /** An alert request: the main value and its labels only. */
  readonly alert: boolean;
  /** What things are called in the language of the person who asks. */
  readonly names: Names;
  /** The answer with the earlier period laid under it; null where the query compares with nothing. */
  readonly compared: readonly Compared[] | null;
  /** What durations are written in. */
  readonly written: WrittenUnit;
  /** What the settings want numbers to be. */
  readonly targets: readonly Target[];
  /** A ticket’s address in the helpdesk, as the settings write it; null where they do not. */
  readonly ticketUrl: string | null;
  /** What is to come, by series; null where there is no forecast of one. */
  readonly forecasts: ReadonlyArray<Forecast | null>;
  /** What is known of the data, such as how old it is. */
  readonly custom: Readonly<Record<string, unknown>>;
}

/** A metric query's frames, by work that yields between its pieces: `timeseries-multi` over time, `numeric-long` for totals. */
export function* metricFrames(answer: Answer, context: FrameContext): Generator<void, Frame[]> {
  const { plan, refId, compared } = context;
  const statistics = context.alert ? plan.statistics.slice(0, 1) : plan.statistics;
  const rows = compared ?? answer.series.map((current) => ({ current, earlier: null }));
  const labels = yield* uniqueLabels(
    context,
    rows.map(({ current }) => current)
  );
  const frames = plan.edges ? yield* overTime(rows, labels, statistics, context) : yield* totals(rows, labels, statistics, context);
  // no data at all is one typed frame with no fields: alerting reads it as NoData
  return frames.length > 0
    ? noted(frames, context.alert ? [] : analysisNotices(plan, frames, rows.length))
    : [{ name: metricName(context), refId, rows: 0, fields: [], meta: meta(context, plan.edges ? 'timeseries-multi' : 'numeric-long') }];
}

/** Says something more on the first frame. */
function noted([first, ...rest]: Frame[], notices: readonly FrameNotice[]): Frame[] {
  return [notices.length === 0 ? first : { ...first, meta: { ...first.meta, notices: [...(first.meta?.notices ?? []), ...notices] } }, ...rest];
}

/** A series and the earlier one to lay under it. */
interface Row {
  readonly current: Series;
  readonly earlier: Compared['earlier'] | null;
}

/** Whether an alert rule has nothing to judge. Counting nothing is something: it is 0, and nobody is to be alerted. */
function isNothing(plan: Plan, rows: readonly Row[]): boolean {
  return emptyValue(plan, plan.statistics[0]) === null && rows.every(({ current }) => current.n.every((n) => !n));
}

function* overTime(rows: readonly Row[], labels: Labels[], statistics: readonly Statistic[], context: FrameContext): Generator<void, Frame[]> {
  const { plan, refId, alert, names } = context;
  const edges = plan.edges ?? new Float64Array(1);
  if (alert && isNothing(plan, rows)) {
    return [];
  }
  const times = edges.subarray(0, edges.length - 1);
  const partial = partialBuckets(plan);
  const goals = statistics.map((statistic) => commonGoal(context, statistic, rows));
  const colours = plan.query.drawn === null || alert ? [] : coloursOf(plan, rows, statistics);
  const frames: Frame[] = [];
  for (const [i, s] of rows.flatMap((_, row) => statistics.map((__, at) => [row, at] as const))) {
    const { current, earlier } = rows[i];
    const statistic = statistics[s];
    const name = seriesName(context, labels[i], statistic, statistics.length);
    const own: Labels = statistics.length > 1 ? { ...labels[i], statistic } : labels[i];
    const frame = (
      called: string,
      more: Labels,
      values: ReadonlyArray<number | null>,
      custom: Record<string, unknown>,
      style: Record<string, unknown> | null,
      drawn: (field: FrameField) => FrameField[] = (field) => [field]
    ): Frame => ({
      name: called,
      refId,
      rows: times.length,
      meta: {
        ...meta(context, 'timeseries-multi', { statistic, frequency: plan.frequency, ...custom }, i === 0 && s === 0 && style === null),
        preferredVisualisationType: 'graph',
      },
      fields: [
        { name: 'time', column: { type: 'time', values: times } },
        ...drawn({
          name: plan.metric.id,
          labels: { ...own, ...more },
          column: { type: 'number', values },
          config: {
            ...fieldConfig(context, statistic, called),
            ...colour(colours[i * statistics.length + s]),
            ...(style ? { custom: style } : plan.query.beyondTarget ? DISTANCE.line : lineGoal(plan.metric, statistic, goals[s])),
          },
        }),
      ],
    });
    const { compare: word, drawn } = plan.query;
    const isAlone = plan.groups.length === 0 && statistics.length === 1;
    const called = (series: SeriesWord) => (isAlone ? capital(names.series(series)) : `${name} (${names.series(series)})`);
    const added = {
      called,
      frame: (series: SeriesWord, its: ReadonlyArray<number | null>, style: Record<string, unknown>) =>
        frame(called(series), { series }, its, { series }, style),
    };
    const told = rows.length > 1 ? `${name} · n` : 'n';
    const shown = { values: current.values[s], n: current.n, times, partial, called: s > 0 || rows.length > TOLD ? null : told };
    const fields = drawn === null || alert ? undefined : (main: FrameField) => drawnFields(plan, drawn, { ...shown, main });
    frames.push(frame(name, {}, current.values[s], { ...rests(current), key: keyOf(plan, current), partial }, null, fields));
    if (earlier && word) {
      frames.push(frame(called(word), { compare: word }, earlier.values[s], { ...rests(earlier), series: word }, DASHED));
    }
    if (!alert && s === 0) {
      frames.push(...(yield* analysisFrames(plan, current, context.forecasts[i] ?? null, added)));
    }
    yield;
  }
  return frames;
}

/** By what a series is, where there are several: one alone has its panel's. */
function coloursOf(plan: Plan, rows: readonly Row[], statistics: readonly Statistic[]): string[] {
  return plan.groups.length === 0 && statistics.length === 1
    ? []
    : seriesColours(
        rows.flatMap(({ current }) =>
          statistics.map((statistic) => [...Object.values(keyOf(plan, current)), statistics.length > 1 ? statistic : ''].join('\n'))
        )
      );
}

function colour(fixedColor: string | undefined): FieldConfig {
  return fixedColor === undefined ? {} : { color: { mode: 'fixed', fixedColor } };
}

/** Series of which a tooltip has room for n. */
const TOLD = 10;

/** What the numbers of a series rest on: how many rows, and of a rate how many are in its numerator. */
function rests({ n, hits }: Pick<Series, 'n' | 'hits'>): Record<string, unknown> {
  return { n, ...(hits === null ? {} : { hits }) };
}

/** An earlier period is drawn behind the present one. */
const DASHED = { lineStyle: { fill: 'dash', dash: [6, 4] }, lineWidth: 1, fillOpacity: 0, drawStyle: 'line' };

function* totals(rows: readonly Row[], labels: Labels[], statistics: readonly Statistic[], context: FrameContext): Generator<void, Frame[]> {
  const { plan, refId, alert, names } = context;
  if (rows.length === 0 || (alert && isNothing(plan, rows))) {
    return [];
  }
  const label = metricName(context);
  const called = (statistic: Statistic) => (statistics.length > 1 ? `${label} (${statisticName(context, statistic).toLowerCase()})` : label);
  const values: FrameField[] = [];
  for (const [s, statistic] of statistics.entries()) {
    const now = rows.map(({ current }) => current.values[s][0]);
    values.push({
      name: s === 0 ? plan.metric.id : statistic,
      column: { type: 'number', values: now },
      config: {
        ...fieldConfig(context, statistic, called(statistic)),
        ...(plan.query.beyondTarget ? DISTANCE.total : totalGoal(plan.metric, statistic, commonGoal(context, statistic, rows))),
      },
    });
    if (context.compared !== null) {
      const then = rows.map(({ earlier }) => earlier?.values[s][0] ?? null);
      values.push(
        ...comparisonFields(context, { statistic, now, then, called: called(statistic), config: fieldConfig(context, statistic, called(statistic)) }, s === 0)
      );
    }
    yield;
  }
  const hits = rows.flatMap(({ current }) => (current.hits === null ? [] : [current.hits[0]]));
  const custom = {
    n: rows.map(({ current }) => current.n[0]),
    ...(hits.length > 0 ? { hits } : {}),
    keys: rows.map(({ current }) => keyOf(plan, current)),
    statistics,
  };
  return [
    {
      name: label,
      refId,
      rows: rows.length,
      meta: { ...meta(context, 'numeric-long', custom), preferredVisualisationType: 'table' },
      fields: ofTickets(
        [
          ...plan.groups.map(({ dimension }) => ({
            name: dimension,
            column: { type: 'string' as const, values: labels.map((one) => one[dimension]) },
            config: { displayName: names.dimension(dimension) },
          })),
          ...values,
        ],
        rows.map(({ current }) => current),
        context
      ),
    },
  ];
}

function seriesName(context: FrameContext, labels: Labels, statistic: Statistic, statistics: number): string {
  const { plan } = context;
  const group = plan.groups.map(({ dimension }) => labels[dimension]).join(' · ');
  const what = statistics > 1 ? statisticName(context, statistic) : '';
  return [group, what].filter(Boolean).join(' · ') || metricName(context);
}

/** What the numbers are called. */
function metricName({ plan, names }: FrameContext): string {
  const name = names.metric(plan.metric.id);
  return plan.query.beyondTarget ? `${name}, ${names.series('beyond_target')}` : name;
}

/** Buckets that the range cuts: their numbers cover a part. */
function partialBuckets(plan: Plan): number[] {
  const { edges, asOfMs } = plan;
  return edges === null ? [] : Array.from(edges.subarray(0, -1)).filter((start, i) => !isWholeIn(plan, edges, i) || (start <= asOfMs && asOfMs < edges[i + 1]));
}

function meta(
  { plan, notices, executed, custom, written }: FrameContext,
  type: FrameMeta['type'],
  own: Record<string, unknown> = {},
  isFirst = true
): FrameMeta {
  return {
    type,
    typeVersion: [0, 1],
    custom: {
      metric: plan.metric.id,
      view: plan.query.view,
      hours: plan.query.hours,
      ...(written.unit === 'seconds' ? {} : { unit: written.unit }),
      timeZone: plan.timeZone,
      datedBy: plan.metric.datedBy,
      // the buckets, whose last end no time field says: for drill-down
      ...(isFirst && plan.edges ? { edges: Array.from(plan.edges) } : {}),
      ...custom,
      ...own,
    },
    // once is enough: Grafana shows every frame's notices
    ...(isFirst && notices.length > 0 ? { notices } : {}),
    ...(isFirst ? { executedQueryString: executed } : {}),
  };
}
