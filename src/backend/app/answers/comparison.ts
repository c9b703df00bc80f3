import { roomFor } from '../../query/answer/cells';
import { type Compared, earlierPlan, laidUnder } from '../../query/answer/compare';
import { answer } from '../../query/answer/answer';
import type { Answer } from '../../query/answer/series';
import { compileNumbers } from '../../query/ask/numbers';
import type { Plan } from '../../query/plan';
import { inTurns } from '../../turns';
import { known } from './known';
import { rowLimit, rowsOf } from './limits';
import type { Reading } from './request';

/** The earlier period laid under the answer; null where the query compares with nothing. */
export async function comparison(reading: Reading, planned: Plan, current: Answer): Promise<Compared[] | null> {
  const { read, signal } = reading;
  const earlier = earlierPlan(planned, current);
  if (earlier === null) {
    return null;
  }
  const room = roomFor(planned);
  const table = await read(compileNumbers(earlier.plan, await known(reading, earlier.plan)), Math.min(rowsOf(earlier.plan, room), rowLimit(reading)));
  const then = await inTurns(answer(earlier.plan, table, room), signal);
  return inTurns(laidUnder(planned, current, earlier, then), signal);
}
