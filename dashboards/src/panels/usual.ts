import {
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';

/** The legend of every panel that draws over time. */
export const legend = (isShown = true) =>
  new VizLegendOptionsBuilder().showLegend(isShown).displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom);

/** The tooltip of every panel that draws over time. */
export const tooltip = () => new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi);

/** Of each field the last value that there is. */
export const lastOf = () => new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']);

/** A cell of a table without a value: what the panel says of no data at all is too much there. */
export const EMPTY_CELL = { id: 'noValue', value: '–' } as const;

/** Every row of an answer, not one number of it. */
export const allRows = () => new ReduceDataOptionsBuilder().values(true);
