import type { DataQueryError, DataQueryResponse } from '@grafana/data';

import type { DataSourceQuery } from '../types';
import { problems } from './problems';

/** The status of an answer to a query that cannot be asked. */
const BAD_QUERY = 400;

/** The answer with errors in the editor’s words: what is wrong with a query, the backend says in the words of its JSON, and in English. */
export function inOwnWords(answer: DataQueryResponse, queries: readonly DataSourceQuery[]): DataQueryResponse {
  const reworded = (error: DataQueryError): DataQueryError => {
    const query = error.status === BAD_QUERY ? queries.find(({ refId }) => refId === error.refId) : undefined;
    const found = query === undefined ? [] : problems(query);
    return found.length === 0 ? error : { ...error, message: found.join(' ') };
  };
  return answer.errors ? { ...answer, errors: answer.errors.map(reworded), ...(answer.error ? { error: reworded(answer.error) } : {}) } : answer;
}
