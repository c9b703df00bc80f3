import type { AdHocVariableFilter } from '@grafana/data';
import { t } from '@grafana/i18n';

import { suggestion } from '../../shared/nearest';
import { DIMENSIONS, isDimension, type Operator } from '../../shared/words';
import { PLAIN } from '../i18n/plain';
import type { QueryFilter } from '../types';

/** Grafana's operators that the query model has, and what they are called there. */
const OPERATORS: Readonly<Record<string, Operator | undefined>> = { '=': 'equals', '!=': 'not_equals', '=|': 'in', '!=|': 'not_in' };

/** A pattern that says no more than "contains one of these texts": letters, spaces, `|` between texts, `.*` around them. */
const PLAIN_PATTERN = /^(?:\.\*)?([^\\^$.*+?()[\]{}]+)(?:\.\*)?$/;

/** One of a dashboard's ad hoc filters as a filter of the query. Throws an Error with a sentence for the panel where that cannot be. */
export function adhocFilter(given: AdHocVariableFilter): QueryFilter {
  const { key, operator, value } = given;
  if (!isDimension(key)) {
    throw new Error(
      t('variables.adhoc.unknown-key', 'The dashboard filter on “{{key}}” cannot be applied: there is nothing of that name to filter by.', { key, ...PLAIN }) +
        suggestion(key, DIMENSIONS)
    );
  }
  const values = given.values && given.values.length > 0 ? given.values : [value];
  const op = OPERATORS[operator];
  if (op) {
    const isEmpty = values.every((one) => one === '');
    return isEmpty
      ? { field: key, op: op === 'equals' || op === 'in' ? 'is_empty' : 'is_not_empty', values: [], origin: 'adhoc' }
      : { field: key, op, values, origin: 'adhoc' };
  }
  const plain = operator === '=~' ? PLAIN_PATTERN.exec(value) : null;
  if (plain) {
    return { field: key, op: 'contains', values: plain[1].split('|').filter(Boolean), origin: 'adhoc' };
  }
  throw new Error(
    operator === '=~'
      ? t(
          'variables.adhoc.pattern',
          'The dashboard filter on “{{key}}” has the pattern “{{value}}”, which cannot be applied. Write a part of the name, or several with | between them.',
          { key, value, ...PLAIN }
        )
      : t(
          'variables.adhoc.unknown-operator',
          'The dashboard filter on “{{key}}” has the operator “{{operator}}”, which cannot be applied. Use =, !=, one of, not one of, or =~ with a part of the name.',
          { key, operator, ...PLAIN }
        )
  );
}
