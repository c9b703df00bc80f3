import { PanelBuilder as BarChart } from '@grafana/grafana-foundation-sdk/barchart';
import { StackingMode, VisibilityMode, VizOrientation } from '@grafana/grafana-foundation-sdk/common';

import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import { metricOf } from '../query';
import { coloured, lookOf } from './fields';
import { COLUMN_NAME, matrix } from './matrix';
import type { PanelSpec } from './spec';
import { legend, tooltip } from './usual';

/** Names as long as those of stages stand aslant: level ones would hide each other. */
const SLANT = -30;

/** The characters of the longest name that is written whole: where none is set, Grafana 12.4 writes three dots for every name. */
const LONGEST_NAME = 28;

/** A bunch of upright bars for each value of the first group, in it a bar for each of the second. */
export function beside(spec: PanelSpec, language: Language) {
  return upright(spec, language)
    .withTransformation(matrix(spec.queries[0], language, 'zero'))
    .displayName(COLUMN_NAME);
}

/** Upright bars: over time a bunch a bucket, in totals a bar a group. Grafana’s bar chart is the one panel that draws both. */
export function flip(spec: PanelSpec, language: Language) {
  return upright(spec, language)
    .xTickLabelRotation(SLANT)
    .overrideByFieldType('time', [{ id: 'unit', value: 'time:D MMM' }]);
}

/** Two metrics by the same dimension: their answers joined, the second on a scale at the right. */
export function profile(spec: PanelSpec, language: Language) {
  const names = namesIn(LOCALES[language]);
  const { queries, looks = [] } = spec;
  const joined = upright(spec, language).withTransformation({
    id: 'joinByField',
    options: { byField: names.dimension((queries[0].groupBy ?? [])[0]), mode: 'outer' },
  });
  return queries.reduce((built, query, at) => {
    return built.overrideByName(names.metric(metricOf(query).id), [
      ...(at > 0 ? [{ id: 'custom.axisPlacement', value: 'right' }] : []),
      ...lookOf(looks[at] ?? {}, language),
    ]);
  }, joined);
}

function upright(spec: PanelSpec, language: Language) {
  return (
    coloured(new BarChart(), spec, language)
      .orientation(VizOrientation.Vertical)
      .xTickLabelMaxLength(LONGEST_NAME)
      // in a stack, the number of its last part would look like the whole
      .showValue(VisibilityMode.Never)
      .stacking(spec.isStacked ? StackingMode.Normal : StackingMode.None)
      .barWidth(0.9)
      .groupWidth(0.75)
      .fillOpacity(80)
      .lineWidth(0)
      .axisSoftMin(0)
      .legend(legend())
      .tooltip(tooltip())
  );
}
