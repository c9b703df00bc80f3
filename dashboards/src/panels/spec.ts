import type { Drawn } from '../../../src/shared/words';
import type { Destination } from '../boards/destinations';
import type { Text } from '../language';
import type { PanelQuery } from '../query';

/**
 * - `number`: a key number, with the change from the previous period where the query compares. `series`: lines over time; `columns`: stacked bars over time.
 * - `top`: horizontal bars, one a group. `bars`: the same, stacked by the second group. `beside`: upright bars of the second group beside each other, a bunch a value of the first. `flip`: upright bars of buckets or of groups, as the drop-down says. `profile`: upright bars of two metrics by one dimension, each on a scale of its own.
 * - `large`: one number to be read from afar. `table`: a row a group. `scorecard`: the same of several metrics, shares as bars. `heat`: hours down, weekdays across: Grafana’s tables have no column narrower than 50 pixels.
 */
export type PanelKind = 'number' | 'large' | 'series' | 'columns' | 'top' | 'bars' | 'beside' | 'flip' | 'profile' | 'table' | 'scorecard' | 'heat';

/** A panel as a dashboard lists it. Its id never changes: links and alert rules name it. */
export interface PanelSpec {
  readonly id: number;
  readonly kind: PanelKind;
  readonly queries: readonly [PanelQuery, ...PanelQuery[]];
  /** The metric's own name where not given. */
  readonly title?: Text;
  /** Of 24 columns. */
  readonly width: number;
  /** Rows of the grid, where not the usual of its kind. */
  readonly height?: number;
  /** Of the last dimension's values, where they mean something: the id, its English name, and the colour. */
  readonly colors?: ReadonlyArray<readonly [id: string, name: string, color: string]>;
  /** Of each query in turn, where its series is to be called or to look otherwise. */
  readonly looks?: readonly Look[];
  /** Of a scorecard: what its columns are called, by name; metrics’ own names are wider than their numbers. */
  readonly heads?: Readonly<Record<string, Text>>;
  /** Bars upon each other: of what adds up. */
  readonly isStacked?: boolean;
  /** The dashboard with more of the same, one level down. */
  readonly to?: Destination;
  /** The drop-down of this dashboard that a click on a colour chooses its id in, and what the link is called. */
  readonly chooses?: { readonly variable: string; readonly title: Text };
}

/** How a query's series looks. */
export interface Look {
  readonly name?: Text;
  readonly color?: string;
  readonly isBars?: boolean;
}

const HEIGHTS: Readonly<Record<PanelKind, number>> = {
  number: 4,
  large: 7,
  series: 8,
  columns: 8,
  top: 9,
  bars: 16,
  beside: 8,
  flip: 9,
  profile: 8,
  table: 9,
  scorecard: 14,
  heat: 26,
};

/** How a kind draws over time: the answer has what is unfinished, or of few rows, drawn apart. */
export const DRAWN: Readonly<Partial<Record<PanelKind, Drawn>>> = { series: 'lines', columns: 'stacked' };

/** How many rows of the grid a panel takes. */
export function heightOf({ kind, height = HEIGHTS[kind] }: PanelSpec): number {
  return height;
}
