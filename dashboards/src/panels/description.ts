import { isCount, LEAST_ROWS } from '../../../src/backend/query/is-count';
import { traitsOf } from '../../../src/shared/catalog/measures';
import { namesIn } from '../../../src/shared/names';
import { type Edition, isChoosable } from '../edition';
import { type Language, LOCALES, type Text } from '../language';
import { metricOf, withoutEffect } from '../query';
import { DRAWN, type PanelSpec } from './spec';

const LACKS: Readonly<Record<Language, (names: string) => string>> = {
  en: (names) => `Not filtered by ${names}: this report does not have them.`,
  nl: (names) => `Niet gefilterd op ${names}: dit rapport kent ze niet.`,
};

/** What dashes and pale bars mean. */
const APART: Readonly<Record<Language, { readonly dashed: string; readonly pale: string; readonly few: (least: number) => string }>> = {
  en: {
    dashed: 'Dashed: not over yet.',
    pale: 'Pale: not over yet.',
    few: (least) => `Dashed: not over yet, or of fewer than ${least} rows. Where days have few rows, weeks are drawn.`,
  },
  nl: {
    dashed: 'Gestreept: nog niet voorbij.',
    pale: 'Bleek: nog niet voorbij.',
    few: (least) => `Gestreept: nog niet voorbij, of van minder dan ${least} rijen. Waar dagen weinig rijen hebben, staan er weken.`,
  },
};

/** What a panel over time draws apart, in words. */
function apartIn({ kind, queries: [query] }: PanelSpec, language: Language): string[] {
  const metric = metricOf(query);
  const { dashed, pale, few } = APART[language];
  const drawn = DRAWN[kind];
  if (drawn === undefined) {
    return [];
  }
  const statistics = query.statistics ?? metric.statistics.slice(0, 1);
  if (!isCount({ metric, statistics }) && drawn === 'lines') {
    return [few(query.minN ?? LEAST_ROWS)];
  }
  return traitsOf(metric.measure).rows === 'held' ? [] : [drawn === 'lines' ? dashed : pale];
}

/** A scorecard’s columns say what they are themselves, at their heads. */
const CARD: Text = {
  en: 'A row for each, a column a number: what it counts is said at its head. A colour is of a target in the settings; a bar is of the whole.',
  nl: 'Een rij per stuk, een kolom per kengetal: wat het telt staat bij de kop. Een kleur is van een streefwaarde in de instellingen; een balk is van het geheel.',
};

/** What a panel shows, what dates it, and which drop-downs do not change it. */
export function descriptionOf(spec: PanelSpec, edition: Edition): string {
  const { language } = edition;
  const { kind, queries } = spec;
  if (kind === 'scorecard') {
    return CARD[language];
  }
  const names = namesIn(LOCALES[language]);
  const abouts = [...new Set(queries.map(metricOf))].map((metric) => {
    const lacking = isChoosable(edition) ? withoutEffect([metric]) : [];
    return [
      names.about(metric.id),
      ...(lacking.length > 0 ? [LACKS[language](lacking.map((variable) => names.dimension(variable).toLowerCase()).join(', '))] : []),
    ].join(' ');
  });
  return [...abouts, ...apartIn(spec, language)].join('\n\n');
}
