import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  GraphDrawStyle,
  StackingMode,
  VisibilityMode,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { type GridPos, type Panel, ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import type { Language } from '../language';
import { refIdOf } from '../panels/fields';
import { top } from '../panels/top';
import { lastOf, legend, tooltip } from '../panels/usual';
import type { HealthKind, HealthPanel } from './panels';

/** The Prometheus that the dashboard's drop-down names. */
export const PROMETHEUS = { type: 'prometheus', uid: '${prometheus}' } as const;

/** How many rows of the grid each kind takes. */
export const HEIGHTS: Readonly<Record<HealthKind, number>> = { number: 3, lines: 8, columns: 8, top: 10 };

/** What the builders of all kinds have. */
interface Common {
  id(id: number): unknown;
  title(title: string): unknown;
  description(text: string): unknown;
  datasource(reference: typeof PROMETHEUS): unknown;
  gridPos(place: GridPos): unknown;
  unit(unit: string): unknown;
  min(value: number): unknown;
  thresholds(steps: ThresholdsConfigBuilder): unknown;
  withTarget(target: DataqueryBuilder): unknown;
  build(): Panel;
}

const KINDS: Readonly<Record<HealthKind, (spec: HealthPanel) => Common>> = {
  number: () =>
    new Stat()
      .graphMode(BigValueGraphMode.None)
      .colorMode(BigValueColorMode.Value)
      .textMode(BigValueTextMode.Value)
      .text(new VizTextDisplayOptionsBuilder().valueSize(24))
      .reduceOptions(lastOf()),
  lines: () => new Series().drawStyle(GraphDrawStyle.Line).lineWidth(2).fillOpacity(0).showPoints(VisibilityMode.Auto).legend(legend()).tooltip(tooltip()),
  columns: ({ reaches }) => {
    const columns = new Series()
      .drawStyle(GraphDrawStyle.Bars)
      .lineWidth(0)
      .fillOpacity(80)
      .stacking({ build: () => ({ mode: StackingMode.Normal, group: 'A' }) })
      .legend(legend())
      .tooltip(tooltip());
    return reaches === undefined ? columns : columns.axisSoftMax(reaches);
  },
  top: () => top().reduceOptions(lastOf()),
};

/** Builds a panel at its place. */
export function healthPanel(spec: HealthPanel, place: GridPos, language: Language): Panel {
  const builder = KINDS[spec.kind](spec);
  builder.id(spec.id);
  builder.title(spec.title[language]);
  builder.description(spec.description[language]);
  builder.datasource(PROMETHEUS);
  builder.gridPos(place);
  builder.unit(spec.unit);
  builder.min(0);
  builder.thresholds(limits(spec));
  spec.asked.forEach(({ expr, legend: named = spec.title }, i) => {
    const query = new DataqueryBuilder()
      .refId(refIdOf(i))
      .datasource(PROMETHEUS)
      .expr(expr)
      .legendFormat(typeof named === 'string' ? named : named[language]);
    // a number is of now, and what was most asked of the whole range
    builder.withTarget(spec.kind === 'number' || spec.kind === 'top' ? query.instant() : query.range());
  });
  return builder.build();
}

/** A number without limits is neither good nor bad: it has the text's own colour. */
function limits({ limits: given }: HealthPanel): ThresholdsConfigBuilder {
  const steps = given
    ? [{ value: null, color: 'green' }, ...(given.look === undefined ? [] : [{ value: given.look, color: 'orange' }]), { value: given.act, color: 'red' }]
    : [{ value: null, color: 'text' }];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
