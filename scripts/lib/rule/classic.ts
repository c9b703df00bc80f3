import { type Evaluator, evaluatorFault, holds } from './predicate';
import { isNumber, median, sum } from './reduce';
import type { Value } from './values';

/** One condition of a classic condition. */
export interface ClassicCondition {
  readonly refId: string;
  readonly reducer: string;
  readonly evaluator: Evaluator;
  readonly operator: 'and' | 'or';
}

type Numbers = readonly number[];

const change =
  (of: (newest: number, oldest: number) => number) =>
  (values: Numbers): number =>
    values.length < 2 ? 0 : of(values[values.length - 1], values[0]);

/** Classic reducers leave out what is no number; they give nothing where nothing is left. */
const REDUCERS: Readonly<Record<string, (values: Numbers) => number>> = {
  avg: (values) => sum(values) / values.length,
  sum,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  last: (values) => values[values.length - 1],
  median,
  count_non_null: (values) => values.length,
  diff: change((newest, oldest) => newest - oldest),
  diff_abs: change((newest, oldest) => Math.abs(newest - oldest)),
  percent_diff: change((newest, oldest) => ((newest - oldest) / Math.abs(oldest)) * 100),
  percent_diff_abs: change((newest, oldest) => Math.abs(((newest - oldest) / oldest) * 100)),
};

/** What is wrong with a classic condition, as the end of a sentence; null where nothing is. */
export function classicFault({ reducer, evaluator }: ClassicCondition): string | null {
  if (!REDUCERS[reducer] && reducer !== 'count') {
    return `reduces by "${reducer}", which is none of count, ${Object.keys(REDUCERS).join(', ')}`;
  }
  return evaluator.type === 'no_value' ? null : evaluatorFault(evaluator);
}

/** What a classic condition gives: one number without labels, 1 where it fires, 0 where not, null where there is no data. */
export function classicValue(conditions: readonly ClassicCondition[], of: (refId: string) => readonly Value[]): Value {
  const [first, ...others] = conditions.map((condition) => ({ ...judged(condition, of(condition.refId)), operator: condition.operator }));
  const both = others.reduce(
    (so, { firing, noData, operator }) =>
      operator === 'or' ? { firing: so.firing || firing, noData: so.noData || noData } : { firing: so.firing && firing, noData: so.noData && noData },
    { firing: first.firing, noData: first.noData }
  );
  return { kind: 'number', labels: {}, value: both.noData ? null : Number(both.firing) };
}

/** Whether any value fires, and whether none has data. Values of no condition at all fire where that is what is looked for. */
function judged({ reducer, evaluator }: ClassicCondition, values: readonly Value[]): { readonly firing: boolean; readonly noData: boolean } {
  const isMissing = evaluator.type === 'no_value';
  if (values.length === 0) {
    return { firing: isMissing, noData: !isMissing };
  }
  const numbers = values.map((value) => numberOf(value, reducer));
  const fires = numbers.map((number) => (number === null ? isMissing : !isMissing && holds(evaluator, number)));
  return { firing: fires.some(Boolean), noData: numbers.every((number, i) => number === null && !fires[i]) };
}

function numberOf(value: Value, reducer: string): number | null {
  if (value.kind !== 'series') {
    return value.kind === 'number' ? value.value : null;
  }
  if (reducer === 'count') {
    return value.points.length === 0 ? null : value.points.length;
  }
  const numbers = value.points.map(([, one]) => one).filter(isNumber);
  return numbers.length === 0 ? null : REDUCERS[reducer](numbers);
}
