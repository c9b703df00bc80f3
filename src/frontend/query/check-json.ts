import { t } from '@grafana/i18n';

import { isVariable } from '../../shared/query/variable';
import type { DataSourceQuery } from '../types';
import { type Changes, ownKeys, replaced } from './edit';
import { problems } from './problems';

/** A query read from JSON, or why it cannot be one. */
type Checked = { readonly query: DataSourceQuery } | { readonly problems: readonly string[] };

/** Any metric, where a variable names the metric: the rest is checked all the same. */
const SOME_METRIC = 'opened';

/** Reads a query's JSON into the envelope of the present one. The model is loaded with the first text: the controls do without it. */
export async function checkJson(text: string, present: DataSourceQuery, isAlerting: boolean): Promise<Checked> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      problems: [
        t('editor.json.not-json', 'This is not JSON yet: a query is an object such as {{example}}.', {
          example: '{"metric": "time_to_close"}',
          interpolation: { escapeValue: false },
        }),
      ],
    };
  }
  const { parseQuery, QueryError } = await import('../../shared/query');
  try {
    parseQuery(withoutVariables(json));
  } catch (error) {
    if (error instanceof QueryError) {
      return { problems: [error.message] };
    }
    throw error;
  }
  const query = replaced(present, ownKeys(json as DataSourceQuery) as Changes);
  const found = problems(query, isAlerting);
  return found.length > 0 ? { problems: found } : { query };
}

/** The query without what variables stand for, which only a dashboard knows. */
function withoutVariables(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return json;
  }
  const rest = Object.entries(json).flatMap(([key, value]) => {
    const kept = key === 'metric' && isVariable(value) ? SOME_METRIC : pruned(value);
    return kept === undefined ? [] : [[key, kept]];
  });
  return Object.fromEntries(rest);
}

/** A value without its variables; undefined where nothing is left of it. */
function pruned(value: unknown): unknown {
  if (isVariable(value)) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((one) => one !== undefined);
    return kept.length < value.length && kept.length === 0 ? undefined : kept;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  // a filter on a variable's dimension, or an order by a variable, is all the variable's
  if ('field' in value && isVariable(value.field)) {
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const kept = pruned(inner);
      return kept === undefined ? [] : [[key, kept]];
    })
  );
}
