import { expected } from '../analysis/expected';
import type { Forecast, ToForecast } from '../analysis/forecast';
import { trend } from '../analysis/trend';
import { FORECASTS } from '../../shared/bounds';
import { traitsOf } from '../../shared/catalog/measures';
import type { SeriesWord } from '../../shared/labels';
import type { Series } from '../query/answer/series';
import { isCount, LEAST_ROWS } from '../query/is-count';
import { isWholeIn, type Plan } from '../query/plan';
import type { Frame, FrameNotice } from './frame';
import { unitOf } from '../../shared/catalog/unit';

/** Makes the frame of an added series, and says what it is called. */
interface Added {
  readonly frame: (series: SeriesWord, values: ReadonlyArray<number | null>, style: Record<string, unknown>) => Frame;
  readonly called: (series: SeriesWord) => string;
}

const LINE = { drawStyle: 'line', lineWidth: 1, fillOpacity: 0, showPoints: 'never' };
const DOTTED = { ...LINE, lineStyle: { fill: 'dash', dash: [2, 4] } };
const BAND = { ...LINE, lineWidth: 0 };
const POINTS = { drawStyle: 'points', pointSize: 9, showPoints: 'always' };

/** What a forecast of a series is made of; null in totals. */
export function toForecast(plan: Plan, series: Series): ToForecast | null {
  const { frequency, edges } = plan;
  if (edges === null || frequency === null) {
    return null;
  }
  const whole = wholeBuckets(plan, edges, series);
  const last = whole.findLastIndex((value) => value !== null);
  const first = whole.findIndex((value) => value !== null);
  return { values: whole.slice(Math.max(0, first), last + 1), horizon: whole.length - last - 1, frequency, bounds: boundsOf(plan) };
}

/**
 * The frames that trend and anomalies add to the main statistic of a series, by work that yields between its pieces. Only whole buckets are
 * analysed.
 */
export function* analysisFrames(plan: Plan, series: Series, ahead: Forecast | null, added: Added): Generator<void, Frame[]> {
  const { query, frequency, edges } = plan;
  if (edges === null || frequency === null) {
    return [];
  }
  const whole = wholeBuckets(plan, edges, series);
  const frames: Frame[] = [];
  if (query.trend === 'predictive') {
    frames.push(...(ahead ? predicted(whole, ahead, added) : []));
  } else if (query.trend !== null) {
    const line = trend(whole, query.trend);
    frames.push(...(line ? [added.frame('trend', line, DOTTED)] : []));
  }
  if (query.anomalies) {
    // a rate of three tickets is neither usual nor unusual
    const judged = whole.map((value, bucket) => ((series.n[bucket] ?? 0) >= LEAST_ROWS || isCount(plan) ? value : null));
    const band = yield* expected(judged, frequency, boundsOf(plan));
    if (band) {
      frames.push(
        added.frame('expected_low', band.low, BAND),
        added.frame('expected_high', band.high, { ...BAND, fillBelowTo: added.called('expected_low'), fillOpacity: 12 }),
        added.frame('anomaly', band.outside, POINTS)
      );
    }
  }
  return frames;
}

/** The main statistic of whole buckets. */
function wholeBuckets(plan: Plan, edges: Float64Array, { values }: Series): Array<number | null> {
  const isWhole = (bucket: number) => isWholeIn(plan, edges, bucket) && edges[bucket + 1] <= plan.asOfMs;
  return values[0].map((value, bucket) => (isWhole(bucket) ? value : null));
}

/** What a value of the main statistic can be. */
function boundsOf({ metric, statistics }: Plan): { readonly min: number; readonly max: number } {
  return {
    min: traitsOf(metric.measure).isSigned || statistics[0] === 'score' ? -Infinity : 0,
    max: unitOf(metric, statistics[0]) === 'percentunit' ? 1 : Infinity,
  };
}

/** From the last whole bucket to the end of the range; it joins the line there. */
function predicted(whole: ReadonlyArray<number | null>, ahead: Forecast, { frame, called }: Added): Frame[] {
  const last = whole.findLastIndex((value) => value !== null);
  const placed = (values: readonly number[]) => whole.map((value, bucket) => (bucket === last ? value : bucket > last ? values[bucket - last - 1] : null));
  return [
    frame('lower', placed(ahead.low), BAND),
    frame('upper', placed(ahead.high), { ...BAND, fillBelowTo: called('lower'), fillOpacity: 12 }),
    frame('forecast', placed(ahead.point), DOTTED),
  ];
}

/** What was asked for and could not be drawn, and why. */
export function analysisNotices({ query, edges }: Plan, frames: readonly Frame[], series: number): FrameNotice[] {
  const { trend: shape, anomalies } = query;
  if (edges === null) {
    return shape !== null || anomalies ? [{ severity: 'info', text: 'Trends and anomalies are drawn over time, not in totals.' }] : [];
  }
  const has = (word: SeriesWord) => frames.some(({ meta }) => meta?.custom?.series === word);
  const missing =
    shape === null || has(shape === 'predictive' ? 'forecast' : 'trend')
      ? []
      : [
          shape === 'predictive'
            ? 'There is no forecast: it needs a range that ends in the future (such as now-90d to now+14d) and two whole seasons behind it (two weeks by day, two days by hour, two years by week or month).'
            : shape === 'exponential'
              ? 'There is no exponential trend: it needs at least two whole buckets, all above zero.'
              : 'There is no trend: it needs at least two whole buckets with a value.',
        ];
  const unjudged =
    anomalies && !has('anomaly')
      ? ['No anomalies could be looked for: that needs at least ten whole buckets that vary, each resting on five rows or more.']
      : [];
  const left =
    shape === 'predictive' && series > FORECASTS
      ? [`Forecasts are made of the first ${FORECASTS} of ${series.toLocaleString('en')} series: group by less, or set a limit.`]
      : [];
  return [...missing, ...left, ...unjudged].map((text) => ({ severity: 'info', text }));
}
