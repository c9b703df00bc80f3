import { GraphDrawStyle, VisibilityMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import type { Language } from '../language';
import { looking } from './fields';
import type { PanelSpec } from './spec';
import { legend, tooltip } from './usual';

/** Lines over time. */
export function series(spec: PanelSpec, language: Language) {
  return looking(new Series(), spec, language)
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Auto)
    .axisSoftMin(0)
    .legend(legend())
    .tooltip(tooltip());
}
