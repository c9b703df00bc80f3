import type { Frame } from '../../frames/frame';
import { metricFrames } from '../../frames/metric-frames';
import { checkGroups, roomFor } from '../../query/answer/cells';
import { answer } from '../../query/answer/answer';
import type { Answer } from '../../query/answer/series';
import { compileNumbers } from '../../query/ask/numbers';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { StoreMeta } from '../../store/store';
import { inTurns } from '../../turns';
import { calendarNotices, whyWithout } from './calendar-notices';
import { comparison } from './comparison';
import { forecasts } from './forecasts';
import { frameContext } from './frame-context';
import { isSettled } from './is-settled';
import { leftOut } from './left-out';
import { cellBudget, cutRows, rowLimit, rowsOf } from './limits';
import type { Reading } from './request';
import { rows } from './rows';

/** A metric's numbers, over time or in total, with what they are compared with. */
export async function numbers(reading: Reading, planned: Plan): Promise<Frame[]> {
  const { read, lease, caller, notices, signal } = reading;
  const room = roomFor(planned, cellBudget(reading));
  const statement = compileNumbers(planned, isSettled(planned, lease.meta));
  const limit = rowLimit(reading);
  const [table, left] = await Promise.all([read(statement, Math.min(rowsOf(planned, room), limit)), leftOut(reading, planned)]);
  if (table.isCut && rowsOf(planned, room) < limit) {
    checkGroups(planned, Infinity, room);
  }
  const cut = table.isCut ? [cutRows(limit, reading, caller)] : [];
  const answered = await inTurns(answer(planned, table, table.isCut ? roomFor(planned) : room), signal);
  const compared = caller.alert ? null : await comparison(reading, planned, answered);
  const ahead = caller.alert ? [] : await forecasts(reading, planned, compared?.map(({ current }) => current) ?? answered.series);
  notices.push(...left, ...calendarNotices(planned, lease.meta), ...withoutValue(answered, planned, lease.meta), ...cut);
  return inTurns(metricFrames(answered, { ...frameContext(reading, planned, statement), compared, forecasts: ahead }), signal);
}

function withoutValue({ without }: Answer, { query }: Plan, meta: StoreMeta): Notice[] {
  return without > 0 ? [{ severity: 'info', text: `${rows(without)} had no value${query.hours === 'sla' ? `: ${whyWithout(meta)}` : ''}.` }] : [];
}
