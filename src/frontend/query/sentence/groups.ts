import { t } from '@grafana/i18n';

import { durationName } from '../../../shared/catalog/bands';
import type { Settled } from '../../../shared/query/settle';
import { dimensionName, unitName } from '../../i18n/catalog-names';
import { allOf, inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';
import type { DataSourceQuery } from '../../types';
import { orderOf } from '../option-names';

/** By what the numbers are grouped. */
export function groups({ groupBy, bands }: Settled): string[] {
  const isBanded = groupBy.includes('duration_band');
  return groupBy.length === 0
    ? []
    : [
        t('editor.sentence.by', 'by {{dimensions}}', { dimensions: allOf(groupBy.map((id) => inSentence(dimensionName(id)))), ...PLAIN }),
        ...(isBanded
          ? [t('editor.sentence.bands', 'cut at {{bands}}', { bands: allOf(bands.map((band) => durationName(band, unitName('hours')))), ...PLAIN })]
          : []),
      ];
}

/** Which groups, in which order. */
export function ranked(query: DataSourceQuery, { groupBy, limit, sort, other, minN }: Settled): string[] {
  if (groupBy.length === 0) {
    return [];
  }
  const order = orderOf(sort);
  return [
    ...(limit !== null ? [firstOf(order, limit)] : query.sort ? [inOrder(order)] : []),
    ...(other ? [t('editor.sentence.other', 'the rest as “Other”')] : []),
    ...(query.minN !== undefined && Number(minN) !== 0 ? [t('editor.sentence.min-n', 'each of at least {{minN}} rows', { minN, ...PLAIN })] : []),
  ];
}

function firstOf(order: string, limit: number | string): string {
  const given = { limit, ...PLAIN };
  switch (order) {
    case 'value:asc':
      return t('editor.sentence.lowest', 'the {{limit}} lowest', given);
    case 'name:asc':
      return t('editor.sentence.first-by-name', 'the first {{limit}} by name', given);
    case 'name:desc':
      return t('editor.sentence.last-by-name', 'the last {{limit}} by name', given);
    case 'n:desc':
      return t('editor.sentence.most-rows', 'the {{limit}} with the most rows', given);
    case 'n:asc':
      return t('editor.sentence.fewest-rows', 'the {{limit}} with the fewest rows', given);
    default:
      return t('editor.sentence.highest', 'the {{limit}} highest', given);
  }
}

function inOrder(order: string): string {
  switch (order) {
    case 'value:asc':
      return t('editor.sentence.lowest-first', 'lowest first');
    case 'name:asc':
      return t('editor.sentence.by-name', 'by name from A to Z');
    case 'name:desc':
      return t('editor.sentence.by-name-back', 'by name from Z to A');
    case 'n:desc':
      return t('editor.sentence.most-rows-first', 'most rows first');
    case 'n:asc':
      return t('editor.sentence.fewest-rows-first', 'fewest rows first');
    default:
      return t('editor.sentence.highest-first', 'highest first');
  }
}
