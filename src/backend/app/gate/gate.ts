import {
  ADDRESS,
  END_OF_TIME,
  FILE_PATH,
  FIRST_INSTANT,
  HEADER_TEXT,
  HEADERS,
  JSON_VALUES,
  PATH,
  QUERIES,
  QUERY_TEXT,
  SETTINGS_TEXT,
  SETTINGS_VALUES,
  TEXT,
} from '../../../shared/bounds';
import { quoted } from '../../../shared/echo';
import { type ParsedQuery, parseQuery } from '../../../shared/query';
import { SettingsError } from '../../../shared/settings';
import { boundedJson } from './bounded-json';
import type { QueryRequest, RequestQuery, ResourceRequest } from '../messages';
import { Problem } from '../access/problem';

/** What every request passes before anything is done for it: its sizes and its range. All throw a Problem or a QueryError. */

const QUERY = {
  what: 'The query',
  like: 'an object such as {"metric": "time_to_close"}',
  most: QUERY_TEXT,
  values: JSON_VALUES,
  text: TEXT,
  advice: 'filter by fewer values',
};
const FILTERS = { ...QUERY, what: '"filters"', like: 'a list such as [{"field": "team", "op": "in", "values": ["t1"]}]' };

const SETTINGS = {
  what: 'The data source’s jsonData',
  like: 'an object such as {"source": {"type": "files", "path": "…"}}',
  most: SETTINGS_TEXT,
  values: SETTINGS_VALUES,
  text: FILE_PATH,
  advice: 'keep calendars in the helpdesk’s own tables',
};

/** A query that was let in. */
export interface AdmittedQuery extends Omit<RequestQuery, 'json'> {
  readonly query: ParsedQuery;
}

/** A resource call that was let in: its path without slashes around it, and what follows the question mark. */
export interface AdmittedResource extends ResourceRequest {
  readonly params: URLSearchParams;
}

/** Lets in a request for queries as a whole: how many there are, and its headers. */
export function admitQueries({ headers, queries }: QueryRequest): void {
  if (queries.length > QUERIES) {
    throw new Problem(413, `The request has ${counted(queries.length)} queries; at most ${QUERIES} are answered at once.`);
  }
  const names = Object.keys(headers);
  const letters = names.reduce((sum, name) => sum + name.length + headers[name].length, 0);
  if (names.length > HEADERS || letters > HEADER_TEXT) {
    throw new Problem(
      413,
      `The request has ${counted(names.length)} headers of ${counted(letters)} characters; at most ${HEADERS} of ${counted(HEADER_TEXT)} are read.`
    );
  }
}

/** Lets in one query, read; a rule's has no variables. */
export function admitQuery({ json, ...request }: RequestQuery, isRule = false): AdmittedQuery {
  const { refId, fromMs, toMs } = request;
  // it stands in each frame of the answer
  if (refId.length > TEXT) {
    throw new Problem(413, `The query’s refId has ${counted(refId.length)} characters; at most ${counted(TEXT)} are read.`);
  }
  if (!isInYears(fromMs) || !isInYears(toMs)) {
    throw new Problem(400, 'The time range reaches beyond the years 1 to 9999: choose a shorter one.');
  }
  return { ...request, query: parseQuery(boundedJson(json, QUERY), { isRule }) };
}

/** Lets in a data source's settings, read; null where there are none yet. Throws a SettingsError. */
export function admitSettings(json: string): unknown {
  try {
    return json === '' ? null : boundedJson(json, SETTINGS);
  } catch (error) {
    // not everybody may read settings
    throw error instanceof Problem ? new SettingsError(error.message) : error;
  }
}

/** Lets in the filters of a lookup: JSON in the address. */
export function admitFilters(text: string): unknown {
  return boundedJson(text, FILTERS);
}

/** Lets in a resource call. */
export function admitResource(request: ResourceRequest): AdmittedResource {
  const { path, url } = request;
  if (path.length > PATH || url.length > ADDRESS) {
    throw new Problem(
      413,
      `The address has a path of ${counted(path.length)} and ${counted(url.length)} characters in all; at most ${PATH} and ${counted(ADDRESS)} are read: filter by fewer values.`
    );
  }
  // not by URL, to which an address such as // is none
  const params = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
  for (const [key, value] of params) {
    // filters are JSON, with bounds of their own
    if (key !== 'filters' && value.length > TEXT) {
      throw new Problem(413, `${quoted(key)} has ${counted(value.length)} characters; at most ${counted(TEXT)} are read.`);
    }
  }
  return { ...request, path: path.split('?')[0].replace(/^\/+|\/+$/g, ''), params };
}

function isInYears(instant: number): boolean {
  return instant >= FIRST_INSTANT && instant <= END_OF_TIME;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
