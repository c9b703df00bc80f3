import { GraphDrawStyle, VisibilityMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import { legend, tooltip } from './usual';

/** Lines over time. */
export function series() {
  return new Series()
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Auto)
    .axisSoftMin(0)
    .legend(legend())
    .tooltip(tooltip());
}
