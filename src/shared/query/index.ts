export { parseQuery } from './parse';
export { QueryError } from './query-error';
export { type Filter, type HelpdeskQuery, type ParsedQuery, QUERY_KEYS } from './schema';
