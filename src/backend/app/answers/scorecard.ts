import { EXECUTED } from '../../../shared/bounds';
import { shortened } from '../../../shared/echo';
import { columnQuery, columnsOf, type ScorecardColumn } from '../../../shared/query/scorecard';
import type { Frame } from '../../frames/frame';
import { scorecardFrame } from '../../frames/scorecard-frame';
import { writeAnswer } from '../../frames/write-answer';
import { joined } from '../../query/answer/scorecard';
import type { Answer } from '../../query/answer/series';
import { type Plan, planning } from '../../query/plan';
import type { Sql } from '../../query/sql';
import { checkFaults, type Notice } from '../../query/validate';
import { inTurns } from '../../turns';
import { surveyRefusal } from '../access/survey-access';
import { Problem } from '../access/problem';
import { executed, frameContext } from './frame-context';
import { freshnessNotices } from './freshness';
import { answerNumbers } from './numbers';
import { prepared } from './prepared';
import { leased, type Reading, type Request } from './request';
import { unread, untilReadable } from './until-readable';

/** A column and the plan that asks for it alone. */
interface Planned {
  readonly column: ScorecardColumn;
  readonly plan: Plan;
}

/** What a column answers. */
interface Asked extends Planned {
  readonly answered: Answer;
  readonly isMissing: boolean;
  readonly statement: Sql;
  readonly notices: readonly Notice[];
}

/** Several metrics as one table, a row for each value of a dimension: each column is asked alone, so that its cells are what the metric says by itself. */
export async function scorecard(request: Request): Promise<Frame[]> {
  const { instance, query, context, caller, notices, signal } = request;
  if (caller.alert) {
    throw new Problem(400, 'A scorecard has several numbers a row, and an alert rule judges one: ask for the metric itself.');
  }
  checkFaults(query);
  const all: Planned[] = [];
  for (const column of columnsOf(query)) {
    all.push({ column, plan: await inTurns(planning(columnQuery(query, column), context), signal) });
  }
  const shown = seen(all, request);
  if (!(await untilReadable(request))) {
    throw unread(request);
  }
  notices.push(...freshnessNotices(instance.store.state(), instance.settings, context.nowMs, caller));
  return leased(request, async (reading) => {
    const asked: Asked[] = [];
    for (const one of shown) {
      asked.push(await ask(reading, one));
    }
    notices.push(...distinct(asked.flatMap((one) => one.notices)));
    const rows = joined(query, asked);
    const columns = asked.map(({ column, plan, answered }, i) => {
      const cells = { series: rows.map(({ cells: { [i]: cell } }) => cell), without: 0 };
      const { answer, written } = writeAnswer(plan, cells, null, { alert: false, hoursPerWorkday: instance.settings.hoursPerWorkday });
      return { column, plan, series: answer.series, written, without: answered.without };
    });
    const statements = shortened(asked.map(({ statement }) => executed(statement)).join(';\n\n'), EXECUTED);
    return [await inTurns(scorecardFrame(rows, columns, { ...frameContext(reading, columns[0].plan, null), executed: statements }), signal)];
  });
}

/** The columns that the caller may see: those that rest on surveys are left out, and that is said. Throws a Problem where none is left. */
function seen(all: readonly Planned[], { instance, caller, notices }: Request): readonly Planned[] {
  const refusals = all.map(({ plan }) => surveyRefusal(plan.metric.fact, instance.settings, caller));
  const shown = all.filter((_, i) => refusals[i] === null);
  const refusal = refusals.find((one) => one !== null);
  if (refusal !== undefined) {
    if (shown.length === 0) {
      throw new Problem(403, refusal);
    }
    const left = all.filter((_, i) => refusals[i] !== null).map(({ plan }) => plan.metric.label);
    notices.push({ severity: 'info', text: `Left out: ${left.join(', ')}. ${refusal}` });
  }
  return shown;
}

/** A column's answer, with what is to be said of it. */
async function ask(reading: Reading, { column, plan }: Planned): Promise<Asked> {
  const own: Reading = { ...reading, notices: [...plan.notices] };
  const { planned, isMissing } = await prepared(own, plan);
  return { column, plan: planned, isMissing, ...(await answerNumbers(own, planned)), notices: own.notices };
}

/** What is true of several columns is said once. */
function distinct(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [notice.text, notice])).values()];
}
