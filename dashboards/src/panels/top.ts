import { PanelBuilder as BarGauge } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeSizing,
  BarGaugeValueMode,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';

import { allRows } from './usual';

/** Horizontal bars, one a group. */
export function top() {
  return new BarGauge()
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Basic)
    .showUnfilled(false)
    .min(0)
    .reduceOptions(allRows())
    .namePlacement(BarGaugeNamePlacement.Left)
    .valueMode(BarGaugeValueMode.Text)
    .text(new VizTextDisplayOptionsBuilder().titleSize(12).valueSize(14))
    .sizing(BarGaugeSizing.Manual)
    .minVizHeight(18)
    .maxVizHeight(34);
}
