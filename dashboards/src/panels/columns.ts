import { BarAlignment, GraphDrawStyle, StackingMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import type { Language } from '../language';
import { inColours } from './colours';
import { hasLegend } from './is-single';
import type { PanelSpec } from './spec';
import { legend, tooltip } from './usual';

/** Stacked bars over time. */
export function columns(spec: PanelSpec, language: Language) {
  return (
    inColours(new Series(), spec, language)
      .drawStyle(GraphDrawStyle.Bars)
      // from its start on: around it half of the first bar would lie outside
      .barAlignment(BarAlignment.After)
      .lineWidth(0)
      .fillOpacity(80)
      .axisSoftMin(0)
      .stacking({ build: () => ({ mode: StackingMode.Normal, group: 'A' }) })
      .legend(legend(hasLegend(spec)))
      .tooltip(tooltip())
  );
}
