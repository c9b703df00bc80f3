import type { Text } from '../language';
import type { PanelQuery } from '../query';

/** From which value on a colour means something, in the panel's unit. */
export interface Step {
  readonly from: number | null;
  readonly color: 'green' | 'yellow' | 'orange' | 'red' | 'blue';
}

/**
 * - `number`: a key number, with the change from the previous period where the query compares. `series`: lines over time; `columns`: stacked bars over time.
 * - `top`: horizontal bars, one a group. `bars`: the same, stacked by the second group. `table`: a row a group. `heat`: hours down, weekdays across: Grafana’s tables have no column narrower than 50 pixels.
 */
export type PanelKind = 'number' | 'series' | 'columns' | 'top' | 'bars' | 'table' | 'heat';

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
  readonly steps?: readonly Step[];
  /** Of the last dimension's values, where they mean something: the id, its English name, and the colour. */
  readonly colors?: ReadonlyArray<readonly [id: string, name: string, color: string]>;
}

const HEIGHTS: Readonly<Record<PanelKind, number>> = { number: 4, series: 8, columns: 8, top: 9, bars: 16, table: 9, heat: 26 };

/** How many rows of the grid a panel takes. */
export function heightOf({ kind, height = HEIGHTS[kind] }: PanelSpec): number {
  return height;
}
