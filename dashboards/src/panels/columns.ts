import { GraphDrawStyle, StackingMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import type { Language } from '../language';
import { coloured } from './fields';
import type { PanelSpec } from './spec';
import { legend, tooltip } from './usual';

/** Stacked bars over time. */
export function columns(spec: PanelSpec, language: Language) {
  return coloured(new Series(), spec, language)
    .drawStyle(GraphDrawStyle.Bars)
    .lineWidth(0)
    .fillOpacity(80)
    .axisSoftMin(0)
    .stacking({ build: () => ({ mode: StackingMode.Normal, group: 'A' }) })
    .legend(legend())
    .tooltip(tooltip());
}
