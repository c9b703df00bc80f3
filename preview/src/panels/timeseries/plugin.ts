import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';

import { customProperties } from '../custom-properties';
import { TimeSeriesPanel } from './panel';

const DEFAULTS = {
  drawStyle: 'line',
  lineInterpolation: 'linear',
  lineWidth: 1,
  lineStyle: undefined,
  fillOpacity: 0,
  gradientMode: 'none',
  fillBelowTo: undefined,
  showPoints: 'auto',
  pointSize: 5,
  spanNulls: false,
  insertNulls: false,
  stacking: { mode: 'none', group: 'A' },
  barAlignment: 0,
  barWidthFactor: 0.6,
  barMaxWidth: undefined,
  axisPlacement: 'auto',
  axisLabel: '',
  axisColorMode: 'text',
  axisSoftMin: undefined,
  axisSoftMax: undefined,
  axisWidth: undefined,
  axisGridShow: undefined,
  axisCenteredZero: false,
  axisBorderShow: false,
  scaleDistribution: { type: 'linear' },
  hideFrom: { tooltip: false, viz: false, legend: false },
  thresholdsStyle: { mode: 'off' },
  transform: undefined,
};

/** Lines and bars over time. */
export const plugin = new PanelPlugin(TimeSeriesPanel).useFieldConfig({
  standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
  useCustomConfig: (builder) => customProperties(builder, DEFAULTS),
});
