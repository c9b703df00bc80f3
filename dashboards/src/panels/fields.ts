import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import type { PanelQuery } from '../query';
import type { Look, PanelSpec } from './spec';

/** What the builders of all kinds of panel have for one field. */
export interface ByName<Built> {
  overrideByName(name: string, properties: Property[]): Built;
}

/** A property of a field. */
interface Property {
  readonly id: string;
  readonly value: unknown;
}

/** The one colour of a field. */
const fixed = (color: string): Property => ({ id: 'color', value: { mode: 'fixed', fixedColor: color } });

/** A link of a field that chooses a value in a drop-down of the dashboard, with the other choices as they are; none where nothing is chosen. */
export function choosing(chooses: PanelSpec['chooses'], value: string, language: Language): Property[] {
  if (chooses === undefined) {
    return [];
  }
  const { variable, title } = chooses;
  return [{ id: 'links', value: [{ title: title[language], url: `\${__url.path}\${__url.params:exclude:var-${variable}}&var-${variable}=${value}` }] }];
}

/** A panel with the colours that its series have by name, and what a click on each chooses. */
export function coloured<Built extends ByName<Built>>(built: Built, { queries, colors = [], chooses }: PanelSpec, language: Language): Built {
  const dimension = queries[0].groupBy?.at(-1);
  return colors.reduce(
    (one, [id, name, color]) =>
      one.overrideByName(dimension ? namesIn(LOCALES[language]).value(dimension, id, name) : name, [fixed(color), ...choosing(chooses, id, language)]),
    built
  );
}

/** A panel with fields of these names in these colours. */
export function recoloured<Built extends ByName<Built>>(built: Built, colors: ReadonlyArray<readonly [name: string, color: string]>): Built {
  return colors.reduce((one, [name, color]) => one.overrideByName(name, [fixed(color)]), built);
}

/** What the builders of all kinds of panel have for the series of one query. */
interface ByQuery<Built> {
  overrideByQuery(refId: string, properties: Property[]): Built;
}

/** What a query’s series is called, its colour, and how it is drawn. */
export function lookOf({ name, color, isBars = false }: Look, language: Language): Property[] {
  return [...(name ? [{ id: 'displayName', value: name[language] }] : []), ...(color ? [fixed(color)] : []), ...(isBars ? BARS : [])];
}

/** A panel whose queries’ series are called, coloured and drawn as it says. */
export function looking<Built extends ByName<Built> & ByQuery<Built>>(built: Built, { looks = [] }: PanelSpec, language: Language): Built {
  const named = looks.reduce((one, look, at) => one.overrideByQuery(refIdOf(at), lookOf(look, language)), built);
  // how many rows it rests on, for the tooltip, is no series of the query
  return looks.some(({ name }) => name) ? named.overrideByName('n', [{ id: 'displayName', value: 'n' }]) : named;
}

/** Bars behind lines. */
const BARS = [
  { id: 'custom.drawStyle', value: 'bars' },
  { id: 'custom.lineWidth', value: 0 },
  { id: 'custom.fillOpacity', value: 60 },
];

/** What Grafana calls a panel's queries: A, B, C. */
export function refIdOf(at: number): string {
  return String.fromCharCode(65 + at);
}

/** A panel whose columns of several statistics are called by them alone: its title says the metric, and both are too wide for a head. */
export function namedByStatistic<Built extends ByName<Built>>(built: Built, { metric = '', statistics = [] }: PanelQuery, language: Language): Built {
  const names = namesIn(LOCALES[language]);
  return statistics.length < 2
    ? built
    : statistics.reduce((one, statistic) => {
        const name = names.statistic(statistic);
        return one.overrideByName(`${names.metric(metric)} (${name.toLowerCase()})`, [{ id: 'displayName', value: name }]);
      }, built);
}
