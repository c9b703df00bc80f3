import { namesIn } from '../../../src/shared/names';
import { type Edition, isChoosable } from '../edition';
import { type Language, LOCALES } from '../language';
import { metricOf, withoutEffect } from '../query';
import type { PanelSpec } from './spec';

const LACKS: Readonly<Record<Language, (names: string) => string>> = {
  en: (names) => `Not filtered by ${names}: this report does not have them.`,
  nl: (names) => `Niet gefilterd op ${names}: dit rapport kent ze niet.`,
};

/** What a panel shows, what dates it, and which drop-downs do not change it. */
export function descriptionOf({ queries }: PanelSpec, edition: Edition): string {
  const { language } = edition;
  const names = namesIn(LOCALES[language]);
  return [...new Set(queries.map(metricOf))]
    .map((metric) => {
      const lacking = isChoosable(edition) ? withoutEffect(metric) : [];
      return [
        names.about(metric.id),
        ...(lacking.length > 0 ? [LACKS[language](lacking.map((variable) => names.dimension(variable).toLowerCase()).join(', '))] : []),
      ].join(' ');
    })
    .join('\n\n');
}
