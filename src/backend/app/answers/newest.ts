import { EVENTS_LIMIT } from '../../../shared/query/defaults';
import type { ResultTable } from '../../query/answer/series';
import type { Sql } from '../../query/sql';
import type { Reading } from './request';

/** Reads what happened last, up to the limit of a kind. */
export type ReadNewest = (compile: (limit: number) => Sql) => Promise<ResultTable>;

/** How a request reads events: each statement is put among `statements`, and that the limit cut one is said once. */
export function newest({ read, query, notices }: Reading, statements: Sql[]): ReadNewest {
  const limit = query.limit ?? EVENTS_LIMIT;
  let isSaid = false;
  return async (compile) => {
    const statement = compile(limit);
    statements.push(statement);
    const table = await read(statement, limit + 1);
    if (table.rows > limit && !isSaid) {
      isSaid = true;
      notices.push({
        severity: 'warning',
        text: `Only the newest ${limit.toLocaleString('en')} events of a kind are shown: narrow the query or raise its limit.`,
      });
    }
    return { ...table, rows: Math.min(table.rows, limit) };
  };
}
