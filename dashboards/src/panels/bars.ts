import { PanelBuilder as BarChart } from '@grafana/grafana-foundation-sdk/barchart';
import { StackingMode, VizOrientation } from '@grafana/grafana-foundation-sdk/common';

import type { Language } from '../language';
import { inColours } from './colours';
import { COLUMN_NAME, matrix } from './matrix';
import { hasLegend } from './is-single';
import type { PanelSpec } from './spec';
import { legend, tooltip } from './usual';

/** Horizontal bars, one a group, stacked by the second group. */
export function bars(spec: PanelSpec, language: Language) {
  return inColours(new BarChart(), spec, language)
    .orientation(VizOrientation.Horizontal)
    .stacking(StackingMode.Normal)
    .barWidth(0.8)
    .fillOpacity(80)
    .lineWidth(0)
    .axisSoftMin(0)
    .legend(legend(hasLegend(spec)))
    .tooltip(tooltip())
    .withTransformation(matrix(spec.queries[0], language, 'null'))
    .displayName(COLUMN_NAME);
}
