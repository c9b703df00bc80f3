import type { Frame } from '../../frames/frame';
import { metricFrames } from '../../frames/metric-frames';
import { writeAnswer } from '../../frames/write-answer';
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
import { known } from './known';
import { leftOut } from './left-out';
import { cellBudget, cutRows, rowLimit, rowsOf } from './limits';
import type { Reading } from './request';
import { rows } from './rows';

/** A metric's numbers, over time or in total, with what they are compared with. */
export async function numbers(reading: Reading, planned: Plan): Promise<Frame[]> {
  const { instance, read, lease, caller, notices, signal } = reading;
  const room = roomFor(planned, cellBudget(reading));
  const statement = compileNumbers(planned, await known(reading, planned));
  const limit = rowLimit(reading);
  const [table, left] = await Promise.all([read(statement, Math.min(rowsOf(planned, room), limit)), leftOut(reading, planned)]);
  if (table.isCut && rowsOf(planned, room) < limit) {
    checkGroups(planned, Infinity, room);
  }
  const cut = table.isCut ? [cutRows(limit, reading, caller)] : [];
  const answered = await inTurns(answer(planned, table, table.isCut ? roomFor(planned) : room), signal);
  const compared = caller.alert ? null : await comparison(reading, planned, answered);
  const written = writeAnswer(planned, answered, compared, { alert: caller.alert, hoursPerWorkday: instance.settings.hoursPerWorkday });
  const shown = written.compared?.map(({ current }) => current) ?? written.answer.series;
  const ahead = caller.alert ? [] : await forecasts(reading, planned, shown);
  notices.push(...left, ...calendarNotices(planned, lease.meta), ...withoutValue(answered, planned, lease.meta), ...cut);
  const context = { ...frameContext(reading, planned, statement), compared: written.compared, written: written.written, forecasts: ahead };
  return inTurns(metricFrames(written.answer, context), signal);
}

function withoutValue({ without }: Answer, { query }: Plan, meta: StoreMeta): Notice[] {
  return without > 0 ? [{ severity: 'info', text: `${rows(without)} had no value${query.hours === 'sla' ? `: ${whyWithout(meta)}` : ''}.` }] : [];
}
