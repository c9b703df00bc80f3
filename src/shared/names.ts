import dutch from '../locales/nl-NL/helpdesk-metrics-datasource.json';

import { findMetric } from './catalog';
import { bandName } from './catalog/bands';
import { dimensionOf, valueKey } from './catalog/dimensions';
import { SERIES_LABELS, type SeriesWord, STATISTIC_LABELS, UNIT_LABELS } from './labels';
import type { DimensionId, Statistic } from './words';

/** The catalogue's texts in another language, as the locale files hold them. */
interface Translation {
  readonly metric?: Readonly<Record<string, { readonly label?: string; readonly about?: string } | undefined>>;
  readonly statistic?: Readonly<Record<string, string | undefined>>;
  readonly dimension?: Readonly<Record<string, string | undefined>>;
  readonly value?: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>>;
  readonly series?: Readonly<Record<string, string | undefined>>;
  readonly unit?: Readonly<Record<string, string | undefined>>;
}

/** What things are called in one language. */
export interface Names {
  readonly metric: (id: string) => string;
  readonly about: (id: string) => string;
  readonly statistic: (statistic: Statistic) => string;
  readonly dimension: (id: DimensionId) => string;
  /** A fixed value of a dimension (a weekday), or what having none is called; other names are the helpdesk's own. */
  readonly value: (dimension: DimensionId, id: string | null, name: string) => string;
  readonly series: (word: SeriesWord) => string;
  /** What stands behind a duration in a unit. */
  readonly unit: (word: keyof typeof UNIT_LABELS) => string;
}

/** The languages besides English, by their first part. */
const TRANSLATIONS: Readonly<Record<string, Translation | undefined>> = { nl: dutch.catalog };

/** The names in a language such as nl-NL; English where it is not known or lacks a word. */
export function namesIn(locale: string | undefined): Names {
  const own = TRANSLATIONS[locale?.toLowerCase().split(/[-_]/)[0] ?? ''] ?? {};
  const unit: Names['unit'] = (word) => own.unit?.[word] ?? UNIT_LABELS[word];
  const band = (dimension: DimensionId, id: string | null) => (dimension === 'duration_band' && id !== null ? bandName(id, unit('hours')) : null);
  return {
    metric: (id) => own.metric?.[id]?.label ?? findMetric(id)?.label ?? id,
    about: (id) => own.metric?.[id]?.about ?? findMetric(id)?.about ?? '',
    statistic: (statistic) => own.statistic?.[statistic] ?? STATISTIC_LABELS[statistic],
    dimension: (id) => own.dimension?.[id] ?? dimensionOf(id).label,
    value: (dimension, id, name) => own.value?.[valueKey(dimension)]?.[id ?? 'none'] ?? band(dimension, id) ?? name,
    series: (word) => own.series?.[word] ?? SERIES_LABELS[word],
    unit,
  };
}
