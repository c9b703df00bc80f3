import { traitsOf } from '../../shared/catalog/measures';
import type { Drawn } from '../../shared/words';
import type { Series } from '../query/answer/series';
import { isCount, LEAST_ROWS } from '../query/is-count';
import type { Plan } from '../query/plan';
import type { FrameField } from './frame';

const SHOWN = { viz: false, legend: false, tooltip: false };

/** How all points of a series are drawn, and over them those that are whole and rest on enough rows. */
const STYLES: Readonly<Record<Drawn, { readonly loose: object; readonly solid: object }>> = {
  lines: {
    loose: { drawStyle: 'line', lineWidth: 1, lineStyle: { fill: 'dash', dash: [3, 5] }, fillOpacity: 0, showPoints: 'always', pointSize: 4 },
    solid: { drawStyle: 'line', lineWidth: 2, lineStyle: { fill: 'solid' }, showPoints: 'auto' },
  },
  // pale, not hollow: an outline would be drawn of nothing too
  bars: { loose: { drawStyle: 'bars', lineWidth: 0, fillOpacity: 25 }, solid: { drawStyle: 'bars', lineWidth: 0, fillOpacity: 80 } },
  stacked: {
    loose: { drawStyle: 'bars', lineWidth: 0, fillOpacity: 25 },
    // on a pile of their own, so that both piles are the same
    solid: { drawStyle: 'bars', lineWidth: 0, fillOpacity: 80, stacking: { mode: 'normal', group: 'solid' } },
  },
};

/** A series to draw. */
interface Shown {
  /** Its values, and what it is called. */
  readonly main: FrameField;
  readonly values: ReadonlyArray<number | null>;
  readonly n: Series['n'];
  /** The starts (epoch ms) of the buckets, and of those that the range or now cuts. */
  readonly times: Float64Array;
  readonly partial: readonly number[];
  /** What n is called; null where it is not told. */
  readonly called: string | null;
}

/**
 * The fields that a series is drawn with: all its values, which tooltips and tables read; over them those in full that are whole and rest on
 * enough rows, so that the others stand out as dashed lines or pale bars; and n for the tooltip. They bear one name, and so one colour.
 */
export function drawnFields(plan: Plan, drawn: Drawn, { main, values, n, times, partial, called }: Shown): FrameField[] {
  const cut = new Set(traitsOf(plan.metric.measure).rows === 'held' ? [] : partial);
  const least = isCount(plan) || isExtreme(plan) ? 0 : (plan.query.minN ?? LEAST_ROWS);
  const isLoose = (bucket: number) => cut.has(times[bucket]) || (n[bucket] ?? 0) < least;
  const solid = values.map((value, bucket) => (isLoose(bucket) ? null : value));
  const rests = isCount(plan) || called === null ? [] : [restsOn(n, called)];
  if (solid.every((value, bucket) => value === values[bucket])) {
    return [main, ...rests];
  }
  const { loose, solid: full } = STYLES[drawn];
  return [
    { ...main, config: { ...main.config, custom: { ...main.config?.custom, ...loose, hideFrom: { ...SHOWN, legend: true } } } },
    {
      ...main,
      name: 'solid',
      column: { type: 'number', values: solid },
      config: { ...main.config, custom: { ...main.config?.custom, ...full, hideFrom: { ...SHOWN, tooltip: true } } },
    },
    ...rests,
  ];
}

/** The longest of three is no less true than that of many. */
function isExtreme({ statistics: [main] }: Plan): boolean {
  return main === 'min' || main === 'max';
}

function restsOn(n: Series['n'], called: string): FrameField {
  return {
    name: 'n',
    column: { type: 'number', values: n },
    config: { displayNameFromDS: called, unit: 'none', decimals: 0, custom: { hideFrom: { ...SHOWN, viz: true, legend: true } } },
  };
}
