import { type Answer, outcomesOf } from './outcome';
import { readExpression } from './read-expression';
import { queryStep, ruleWith } from './rule.fixture';
import { type Labels, labelsKey, labelsText, NO_DATA, type Value } from './values';

const number = (value: number | null, labels: Labels = {}): Value => ({ kind: 'number', labels, value });
const line = (values: ReadonlyArray<number | null>, labels: Labels = {}): Value => ({ kind: 'series', labels, points: values.map((value, i) => [i, value]) });
const IT = { team: 'IT' };
const HR = { team: 'HR' };

/** What a rule of expressions (B, C, …) comes to over the answers of its queries: "team=IT Alerting". */
function said(answers: Readonly<Record<string, readonly Value[] | string>>, expressions: readonly object[], active: readonly Labels[] = []): readonly string[] {
  const refIds = Object.keys(answers);
  const first = refIds.length;
  const steps = expressions.map((model, i) => readExpression(String.fromCharCode(65 + first + i), model));
  const rule = ruleWith(steps);
  const given = new Map(Object.entries(answers).map(([refId, one]): [string, Answer] => [refId, typeof one === 'string' ? { error: one } : { values: one }]));
  return outcomesOf({ ...rule, steps: [...refIds.map(queryStep), ...steps] }, given, new Set(active.map(labelsKey))).map(({ labels, state, why }) =>
    [labelsText(labels), state, why].filter(Boolean).join(' ')
  );
}
const over = (value: number, expression = 'A', type = 'gt') => ({ type: 'threshold', expression, conditions: [{ evaluator: { type, params: [value] } }] });
const math = (expression: string) => ({ type: 'math', expression });
const reduce = (reducer: string, settings?: object) => ({ type: 'reduce', expression: 'A', reducer, settings });
const condition = (reducer: string, type: string, params: number[], operator = 'and', refId = 'A') => ({
  evaluator: { type, params },
  reducer: { type: reducer },
  operator: { type: operator },
  query: { params: [refId] },
});
const classic = (...conditions: object[]) => ({ type: 'classic_conditions', conditions });

describe('thresholds', () => {
  it.each<[what: string, values: readonly Value[], model: object, active: readonly Labels[], expected: readonly string[]]>([
    ['each group is an instance', [number(3, IT), number(1, HR)], over(2), [], ['team=IT Alerting', 'team=HR Normal']],
    ['a null has no data', [number(null, IT), number(1, HR)], over(0), [], ['team=IT NoData', 'team=HR Alerting']],
    ['the same is not above', [number(2)], over(2), [], ['Normal']],
    [
      'within a range is between its ends',
      [number(2), number(3, IT)],
      { ...over(0), conditions: [{ evaluator: { type: 'within_range', params: [1, 3] } }] },
      [],
      ['Alerting', 'team=IT Normal'],
    ],
    [
      'what fires stays until the threshold of recovery is passed',
      [number(7, IT), number(7, HR)],
      { ...over(0), conditions: [{ evaluator: { type: 'gt', params: [10] }, unloadEvaluator: { type: 'lt', params: [5] } }] },
      [IT],
      ['team=IT Alerting', 'team=HR Normal'],
    ],
    ['a line over time cannot be judged', [line([1, 2])], over(0), [], ['Error The condition is a line over time: a reduce step makes a number of it.']],
    ['labels that stand twice are an error', [number(1, IT), number(2, IT)], over(0), [], ['team=IT Error Two results have the labels [["team","IT"]].']],
  ])('%s', (_, values, model, active, expected) => expect(said({ A: values }, [model], active)).toEqual(expected));

  it('without data of any query there is none, and an error comes first', () => {
    expect(said({ A: [number(1)], B: [NO_DATA] }, [over(0)])).toEqual(['ref_id=B NoData']);
    expect(said({ A: 'The data is old.', B: [NO_DATA] }, [over(0)])).toEqual(['Error The data is old.']);
    expect(said({ A: [number(1)], B: 'of no interest' }, [over(0)])).toEqual(['Alerting']);
  });
});

describe('math', () => {
  const one = (expression: string, A: readonly Value[], B: readonly Value[] = [number(2)]) => said({ A, B }, [math(expression)]);
  it.each<[expression: string, A: readonly Value[], B: readonly Value[] | undefined, expected: readonly string[]]>([
    ['$A - $B', [number(2, IT), number(3, HR)], [number(2, IT), number(2, HR)], ['team=IT Normal', 'team=HR Alerting']],
    ['$A - $B', [number(2, IT), number(3, HR)], [number(2, IT)], ['team=IT Normal']],
    ['$A > $B', [number(1, { ...IT, channel: 'email' })], [number(0, IT)], ['team=IT, channel=email Alerting']],
    ['$A > 1 + 2 * 3', [number(7), number(8, IT)], undefined, ['Normal', 'team=IT Alerting']],
    ['2 ** 3 ** 2 == 64', [number(0)], undefined, ['Alerting']],
    ['-$A + 5 % 3 == 1', [number(1)], undefined, ['Alerting']],
    ['!($A > 1) && ${B} <= 2 || 0', [number(1)], undefined, ['Alerting']],
    ['is_null($A)', [number(null)], undefined, ['Alerting']],
    ['is_nan($A / 0)', [number(0)], undefined, ['Alerting']],
    ['round($A) == -3', [number(-2.5)], undefined, ['Alerting']],
    ['$A + 1', [number(null)], undefined, ['NoData']],
    // one of each side is joined whatever its labels
    ['$A == $B', [number(2, IT)], [number(2, HR)], ['Alerting']],
  ])('%s', (expression, A, B, expected) => expect(one(expression, A, B)).toEqual(expected));
});

describe('reduce', () => {
  it.each<[what: string, values: ReadonlyArray<number | null>, model: object, limit: number, expected: string]>([
    ['the last', [1, 5], reduce('last'), 4, 'Alerting'],
    ['the mean', [1, 5], reduce('mean'), 3, 'Normal'],
    ['the middle', [1, 9, 5], reduce('median'), 4, 'Alerting'],
    ['a gap makes it no number, which is above nothing', [1, null], reduce('sum'), 0, 'Normal'],
    ['gaps left out', [1, null], reduce('sum', { mode: 'dropNN' }), 0, 'Alerting'],
    ['gaps as a number', [1, null], reduce('min', { mode: 'replaceNN', replaceWithValue: -1 }), -0.5, 'Normal'],
    ['nothing but gaps', [null], reduce('mean', { mode: 'dropNN' }), 0, 'NoData'],
  ])('%s', (_, values, model, limit, expected) => expect(said({ A: [line(values)] }, [model, over(limit, 'B')])).toEqual([expected]));

  it('leaves a number as it is', () => expect(said({ A: [number(3, IT)] }, [reduce('max'), over(2, 'B')])).toEqual(['team=IT Alerting']));
});

describe('classic conditions', () => {
  it.each<[what: string, values: readonly Value[], model: object, expected: string]>([
    ['one of several values is enough', [line([1, 2]), line([9, null])], classic(condition('last', 'gt', [8])), 'Alerting'],
    ['and', [line([5])], classic(condition('last', 'gt', [4]), condition('max', 'gt', [6])), 'Normal'],
    ['or', [line([5])], classic(condition('last', 'gt', [4]), condition('max', 'gt', [6], 'or')), 'Alerting'],
    ['what a line grew by', [line([2, 3, 7])], classic(condition('diff', 'gt', [4])), 'Alerting'],
    ['a null number has no data', [number(null)], classic(condition('last', 'gt', [0])), 'NoData'],
    ['a null number where that is looked for', [number(null)], classic(condition('last', 'no_value', [])), 'Alerting'],
  ])('%s', (_, values, model, expected) => expect(said({ A: values }, [model])).toEqual([expected]));
});
