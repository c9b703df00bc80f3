import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';

import { capital } from '../../../src/shared/formats';
import { namesIn } from '../../../src/shared/names';
import type { DimensionId } from '../../../src/shared/words';
import { type Language, LOCALES } from '../language';
import { type ByName, coloured, recoloured } from './fields';
import { isSingle } from './is-single';
import { DRAWN, type PanelSpec } from './spec';

/** What is neither good nor bad, and what is drawn behind it. */
const [NEUTRAL, BEHIND] = ['blue', '#8e95a5'];

/** Of several queries’ lines, where nothing gives them others. */
const OF_QUERIES = [NEUTRAL, 'orange', 'purple', 'yellow', BEHIND];

/** Metrics that are what they are: drawn beside others, or alone. */
const OF_METRICS: Readonly<Record<string, string>> = {
  opened: 'blue',
  closed: 'green',
  sla_breaches: 'red',
  sla_at_risk: 'orange',
};

/** Values that look alike on every dashboard: the id, its English name, and the colour. */
const OF_VALUES: Readonly<Partial<Record<DimensionId, ReadonlyArray<readonly [id: string, name: string, color: string]>>>> = {
  direction: [
    ['sent', 'Sent', 'blue'],
    ['received', 'Received', BEHIND],
  ],
};

/** Breaches by their clock, all of them bad. */
const BREACHES = [
  ['first_reply', 'First reply', 'red'],
  ['next_reply', 'Next reply', 'orange'],
  ['close', 'Close', 'dark-red'],
] as const;

interface Schemed<Panel> {
  colorScheme(scheme: FieldColorBuilder): Panel;
}

/** A panel of several series in its colours: one alone neutral, those that mean something in their own. */
export function inColours<Panel extends ByName<Panel> & Schemed<Panel>>(built: Panel, spec: PanelSpec, language: Language): Panel {
  const { queries, colors } = spec;
  const names = namesIn(LOCALES[language]);
  const [{ metric: first = '', compare, groupBy = [] }] = queries;
  const scheme = new FieldColorBuilder();
  // of what is drawn over time the answer says the colour of each of several
  const mode =
    DRAWN[spec.kind] === undefined
      ? scheme.mode(FieldColorModeId.PaletteClassic)
      : scheme.mode(FieldColorModeId.Fixed).fixedColor(isSingle(spec) ? (OF_METRICS[first] ?? NEUTRAL) : NEUTRAL);
  const metrics =
    queries.length > 1 ? queries.map(({ metric = '' }, at) => [names.metric(metric), OF_METRICS[metric] ?? OF_QUERIES[at % OF_QUERIES.length]] as const) : [];
  const behind = compare && isSingle(spec) ? [[capital(names.series(compare)), BEHIND] as const] : [];
  return coloured(recoloured(built.colorScheme(mode), [...metrics, ...behind]), { ...spec, colors: colors ?? valuesOf(first, groupBy.at(-1)) }, language);
}

/** The colours of values that have one of their own. */
function valuesOf(metric: string, dimension: DimensionId | undefined): NonNullable<PanelSpec['colors']> {
  return dimension === 'clock' && metric === 'sla_breaches' ? BREACHES : ((dimension && OF_VALUES[dimension]) ?? []);
}
