import { GraphDrawStyle, VisibilityMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import type { Language } from '../language';
import { inColours } from './colours';
import { looking } from './fields';
import { hasLegend } from './is-single';
import type { PanelSpec } from './spec';
import { legend, tooltip } from './usual';

/** Scores have scales of their own: what is drawn at least. */
const SCALES: Readonly<Partial<Record<string, readonly [low: number, high: number]>>> = { ces: [1, 7], nps: [0, 100] };

/** Lines over time. */
export function series(spec: PanelSpec, language: Language) {
  const [low, high] = SCALES[spec.queries[0].metric ?? ''] ?? [0];
  const built = looking(inColours(new Series(), spec, language), spec, language)
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Auto)
    .axisSoftMin(low)
    .legend(legend(hasLegend(spec)))
    .tooltip(tooltip());
  return high === undefined ? built : built.axisSoftMax(high);
}
