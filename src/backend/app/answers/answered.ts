import { answer } from '../../query/answer/answer';
import { checkGroups, roomFor } from '../../query/answer/cells';
import { longerFrequency } from '../../query/answer/longer';
import type { Answer } from '../../query/answer/series';
import { compileNumbers } from '../../query/ask/numbers';
import { type Plan, planBy } from '../../query/plan';
import type { Sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import { inTurns } from '../../turns';
import { known } from './known';
import { cellBudget, cutRows, rowLimit, rowsOf } from './limits';
import type { Reading } from './request';

/** What was answered, and how. */
interface Answered {
  readonly planned: Plan;
  readonly statement: Sql;
  readonly answered: Answer;
  readonly cut: readonly Notice[];
}

/** A plan's answer, by a frequency at which its points rest on enough rows; a rule gets the range's. Throws a QueryError where there are more groups than have room. */
export async function answered(reading: Reading, planned: Plan): Promise<Answered> {
  const found = await atOnce(reading, planned);
  const longer = reading.caller.alert || found.cut.length > 0 ? null : longerFrequency(planned, found.answered);
  return longer === null ? found : answered(reading, planBy(planned, longer));
}

async function atOnce(reading: Reading, planned: Plan): Promise<Answered> {
  const { read, caller, signal } = reading;
  const room = roomFor(planned, cellBudget(reading));
  const statement = compileNumbers(planned, await known(reading, planned));
  const limit = rowLimit(reading);
  const table = await read(statement, Math.min(rowsOf(planned, room), limit));
  if (table.isCut && rowsOf(planned, room) < limit) {
    checkGroups(planned, Infinity, room);
  }
  const cut = table.isCut ? [cutRows(limit, reading, caller)] : [];
  return { planned, statement, answered: await inTurns(answer(planned, table, table.isCut ? roomFor(planned) : room), signal), cut };
}

/** What is said of an automatic frequency that is longer than that of the range. */
export function longerNotices({ frequency: asked, query }: Plan, { frequency }: Plan): Notice[] {
  // a panel that says how it draws says so itself
  return frequency === asked || query.drawn !== null
    ? []
    : [{ severity: 'info', text: `By ${frequency}: by ${asked} most points would rest on fewer than 10 rows.` }];
}
