import { PanelBuilder as BarChart } from '@grafana/grafana-foundation-sdk/barchart';
import { PanelBuilder as BarGauge } from '@grafana/grafana-foundation-sdk/bargauge';
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeSizing,
  BarGaugeValueMode,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  GraphDrawStyle,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  FieldColorBuilder,
  FieldColorModeId,
  type GridPos,
  type Panel,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as Series } from '@grafana/grafana-foundation-sdk/timeseries';

import { unitOf } from '../../src/backend/frames/unit';
import { durationName } from '../../src/shared/catalog/bands';
import { isDistinct } from '../../src/shared/catalog/distinct';
import { namesIn } from '../../src/shared/names';
import { type Edition, type SourceReference, sourceOf } from './edition';
import { type Language, LOCALES, type Text } from './language';
import { metricOf, type PanelQuery, stored, withoutEffect } from './query';

/** From which value on a colour means something, in the panel's unit. */
export interface Step {
  readonly from: number | null;
  readonly color: 'green' | 'yellow' | 'orange' | 'red' | 'blue';
}

/**
 * - `number`: a key number, with the change from the previous period where the query compares. `series`: lines over time; `columns`: stacked bars over time.
 * - `top`: horizontal bars, one a group. `bars`: the same, stacked by the second group. `table`: a row a group. `heat`: hours down, weekdays across: Grafana’s tables have no column narrower than 50 pixels.
 */
export type PanelKind = 'number' | 'series' | 'columns' | 'top' | 'bars' | 'table' | 'heat';

/** A panel as a dashboard lists it. Its id never changes: links and alert rules name it. */
export interface PanelSpec {
  readonly id: number;
  readonly kind: PanelKind;
  readonly queries: readonly [PanelQuery, ...PanelQuery[]];
  /** The metric's own name where not given. */
  readonly title?: Text;
  /** Of 24 columns. */
  readonly width: number;
  /** Rows of the grid, where not the usual of its kind. */
  readonly height?: number;
  readonly steps?: readonly Step[];
  /** Of the last dimension's values, where they mean something: the id, its English name, and the colour. */
  readonly colors?: ReadonlyArray<readonly [id: string, name: string, color: string]>;
}

const HEIGHTS: Readonly<Record<PanelKind, number>> = { number: 4, series: 8, columns: 8, top: 9, bars: 16, table: 9, heat: 26 };

/** How many rows of the grid a panel takes. */
export function heightOf({ kind, height = HEIGHTS[kind] }: PanelSpec): number {
  return height;
}

const LACKS: Readonly<Record<Language, (names: string) => string>> = {
  en: (names) => `Not filtered by ${names}: this report does not have them.`,
  nl: (names) => `Niet gefilterd op ${names}: dit rapport kent ze niet.`,
};

/** What a panel shows, what dates it, and which drop-downs do not change it. */
function descriptionOf({ queries }: PanelSpec, { language, publicUid }: Edition): string {
  const names = namesIn(LOCALES[language]);
  return [...new Set(queries.map(metricOf))]
    .map((metric) => {
      const lacking = publicUid === undefined ? withoutEffect(metric) : [];
      return [
        names.about(metric.id),
        ...(lacking.length > 0 ? [LACKS[language](lacking.map((variable) => names.dimension(variable).toLowerCase()).join(', '))] : []),
      ].join(' ');
    })
    .join('\n\n');
}

/** Everything that all kinds of panel have. */
interface Common {
  id(id: number): unknown;
  title(title: string): unknown;
  description(text: string): unknown;
  datasource(reference: SourceReference): unknown;
  gridPos(place: GridPos): unknown;
  unit(unit: string): unknown;
  withTarget(target: Builder<Dataquery>): unknown;
  thresholds(steps: ThresholdsConfigBuilder): unknown;
  build(): Panel;
}

/** Builds a panel at its place, in an edition. */
export function panel(spec: PanelSpec, place: GridPos, edition: Edition): Panel {
  const { language } = edition;
  const source = sourceOf(edition);
  const builder = KINDS[spec.kind](spec, language);
  const metric = metricOf(spec.queries[0]);
  builder.id(spec.id);
  builder.title(spec.title?.[language] ?? namesIn(LOCALES[language]).metric(metric.id));
  builder.description(descriptionOf(spec, edition));
  builder.datasource(source);
  builder.gridPos(place);
  builder.unit(unitOf(metric, spec.queries[0].statistics?.[0] ?? metric.statistics[0]));
  builder.thresholds(thresholds(spec));
  spec.queries.forEach((query, i) => {
    const target = { refId: String.fromCharCode(65 + i), datasource: source, ...stored(query, edition) };
    // the foundation SDK marks its own queries with a method; ours is plain JSON
    builder.withTarget({ build: () => target as unknown as Dataquery });
  });
  return builder.build();
}

const legend = () => new VizLegendOptionsBuilder().showLegend(true).displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom);
const tooltip = () => new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi);
const allRows = () => new ReduceDataOptionsBuilder().values(true);

/**
 * The more the bluer, in percent of the most. Pale steps let the theme's background through and keep its text; then one step dark
 * enough for white text: Grafana's continuous schemes have middle tones on which neither text is legible.
 */
const HEAT = new ThresholdsConfigBuilder().mode(ThresholdsMode.Percentage).steps([
  { value: null, color: 'transparent' },
  { value: 5, color: 'rgba(31, 96, 196, 0.08)' },
  { value: 20, color: 'rgba(31, 96, 196, 0.16)' },
  { value: 40, color: 'rgba(31, 96, 196, 0.28)' },
  { value: 65, color: 'rgb(31, 96, 196)' },
]);

/** Behind a key number, where colours are pale: its text stays the theme's, which is legible in both themes. */
const TINTS: Readonly<Record<Step['color'], string>> = {
  green: 'rgba(86, 166, 75, 0.25)',
  orange: 'rgba(255, 120, 10, 0.25)',
  red: 'rgba(224, 47, 68, 0.25)',
  yellow: 'rgba(242, 204, 12, 0.25)',
  blue: 'transparent',
};

function thresholds({ kind, steps = [{ from: null, color: 'blue' }] }: PanelSpec): ThresholdsConfigBuilder {
  return kind === 'heat'
    ? HEAT
    : new ThresholdsConfigBuilder()
        .mode(ThresholdsMode.Absolute)
        .steps(steps.map(({ from, color }) => ({ value: from, color: kind === 'number' ? TINTS[color] : color })));
}

/** The columns of a matrix are values of a dimension; all would bear the metric's name that the backend gives its field. */
const COLUMN_NAME = '${__field.name}';

/** A row a value of the first dimension, a column a value of the second. */
function matrix(query: PanelQuery, language: Language, emptyValue: 'zero' | 'null'): { id: string; options: object } {
  const names = namesIn(LOCALES[language]);
  const [row, column] = query.groupBy ?? [];
  return {
    id: 'groupingToMatrix',
    options: { rowField: names.dimension(row), columnField: names.dimension(column), valueField: names.metric(metricOf(query).id), emptyValue },
  };
}

/** What the builders of all kinds of panel have for one field. */
interface ByName<Built> {
  overrideByName(name: string, properties: Array<{ id: string; value: unknown }>): Built;
}

/** A panel with the colours that its series have by name. */
function coloured<Built extends ByName<Built>>(built: Built, { queries, colors = [] }: PanelSpec, language: Language): Built {
  const dimension = queries[0].groupBy?.at(-1);
  return colors.reduce(
    (one, [id, name, color]) =>
      one.overrideByName(dimension ? namesIn(LOCALES[language]).value(dimension, id, name) : name, [
        { id: 'color', value: { mode: 'fixed', fixedColor: color } },
      ]),
    built
  );
}

/** A panel whose columns of several statistics are called by them alone: its title says the metric, and both are too wide for a head. */
function namedByStatistic<Built extends ByName<Built>>(built: Built, { metric = '', statistics = [] }: PanelQuery, language: Language): Built {
  const names = namesIn(LOCALES[language]);
  return statistics.length < 2
    ? built
    : statistics.reduce((one, statistic) => {
        const name = names.statistic(statistic);
        return one.overrideByName(`${names.metric(metric)} (${name.toLowerCase()})`, [{ id: 'displayName', value: name }]);
      }, built);
}

/** A number that is another thing than its metric's own, called so: customers are no tickets, a share within a limit is no time. */
function namedByItsThing<Built extends ByName<Built>>(
  built: Built,
  { metric = '', statistics: [statistic] = [], threshold }: PanelQuery,
  language: Language
): Built {
  const names = namesIn(LOCALES[language]);
  if (statistic !== 'within' && (statistic === undefined || !isDistinct(statistic))) {
    return built;
  }
  const value = [names.statistic(statistic), ...(threshold ? [durationName(threshold, names.unit('hours'))] : [])].join(' ');
  return built.overrideByName(names.metric(metric), [{ id: 'displayName', value }]);
}

const KINDS: Readonly<Record<PanelKind, (spec: PanelSpec, language: Language) => Common>> = {
  number: ({ queries, steps }, language) => {
    const names = namesIn(LOCALES[language]);
    const stat = new Stat()
      .graphMode(BigValueGraphMode.None)
      .colorMode(steps ? BigValueColorMode.BackgroundSolid : BigValueColorMode.None)
      .reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']));
    if (!queries.some(({ compare }) => compare)) {
      return stat.textMode(BigValueTextMode.Value);
    }
    const aside = [names.series('previous'), names.series('difference')];
    return (
      namedByItsThing(stat, queries[0], language)
        .textMode(BigValueTextMode.ValueAndName)
        .withTransformation({ id: 'filterFieldsByName', options: { exclude: { names: aside } } })
        // a change has no good and bad side of its own; 0.335 % would say more than is known
        .overrideByName(names.series('change'), [
          { id: 'thresholds', value: { mode: 'absolute', steps: [{ value: null, color: 'transparent' }] } },
          { id: 'decimals', value: 1 },
        ])
    );
  },
  series: () =>
    new Series().drawStyle(GraphDrawStyle.Line).lineWidth(2).fillOpacity(0).showPoints(VisibilityMode.Auto).axisSoftMin(0).legend(legend()).tooltip(tooltip()),
  columns: (spec, language) =>
    coloured(new Series(), spec, language)
      .drawStyle(GraphDrawStyle.Bars)
      .lineWidth(0)
      .fillOpacity(80)
      .axisSoftMin(0)
      .stacking({ build: () => ({ mode: StackingMode.Normal, group: 'A' }) })
      .legend(legend())
      .tooltip(tooltip()),
  top: () =>
    new BarGauge()
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
      .maxVizHeight(34),
  // a ticket's number is a name, no amount
  table: ({ queries: [query] }, language) =>
    namedByStatistic(new Table().showHeader(true).overrideByFieldType('string', [{ id: 'unit', value: 'string' }]), query, language),
  bars: (spec, language) =>
    coloured(new BarChart(), spec, language)
      .orientation(VizOrientation.Horizontal)
      .stacking(StackingMode.Normal)
      .barWidth(0.8)
      .fillOpacity(80)
      .lineWidth(0)
      .axisSoftMin(0)
      .legend(legend())
      .tooltip(tooltip())
      .withTransformation(matrix(spec.queries[0], language, 'null'))
      .displayName(COLUMN_NAME),
  heat: ({ queries: [query] }, language) =>
    new Table()
      .showHeader(true)
      .withTransformation(matrix(query, language, 'zero'))
      .displayName(COLUMN_NAME)
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      .overrideByFieldType('number', [
        { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
        { id: 'custom.minWidth', value: 50 },
      ])
      .overrideByFieldType('string', [
        { id: 'displayName', value: namesIn(LOCALES[language]).dimension((query.groupBy ?? [])[0]) },
        { id: 'custom.width', value: 112 },
      ]),
};
