import type { Compared } from '../query/answer/compare';
import type { Answer, Series } from '../query/answer/series';
import type { Plan } from '../query/plan';
import { unitOf } from '../../shared/catalog/unit';
import { IN_SECONDS, inUnit, type WrittenUnit, writtenUnit } from './written-unit';

/** An answer, what it is compared with, and the unit that the durations of both are written in. */
export interface WrittenAnswer {
  readonly answer: Answer;
  readonly compared: readonly Compared[] | null;
  readonly written: WrittenUnit;
}

/** Who reads an answer, and how long a working day is. */
interface Reader {
  /** A rule compares with a fixed number: to it `auto` is seconds. */
  readonly alert: boolean;
  readonly hoursPerWorkday: number;
}

type Values = Pick<Series, 'values'>;

/** Writes the durations of an answer of seconds in the unit that its query asks for: one for all statistics, groups and both periods. */
export function writeAnswer(plan: Plan, answer: Answer, compared: readonly Compared[] | null, { alert, hoursPerWorkday }: Reader): WrittenAnswer {
  const { unit: asked, hours } = plan.query;
  const durations = plan.statistics.flatMap((statistic, s) => (unitOf(plan.metric, statistic) === 's' ? [s] : []));
  if (asked === null || (alert && asked === 'auto') || durations.length === 0) {
    return { answer, compared, written: IN_SECONDS };
  }
  const shown: Values[] = [...answer.series, ...(compared ?? []).flatMap(({ current, earlier }) => [current, earlier])];
  const written = writtenUnit(valuesOf(shown, durations), { asked, isSla: hours === 'sla', hoursPerWorkday });
  const rewritten = <Row extends Values>(row: Row): Row => ({
    ...row,
    values: row.values.map((values, s) => (durations.includes(s) ? values.map((value) => inUnit(value, written)) : values)),
  });
  return {
    answer: { ...answer, series: answer.series.map(rewritten) },
    compared: compared && compared.map(({ current, earlier }) => ({ current: rewritten(current), earlier: rewritten(earlier) })),
    written,
  };
}

function* valuesOf(rows: readonly Values[], statistics: readonly number[]): Iterable<number | null> {
  for (const { values } of rows) {
    for (const s of statistics) {
      yield* values[s];
    }
  }
}
