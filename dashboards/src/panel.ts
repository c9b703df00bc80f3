import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type { DashboardLink, GridPos, Panel, ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

import { grafanaUnit, unitOf } from '../../src/shared/catalog/unit';
import { type Edition, isChoosable, type SourceReference, sourceOf } from './edition';
import type { Language, Text } from './language';
import { addressOf } from './navigation-panel';
import { bars } from './panels/bars';
import { columns } from './panels/columns';
import { descriptionOf } from './panels/description';
import { refIdOf } from './panels/fields';
import { heat } from './panels/heat';
import { large } from './panels/large';
import { number } from './panels/number';
import { scorecard } from './panels/scorecard';
import { series } from './panels/series';
import { DRAWN, type PanelKind, type PanelSpec } from './panels/spec';
import { table } from './panels/table';
import { thresholds } from './panels/thresholds';
import { titleOf } from './panels/title';
import { top } from './panels/top';
import { beside, flip, profile } from './panels/upright';
import { metricOf, stored } from './query';

/** Everything that all kinds of panel have. */
interface Common {
  id(id: number): unknown;
  title(title: string): unknown;
  description(text: string): unknown;
  datasource(reference: SourceReference): unknown;
  gridPos(place: GridPos): unknown;
  unit(unit: string): unknown;
  noValue(text: string): unknown;
  decimals(most: number): unknown;
  withTarget(target: Builder<Dataquery>): unknown;
  thresholds(steps: ThresholdsConfigBuilder): unknown;
  dataLinks(links: Array<Builder<DashboardLink>>): unknown;
  build(): Panel;
}

const KINDS: Readonly<Record<PanelKind, (spec: PanelSpec, language: Language) => Common>> = {
  number,
  large,
  series,
  columns,
  top,
  bars,
  beside,
  flip,
  profile,
  table,
  scorecard,
  heat,
};

const OPEN: Text = { en: 'Open', nl: 'Open' };

const NO_DATA: Text = { en: 'No data', nl: 'Geen gegevens' };

/** Kinds that write numbers out. An axis chooses its own decimals. */
const WRITTEN_OUT: readonly PanelKind[] = ['number', 'large', 'top', 'table', 'scorecard'];

/** Builds a panel at its place, in an edition. */
export function panel(spec: PanelSpec, place: GridPos, edition: Edition): Panel {
  const { language } = edition;
  const source = sourceOf(edition);
  const builder = KINDS[spec.kind](spec, language);
  const metric = metricOf(spec.queries[0]);
  builder.id(spec.id);
  builder.title(titleOf(spec, edition));
  builder.description(descriptionOf(spec, edition));
  builder.datasource(source);
  builder.gridPos(place);
  const statistic = spec.queries[0].statistics?.[0] ?? metric.statistics[0];
  builder.unit(grafanaUnit(unitOf(metric, statistic)));
  builder.noValue(NO_DATA[language]);
  if (WRITTEN_OUT.includes(spec.kind)) {
    // shares and times to one; counts have none to show, but their mean is often near one: 1.02 is not 1
    builder.decimals(metric.unit === 'short' && statistic === 'mean' ? 2 : 1);
  }
  builder.thresholds(thresholds(spec));
  spec.queries.forEach((query, i) => {
    const drawn = DRAWN[spec.kind];
    const target = { refId: refIdOf(i), datasource: source, ...stored(query, edition), ...(drawn ? { drawn } : {}) };
    // the foundation SDK marks its own queries with a method; ours is plain JSON
    builder.withTarget({ build: () => target as unknown as Dataquery });
  });
  if (spec.to && isChoosable(edition)) {
    // a link of a field: the SDK has a type for a dashboard's alone
    const link = { title: `${OPEN[language]}: ${spec.to.title[language]}`, url: addressOf(spec.to, edition) };
    builder.dataLinks([{ build: () => link as DashboardLink }]);
  }
  return builder.build();
}
