import type { z } from 'zod';

import { echo, quoted, told } from '../echo';
import { suggestion } from '../nearest';
import { customFieldId } from '../words';
import { COLUMN_KEYS, FILTER_KEYS, QUERY_KEYS, SORT_KEYS } from './schema';

/** What is meant by words that look nearer to another one. */
const MEANT: Readonly<Record<string, string>> = {
  '1h': 'hour',
  '60m': 'hour',
  '1d': 'day',
  '24h': 'day',
  '1w': 'week',
  '7d': 'week',
  '1M': 'month',
  '1y': 'year',
};

/** One of zod's issues with a query as a sentence. */
export function explain(issue: z.core.$ZodIssue, root: unknown): string {
  const place = issue.path.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)), '');
  const where = place ? `"${place}"` : 'the query';
  const value = issue.path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    root
  );
  switch (issue.code) {
    case 'invalid_union': {
      // of a word that is one of a list or a custom field, the list says most
      const listed = issue.errors.flat().find(({ code }) => code === 'invalid_value');
      return listed ? `${explain({ ...listed, path: issue.path }, root)}${customFieldHint(value)}` : `${where}: ${issue.message} (got ${echo(value)}).`;
    }
    case 'unrecognized_keys':
      return told(issue.keys, (key) => `There is no key ${quoted(key)} in ${where}.${suggestion(key, keysAt(issue.path))}`);
    case 'invalid_value': {
      const options = issue.values.map(String);
      return typeof value === 'string'
        ? `${quoted(value)} is not a value of ${where}.${suggestion(options.includes(MEANT[value]) ? MEANT[value] : value, options)}`
        : `${where} is ${value === undefined ? 'missing' : echo(value)}; it takes one of: ${options.join(', ')}.`;
    }
    case 'invalid_type':
      return value === undefined
        ? `${where} is missing${place === 'metric' ? missingMetric(root) : ''}.`
        : `${where} must be ${article(issue.expected)}, not ${echo(value)}.`;
    case 'too_big':
    case 'too_small': {
      const bound = issue.code === 'too_big' ? `at most ${issue.maximum.toLocaleString('en')}` : `at least ${issue.minimum.toLocaleString('en')}`;
      return Array.isArray(value) ? `${where} has ${value.length} elements; it takes ${bound}.` : `${where} is ${echo(value)}; it takes ${bound}.`;
    }
    case 'custom':
      return issue.params?.isSaid ? `${where} ${issue.message}.` : `${where} is ${echo(value)}, which ${issue.message}.`;
    default:
      return `${where}: ${issue.message} (got ${echo(value)}).`;
  }
}

function article(type: string): string {
  return type === 'array' ? 'a list' : /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const inside = path.filter((key) => typeof key === 'string')[0];
  return inside === 'filters' ? FILTER_KEYS : inside === 'sort' ? SORT_KEYS : inside === 'metrics' ? COLUMN_KEYS : QUERY_KEYS;
}

/** What nearly names a custom field, as it is named; nothing where nothing says that one was meant. */
function customFieldHint(value: unknown): string {
  const [, key] = (typeof value === 'string' && /^(?:ticket\.)?(?:attributes?|custom_fields?)[.:_](.+)$/i.exec(value)) || [];
  return key === undefined ? '' : ` A custom field of tickets is written "${customFieldId(key)}".`;
}

function missingMetric(root: unknown): string {
  return typeof root === 'object' && root !== null && 'metrics' in root
    ? ': "metrics" are the columns of the "kind" "scorecard"'
    : ': name a metric, such as "time_to_first_response"';
}
