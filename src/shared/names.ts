import dutch from '../locales/nl-NL/helpdesk-metrics-datasource.json';

import { findMetric } from './catalog';
import { bandName } from './catalog/bands';
import { dimensionOf, knownValue, valueKey } from './catalog/dimensions';
import { RECORD_COLUMNS } from './catalog/record-columns';
import { SERIES_LABELS, type SeriesWord, STATISTIC_LABELS, UNIT_LABELS } from './labels';
import type { DimensionId, Statistic } from './words';

/** The catalogue's texts in another language, as the locale files hold them. */
interface Translation {
  readonly metric?: Readonly<Record<string, { readonly label?: string; readonly about?: string } | undefined>>;
  readonly statistic?: Readonly<Record<string, string | undefined>>;
  readonly dimension?: Readonly<Record<string, string | undefined>>;
  readonly value?: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>>;
  readonly column?: Readonly<Record<string, string | undefined>>;
  readonly series?: Readonly<Record<string, string | undefined>>;
  readonly unit?: Readonly<Record<string, string | undefined>>;
}

/** What things are called in one language. */
export interface Names {
  readonly metric: (id: string) => string;
  readonly about: (id: string) => string;
  readonly statistic: (statistic: Statistic) => string;
  readonly dimension: (id: DimensionId) => string;
  /** A fixed value of a dimension (a weekday), a usual one (high), or what having none is called; other names are the helpdesk's own. */
  readonly value: (dimension: DimensionId, id: string | null, name: string) => string;
  /** A column of records, by its word. */
  readonly column: (word: string) => string;
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
  return {
    metric: (id) => own.metric?.[id]?.label ?? findMetric(id)?.label ?? id,
    about: (id) => own.metric?.[id]?.about ?? findMetric(id)?.about ?? '',
    statistic: (statistic) => own.statistic?.[statistic] ?? STATISTIC_LABELS[statistic],
    dimension: (id) => own.dimension?.[id] ?? dimensionOf(id).label,
    value: (id, value, name) => {
      const said = own.value?.[valueKey(id)] ?? {};
      if (value === null) {
        return said.none ?? name;
      }
      const dimension = dimensionOf(id);
      const word = dimension.known ? value.toLowerCase() : value;
      const band = id === 'duration_band' ? bandName(value, unit('hours')) : null;
      // a helpdesk may have a value whose id is "none", or a word of every object's
      const translated = word !== 'none' && Object.hasOwn(said, word) ? said[word] : undefined;
      return translated ?? band ?? (name === value ? knownValue(dimension, value) : undefined) ?? name;
    },
    column: (word) => own.column?.[word] ?? RECORD_COLUMNS[word]?.label ?? word,
    series: (word) => own.series?.[word] ?? SERIES_LABELS[word],
    unit,
  };
}

/** The names for an alert rule's answer: values as the store has them, in whichever language a rule is previewed, since notifications are routed by them. */
export function forRules(names: Names): Names {
  return { ...names, value: (_dimension, _id, name) => name };
}

/** The id of a fixed or usual value by its name in the store: records hold names alone. */
export function idOfValue(dimension: DimensionId, name: string): string {
  const { values, known = {} } = dimensionOf(dimension);
  const fixed = typeof values === 'string' ? undefined : values.find((value) => value.name === name)?.id;
  return fixed ?? Object.keys(known).find((id) => known[id] === name) ?? name;
}
