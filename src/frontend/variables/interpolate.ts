import type { ScopedVars } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

import type { HelpdeskQuery } from '../../shared/query';
import { variableName } from '../../shared/query/variable';
import type { DataSourceQuery, QueryFilter } from '../types';

/** What Grafana calls the choice of all values. */
const ALL = '$__all';
const ALL_TEXT = 'All';

/** What each part of a query is to a variable. A `choice` is a word that may be nothing; `own` parts are replaced by what they are made of, or hold none. */
const PARTS: Readonly<Record<keyof HelpdeskQuery, 'word' | 'choice' | 'list' | 'number' | 'switch' | 'own'>> = {
  version: 'own',
  kind: 'word',
  metric: 'word',
  metrics: 'own',
  view: 'word',
  hours: 'word',
  statistics: 'list',
  frequency: 'word',
  groupBy: 'list',
  filters: 'own',
  columns: 'list',
  events: 'list',
  sort: 'own',
  limit: 'number',
  other: 'switch',
  minN: 'number',
  withinMinutes: 'number',
  threshold: 'choice',
  beyondTarget: 'switch',
  bands: 'list',
  unit: 'choice',
  ownerAt: 'word',
  close: 'word',
  include: 'list',
  at: 'number',
  asOf: 'number',
  includeOffline: 'switch',
  compare: 'choice',
  trend: 'choice',
  anomalies: 'switch',
  drawn: 'choice',
  timeZone: 'word',
  weekStart: 'word',
  locale: 'word',
};

/** A text with its variables replaced. */
export interface Expanded {
  /** Several where the text is nothing but a variable that has several, none where nothing of it is chosen; otherwise one. */
  readonly values: readonly string[];
  /** The text is nothing but a variable. */
  readonly isVariable: boolean;
  /** It is a variable of which all values are chosen. */
  readonly isAll: boolean;
}

/** Replaces the variables of a text that Grafana knows. What only looks like one stays as it is. */
export function expand(text: string, scopedVars: ScopedVars): Expanded {
  const found: string[][] = [];
  const replaced = getTemplateSrv().replace(text, scopedVars, (value: unknown) => {
    const values = [value].flat().map(String);
    found.push(values);
    return values.join(',');
  });
  const name = variableName(text);
  // a variable that Grafana knows may hold a text that looks like itself
  if (name === null || (replaced === text && found.length === 0)) {
    return { values: [replaced], isVariable: false, isAll: replaced === ALL };
  }
  const values = (found.length === 1 ? found[0] : [replaced]).filter((value) => value !== '');
  return { values, isVariable: true, isAll: replaced === ALL || isAllChosen(name, scopedVars) };
}

/** "All" is given as the list of all values, which would leave out rows that have none: it is told by the variable's text and state. */
function isAllChosen(name: string, scopedVars: ScopedVars): boolean {
  const templates = getTemplateSrv();
  // a repeated panel has a value of its own, whatever the dashboard's variable says
  if (name in scopedVars || templates.replace(`\${${name}:text}`, scopedVars) !== ALL_TEXT) {
    return false;
  }
  const variable = templates.getVariables().find((one) => one.name === name);
  const current: unknown = variable && 'current' in variable ? variable.current : undefined;
  return typeof current === 'object' && current !== null && 'value' in current && [current.value].flat().includes(ALL);
}

/**
 * Replaces the variables of filters. A filter of which a variable says "All" is left out, and so is a search for a text that is empty; one that
 * is wholly variables says so, and lets nothing pass where nothing of them is chosen.
 */
export function interpolateFilters(filters: readonly QueryFilter[], scopedVars: ScopedVars): QueryFilter[] {
  return filters.flatMap((filter) => {
    const expanded = (filter.values ?? []).map((value) => expand(String(value), scopedVars));
    if (expanded.some(({ isAll }) => isAll)) {
      return [];
    }
    const isVariable = expanded.length > 0 && expanded.every((one) => one.isVariable);
    const values = expanded.flatMap((one) => one.values);
    if (isVariable && filter.op === 'contains' && values.length === 0) {
      return [];
    }
    const field = expand(filter.field, scopedVars).values[0] as QueryFilter['field'];
    return [
      {
        ...filter,
        field,
        ...(filter.values ? { values } : {}),
        ...(isVariable && !filter.origin ? { origin: 'variable' as const } : {}),
      },
    ];
  });
}

/**
 * Replaces the variables of a query, wherever it may hold them. In a list a variable of several values gives several; "none" or
 * nothing chosen gives no entry. A number or a switch may be a variable too.
 */
export function interpolateQuery(query: DataSourceQuery, scopedVars: ScopedVars): DataSourceQuery {
  const given: Readonly<Record<string, unknown>> = { ...query };
  const own: Record<string, unknown> = { ...query };
  for (const [key, part] of Object.entries(PARTS)) {
    const value = given[key];
    if (part === 'list' && Array.isArray(value)) {
      own[key] = value.flatMap((one) => expand(String(one), scopedVars).values).filter((one) => !isNothing(one));
    } else if (part !== 'list' && part !== 'own' && typeof value === 'string') {
      own[key] = READ[part](expand(value, scopedVars).values.join(','));
    }
  }
  if (query.sort) {
    own.sort = interpolateWords(query.sort, scopedVars);
  }
  if (query.metrics) {
    own.metrics = query.metrics.flatMap((column): unknown[] =>
      typeof column === 'string' ? expand(column, scopedVars).values.filter((one) => !isNothing(one)) : [interpolateWords(column, scopedVars)]
    );
  }
  if (query.filters) {
    own.filters = interpolateFilters(query.filters, scopedVars);
  }
  // what a variable holds is not known here: the backend checks every word and names a wrong one
  return own as unknown as DataSourceQuery;
}

/** An object with the variables of its words replaced. */
function interpolateWords(words: object, scopedVars: ScopedVars): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, word]: [string, unknown]) => [key, typeof word === 'string' ? expand(word, scopedVars).values.join(',') : word])
  );
}

/** What a text is, where a variable may hold what is no text. */
const READ = {
  word: (text: string) => text,
  choice: (text: string) => (isNothing(text) ? null : text),
  number: numberOf,
  switch: (text: string) => (text === 'true' ? true : text === 'false' ? false : text),
} as const;

function isNothing(word: string): boolean {
  return word === '' || word === 'none' || word === ALL;
}

/** A number; null for nothing; another text (an instant, a mistake) as it is. */
function numberOf(text: string): number | string | null {
  return isNothing(text) ? null : Number.isFinite(Number(text)) ? Number(text) : text;
}
