import { PanelBuilder as BarGauge } from '@grafana/grafana-foundation-sdk/bargauge';
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import {
  BarGaugeDisplayMode, BigValueColorMode, BigValueGraphMode, BigValueTextMode, GraphDrawStyle, LegendDisplayMode, LegendPlacement, ReduceDataOptionsBuilder, StackingMode, TooltipDisplayMode, VisibilityMode,
  VizLegendOptionsBuilder, VizOrientation, VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId, type GridPos, type Panel, ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import { unitOf } from '../../src/backend/frames/unit';
import { namesIn } from '../../src/shared/names';
import { type Language, LOCALES, type Text } from './language';
import { metricOf, type PanelQuery, stored, withoutEffect } from './query';

/** The reference that every panel and query has: the dashboard's data source drop-down. */
export const DATASOURCE = { type: 'helpdesk-metrics-datasource', uid: '${datasource}' };

/** From which value on a colour means something, in the panel's unit. */
export interface Step {
  readonly from: number | null;
  readonly color: 'green' | 'yellow' | 'orange' | 'red' | 'blue';
}

/**
 * - `number`: a key number, with the change from the previous period where the query compares. `series`: lines over time; `columns`: stacked bars over time.
 * - `top`: horizontal bars, one a group. `table`: a row a group. `heat`: weekdays down, hours across.
 */
export type PanelKind = 'number' | 'series' | 'columns' | 'top' | 'table' | 'heat';

/** A panel as a dashboard lists it. Its id never changes: links and alert rules name it. */
export interface PanelSpec {
  readonly id: number;
  readonly kind: PanelKind;
  readonly queries: readonly [PanelQuery, ...PanelQuery[]];
  /** The metric's own name where not given. */
  readonly title?: Text;
  /** Of 24 columns. */
  readonly width: number;
  readonly steps?: readonly Step[];
}

const HEIGHTS: Readonly<Record<PanelKind, number>> = { number: 4, series: 8, columns: 8, top: 9, table: 9, heat: 9 };

/** How many rows of the grid a panel takes. */
export function heightOf({ kind }: PanelSpec): number {
  return HEIGHTS[kind];
}

const LACKS: Readonly<Record<Language, (names: string) => string>> = {
  en: (names) => `Not filtered by ${names}: this report does not have them.`,
  nl: (names) => `Niet gefilterd op ${names}: dit rapport kent ze niet.`,
};

/** What a panel shows, what dates it, and which drop-downs do not change it. */
function descriptionOf({ queries }: PanelSpec, language: Language): string {
  const names = namesIn(LOCALES[language]);
  return [...new Set(queries.map(metricOf))].map((metric) => {
    const lacking = withoutEffect(metric);
    return [names.about(metric.id), ...(lacking.length > 0 ? [LACKS[language](lacking.map((variable) => names.dimension(variable).toLowerCase()).join(', '))] : [])].join(' ');
  }).join('\n\n');
}

/** Everything that all kinds of panel have. */
interface Common {
  id(id: number): unknown;
  title(title: string): unknown;
  description(text: string): unknown;
  datasource(reference: typeof DATASOURCE): unknown;
  gridPos(place: GridPos): unknown;
  unit(unit: string): unknown;
  withTarget(target: Builder<Dataquery>): unknown;
  thresholds(steps: ThresholdsConfigBuilder): unknown;
  build(): Panel;
}

/** Builds a panel at its place, in a language. */
export function panel(spec: PanelSpec, place: GridPos, language: Language): Panel {
  const builder = KINDS[spec.kind](spec, language);
  const metric = metricOf(spec.queries[0]);
  builder.id(spec.id);
  builder.title(spec.title?.[language] ?? namesIn(LOCALES[language]).metric(metric.id));
  builder.description(descriptionOf(spec, language));
  builder.datasource(DATASOURCE);
  builder.gridPos(place);
  builder.unit(unitOf(metric, spec.queries[0].statistics?.[0] ?? metric.statistics[0]));
  builder.thresholds(new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps((spec.steps ?? [{ from: null, color: 'blue' }]).map(({ from, color }) => ({ value: from, color }))));
  spec.queries.forEach((query, i) => {
    const target = { refId: String.fromCharCode(65 + i), datasource: DATASOURCE, ...stored(query, language) };
    // the foundation SDK marks its own queries with a method; ours is plain JSON
    builder.withTarget({ build: () => target as unknown as Dataquery });
  });
  return builder.build();
}

const legend = () => new VizLegendOptionsBuilder().showLegend(true).displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom);
const tooltip = () => new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi);
const allRows = () => new ReduceDataOptionsBuilder().values(true);

const KINDS: Readonly<Record<PanelKind, (spec: PanelSpec, language: Language) => Common>> = {
  number: ({ queries, steps }, language) => {
    const names = namesIn(LOCALES[language]);
    const stat = new Stat().graphMode(BigValueGraphMode.None).colorMode(steps ? BigValueColorMode.Value : BigValueColorMode.None).reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']));
    if (!queries.some(({ compare }) => compare)) {
      return stat.textMode(BigValueTextMode.Value);
    }
    const aside = [names.series('previous'), names.series('difference')];
    return stat.textMode(BigValueTextMode.ValueAndName).withTransformation({ id: 'filterFieldsByName', options: { exclude: { names: aside } } })
      // a change has no good and bad side of its own
      .overrideByName(names.series('change'), [{ id: 'thresholds', value: { mode: 'absolute', steps: [{ value: null, color: 'text' }] } }]);
  },
  series: () => new Series().drawStyle(GraphDrawStyle.Line).lineWidth(2).fillOpacity(0).showPoints(VisibilityMode.Auto).axisSoftMin(0).legend(legend()).tooltip(tooltip()),
  columns: () => new Series().drawStyle(GraphDrawStyle.Bars).lineWidth(0).fillOpacity(80).axisSoftMin(0).stacking({ build: () => ({ mode: StackingMode.Normal, group: 'A' }) }).legend(legend()).tooltip(tooltip()),
  top: () => new BarGauge().orientation(VizOrientation.Horizontal).displayMode(BarGaugeDisplayMode.Basic).showUnfilled(false).min(0).reduceOptions(allRows()),
  table: () => new Table().showHeader(true),
  heat: ({ queries }, language) => {
    const names = namesIn(LOCALES[language]);
    const [row, column] = queries[0].groupBy ?? [];
    return new Table().showHeader(true)
      .withTransformation({ id: 'groupingToMatrix', options: { rowField: names.dimension(row), columnField: names.dimension(column), valueField: names.metric(metricOf(queries[0]).id), emptyValue: 'zero' } })
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.ContinuousBlues))
      .overrideByFieldType('number', [{ id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } }, { id: 'custom.width', value: 46 }]);
  },
};
