import { t } from '@grafana/i18n';

import { findMetric } from '../../shared/catalog';
import { bandName } from '../../shared/catalog/bands';
import { dimensionOf, knownValue, valueKey } from '../../shared/catalog/dimensions';
import { type Metric, type Topic, TOPICS } from '../../shared/catalog/metric';
import { RECORD_COLUMNS } from '../../shared/catalog/record-columns';
import { EVENT_LABELS, STATISTIC_LABELS, UNIT_LABELS } from '../../shared/labels';
import { customFieldKey, type EventKind, isCustomField, isDimension, isPlainDimension, type Statistic } from '../../shared/words';

/** What the catalogue's things are called in the reader's language: looked up by key, with the catalogue's English where a language lacks one. */

/** What a metric is called in the reader's language; the id where there is no such metric. */
export function metricName(id: string): string {
  const label = findMetric(id)?.label;
  return label ? t(`catalog.metric.${id}.label`, label) : id;
}

/** What a dimension is called in the reader's language, a custom field by its key; the id where there is no such dimension (a variable, say). */
export function dimensionName(id: string): string {
  return isPlainDimension(id) ? t(`catalog.dimension.${id}`, dimensionOf(id).label) : isCustomField(id) ? customFieldKey(id) : id;
}

export function topicName(topic: Topic): string {
  return t(`catalog.topic.${topic}`, TOPICS[topic]);
}

/** The question that a metric answers. */
export function metricQuestion({ id, question }: Metric): string {
  return t(`catalog.metric.${id}.question`, question);
}

/** What a metric means. */
export function metricAbout({ id, about }: Metric): string {
  return t(`catalog.metric.${id}.about`, about);
}

/** The event that dates a metric's rows. */
export function metricDatedBy({ id, datedBy }: Metric): string {
  return t(`catalog.metric.${id}.datedBy`, datedBy);
}

/** A statistic's name; the word itself where it is none (a variable, say). */
export function statisticName(word: string): string {
  return word in STATISTIC_LABELS ? t(`catalog.statistic.${word}`, STATISTIC_LABELS[word as Statistic]) : word;
}

export function eventName(kind: EventKind): string {
  return t(`catalog.series.${kind}`, EVENT_LABELS[kind]);
}

/** What stands behind a duration in a unit. */
export function unitName(word: keyof typeof UNIT_LABELS): string {
  return t(`catalog.unit.${word}`, UNIT_LABELS[word]);
}

/** A column of records; the word itself where it is none. */
export function columnName(word: string): string {
  return isCustomField(word) ? customFieldKey(word) : word in RECORD_COLUMNS ? t(`catalog.column.${word}`, RECORD_COLUMNS[word].label) : word;
}

/** A fixed value of a dimension (a weekday, a clock), a usual one (high) or its "none"; null where the value is the helpdesk's own. */
export function fixedValueName(dimension: string, id: string): string | null {
  if (!isDimension(dimension)) {
    return null;
  }
  const known = dimensionOf(dimension);
  const { values, none } = known;
  const key = valueKey(dimension);
  if (id === none) {
    return t(`catalog.value.${key}.none`, none);
  }
  if (dimension === 'duration_band') {
    return bandName(id, unitName('hours'));
  }
  const fixed = typeof values === 'string' ? undefined : values.find((value) => value.id === id);
  const name = fixed?.name ?? knownValue(known, id);
  return name === undefined ? null : t(`catalog.value.${key}.${fixed ? id : id.toLowerCase()}`, name);
}
