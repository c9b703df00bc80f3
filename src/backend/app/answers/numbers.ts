import type { Frame } from '../../frames/frame';
import { metricFrames } from '../../frames/metric-frames';
import { writeAnswer } from '../../frames/write-answer';
import { beyondTarget } from '../../query/answer/beyond';
import { type Answer, isAhead } from '../../query/answer/series';
import type { Plan } from '../../query/plan';
import type { Sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import type { StoreMeta } from '../../store/store';
import { inTurns } from '../../turns';
import { answered as answeredBy, longerNotices } from './answered';
import { calendarNotices, whyWithout } from './calendar-notices';
import { comparison } from './comparison';
import { forecasts } from './forecasts';
import { frameContext } from './frame-context';
import { leftOut } from './left-out';
import { isBlank, saidNoRows } from './no-rows';
import type { Reading } from './request';
import { rows } from './rows';

/** A metric's numbers, over time or in total, with what they are compared with. Where the helpdesk lacks what it needs, and nothing is counted, there are none: a 0 would say that all is well. */
export async function numbers(reading: Reading, asked: Plan, isLacking = false): Promise<Frame[]> {
  const { instance, caller, notices, signal } = reading;
  const { planned, statement, answered: found } = await answerNumbers(reading, asked);
  const { answer: answered, notices: withoutTarget } = planned.query.beyondTarget
    ? beyondTarget(planned, found, instance.settings.targets)
    : { answer: found, notices: [] };
  notices.push(...withoutTarget);
  const compared = caller.alert ? null : await comparison(reading, planned, answered);
  const written = writeAnswer(planned, answered, compared, { alert: caller.alert, hoursPerWorkday: instance.settings.hoursPerWorkday });
  const shown = written.compared?.map(({ current }) => current) ?? written.answer.series;
  const ahead = caller.alert ? [] : await forecasts(reading, planned, shown);
  const isWithoutRows = !isAhead(planned) && written.answer.series.every(({ n }) => n.every((rows) => !rows));
  const isEmpty = isWithoutRows && found.without === 0 && isBlank([...found.series, ...(written.compared ?? []).flatMap(({ earlier }) => earlier ?? [])]);
  const mark = isEmpty ? saidNoRows(reading, planned) : {};
  const own = frameContext(reading, planned, statement);
  const context = { ...own, custom: { ...own.custom, ...mark }, compared: written.compared, written: written.written, forecasts: ahead };
  const isNone = (isLacking && isWithoutRows) || (planned.query.drawn !== null && !isAhead(planned) && isValueless(written));
  return inTurns(isNone ? metricFrames({ series: [], without: 0 }, { ...context, compared: null }) : metricFrames(written.answer, context), signal);
}

/** Whether an answer and what it is compared with have no value at all: drawn, that would be an empty grid, not the panel’s word for no data. */
function isValueless({ answer, compared }: ReturnType<typeof writeAnswer>): boolean {
  return [...answer.series, ...(compared ?? []).flatMap(({ earlier }) => earlier ?? [])].every(({ values }) => values.flat().every((value) => value === null));
}

/** The answer to a plan of numbers, in seconds, as it was asked in the end, and the statement that gave it. What is to be said of it is added to the notices. */
export async function answerNumbers(reading: Reading, asked: Plan): Promise<{ readonly planned: Plan; readonly answered: Answer; readonly statement: Sql }> {
  const { lease, notices } = reading;
  const answering = answeredBy(reading, asked);
  const counted = () => answering.then(({ answered: { series } }) => series.reduce((sum, { n }) => n.reduce<number>((all, rows) => all + (rows ?? 0), sum), 0));
  const [{ planned, statement, answered, cut }, left] = await Promise.all([answering, leftOut(reading, asked, counted)]);
  notices.push(...left, ...calendarNotices(planned, lease.meta), ...withoutValue(answered, planned, lease.meta), ...cut, ...longerNotices(asked, planned));
  return { planned, answered, statement };
}

function withoutValue({ without }: Answer, { query }: Plan, meta: StoreMeta): Notice[] {
  return without > 0 ? [{ severity: 'info', text: `${rows(without)} had no value${query.hours === 'sla' ? `: ${whyWithout(meta)}` : ''}.` }] : [];
}
