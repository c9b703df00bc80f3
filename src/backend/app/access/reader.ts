import type { Parameter } from '../../engines/engine';
import { columnCells } from '../../engines/table';
import type { ResultTable } from '../../query/answer/series';
import type { Sql } from '../../query/sql';
import type { StoreLease } from '../../store/store';
import type { Caller } from './caller';
import type { Instance } from '../instance';
import { checkSurveyAccess } from './survey-access';

/** Runs one statement; at most so many rows. Throws what asProblem understands. */
export type Read = (statement: Sql, rowLimit?: number) => Promise<ResultTable>;

/** How one caller reads a lease's facts. Nothing else in the application runs statements, so nobody reads what he may not see. */
export function reader({ engine, settings }: Instance, { schema }: StoreLease, caller: Caller, signal?: AbortSignal): Read {
  return async ({ text, values }, rowLimit) => {
    checkSurveyAccess(text, settings, caller);
    const table = await engine.run({ sql: text, parameters: values as Parameter[] }, { schema, signal, rowLimit });
    return { rows: table.rows, column: (name) => columnCells(table, name), isCut: table.truncated };
  };
}
