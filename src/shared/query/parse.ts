import { LIST } from '../bounds';
import { echo, quoted, shortened, told } from '../echo';
import { ENVELOPE } from '../envelope';
import { WITHOUT_METRIC } from '../words';
import { explain } from './explain';
import { QueryError } from './query-error';
import { type ParsedQuery, QUERY_VERSION, readQuery } from './schema';
import { unreplaced } from './unreplaced';

/** Reads a query's JSON: Grafana's envelope dropped, older versions migrated, defaults filled in; a rule's has no variables. Throws a QueryError. */
export function parseQuery(json: unknown, { isRule = false }: { readonly isRule?: boolean } = {}): ParsedQuery {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new QueryError(`A query is a JSON object such as {"metric": "time_to_close"}, not ${Array.isArray(json) ? 'a list' : echo(json)}.`);
  }
  const own = Object.fromEntries(Object.entries(json).filter(([key, value]) => !ENVELOPE.includes(key) && value !== undefined));
  const long = Object.entries(own).find(([, value]) => Array.isArray(value) && value.length > LIST);
  if (long) {
    throw new QueryError(`${quoted(long[0])} has ${(long[1] as unknown[]).length.toLocaleString('en')} elements; at most ${LIST} are read.`, 413);
  }
  refuseVariables(own, isRule);
  const result = readQuery(migrate(WITHOUT_METRIC.some((kind) => kind === own.kind) ? { metric: '', ...own } : own));
  if (!result.success) {
    throw new QueryError(told(result.error.issues, (issue) => explain(issue, own)));
  }
  return result.data;
}

/** Brings an older version's query to the newest. There is one version so far. */
function migrate(query: Record<string, unknown>): Record<string, unknown> {
  const { version } = query;
  if (typeof version === 'number' && version > QUERY_VERSION) {
    throw new QueryError(`The query has version ${echo(version)}; this plugin knows versions up to ${QUERY_VERSION}. Update the plugin.`);
  }
  return query;
}

/** What is asked holds no variable where a word must stand: Grafana has replaced those that it knows. */
function refuseVariables(query: object, isRule: boolean): void {
  const found = unreplaced(query, isRule);
  if (found !== null) {
    throw new QueryError(
      `"${found.place}" is the variable ${shortened(found.text)}, which was not replaced by a value. Variables work on dashboards that have them, not in alert rules or on the command line.`
    );
  }
}
