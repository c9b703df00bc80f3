import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type { GridPos, Panel, ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

import { unitOf } from '../../src/shared/catalog/unit';
import { namesIn } from '../../src/shared/names';
import { type Edition, type SourceReference, sourceOf } from './edition';
import { type Language, LOCALES } from './language';
import { bars } from './panels/bars';
import { columns } from './panels/columns';
import { descriptionOf } from './panels/description';
import { heat } from './panels/heat';
import { number } from './panels/number';
import { series } from './panels/series';
import type { PanelKind, PanelSpec } from './panels/spec';
import { table } from './panels/table';
import { thresholds } from './panels/thresholds';
import { top } from './panels/top';
import { metricOf, stored } from './query';

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

const KINDS: Readonly<Record<PanelKind, (spec: PanelSpec, language: Language) => Common>> = { number, series, columns, top, bars, table, heat };

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
