import { classicValue } from './classic';
import { mathValues } from './math';
import { holds } from './predicate';
import { reduced } from './reduce';
import { readBy, type Rule, type RuleExpression } from './rule';
import { changed, type Labels, labelsKey, labelsOf, type Value } from './values';

/** What an evaluation says of one set of labels. */
export interface Outcome {
  readonly labels: Labels;
  readonly state: 'Normal' | 'Alerting' | 'NoData' | 'Error';
  /** The number that was compared, where there is one. */
  readonly value: number | null;
  /** Of an error: what it says. */
  readonly why: string;
}

/** What a query answered: values, or why there are none. */
export type Answer = { readonly values: readonly Value[] } | { readonly error: string };

/**
 * Evaluates a rule's expressions over its queries' answers, as Grafana does (pkg/expr, pkg/services/ngalert/eval). `active` are the labels of
 * instances that fire or are about to: to those the threshold of recovery applies.
 */
export function outcomesOf(rule: Rule, answers: ReadonlyMap<string, Answer>, active: ReadonlySet<string>): readonly Outcome[] {
  const error = errorOf(rule, answers, rule.condition);
  if (error !== null) {
    return [{ labels: {}, state: 'Error', value: null, why: error }];
  }
  const missing = rule.steps.filter(({ kind, refId }) => kind === 'query' && isNoData(answers.get(refId))).map(({ refId }) => refId);
  if (missing.length > 0) {
    return [{ labels: { ref_id: missing.sort().join(',') }, state: 'NoData', value: null, why: '' }];
  }
  const known = new Map<string, readonly Value[]>();
  const of = (refId: string): readonly Value[] => {
    const made = known.get(refId) ?? valuesOfStep(rule, refId, answers, of, active);
    known.set(refId, made);
    return made;
  };
  const condition = rule.steps.find(({ refId }) => refId === rule.condition);
  const compared = condition?.kind === 'expression' && condition.type === 'threshold' ? of(condition.of) : [];
  return unique(judged(of(rule.condition), compared));
}

function isNoData(answer: Answer | undefined): boolean {
  return answer !== undefined && 'values' in answer && answer.values.every(({ kind }) => kind === 'noData');
}

/** Why a step has no values, where a step that it reads has none, the first one's. */
function errorOf(rule: Rule, answers: ReadonlyMap<string, Answer>, refId: string): string | null {
  const step = rule.steps.find((one) => one.refId === refId);
  if (step?.kind === 'expression') {
    return readBy(step).reduce((found: string | null, read) => found ?? errorOf(rule, answers, read), null);
  }
  const answer = answers.get(refId);
  return answer === undefined ? 'No answer.' : 'error' in answer ? answer.error : null;
}

function valuesOfStep(
  rule: Rule,
  refId: string,
  answers: ReadonlyMap<string, Answer>,
  of: (refId: string) => readonly Value[],
  active: ReadonlySet<string>
): readonly Value[] {
  const step = rule.steps.find((one) => one.refId === refId);
  const answer = answers.get(refId);
  return step?.kind === 'expression' ? expressed(step, of, active) : answer && 'values' in answer ? answer.values : [];
}

function expressed(step: RuleExpression, of: (refId: string) => readonly Value[], active: ReadonlySet<string>): readonly Value[] {
  switch (step.type) {
    case 'math':
      return mathValues(step.tree, of);
    case 'reduce':
      return reduced(of(step.of), step.reducer, step.nonNumbers);
    case 'classic_conditions':
      return [classicValue(step.conditions, of)];
    case 'threshold':
      return of(step.of).map((value) => {
        const unload = active.has(labelsKey(labelsOf(value))) ? step.unload : null;
        const fires = (number: number) => (unload === null ? holds(step.evaluator, number) : !holds(unload, number));
        return changed(value, (number) => (number === null ? null : Number(fires(number))));
      });
  }
}

/** A condition's values as states: nothing is no data, 0 is normal, all else alerts; a line over time cannot be judged. */
function judged(values: readonly Value[], inputs: readonly Value[]): readonly Outcome[] {
  if (values.length === 0) {
    return [{ labels: {}, state: 'NoData', value: null, why: '' }];
  }
  const numbers = new Map(inputs.flatMap((input) => (input.kind === 'number' ? [[labelsKey(input.labels), input.value] as const] : [])));
  return values.map((value): Outcome => {
    const labels = labelsOf(value);
    if (value.kind === 'series') {
      return { labels: {}, state: 'Error', value: null, why: 'The condition is a line over time: a reduce step makes a number of it.' };
    }
    const judgement = value.kind === 'noData' ? null : value.value;
    return {
      labels,
      state: judgement === null ? 'NoData' : judgement === 0 ? 'Normal' : 'Alerting',
      value: numbers.get(labelsKey(labels)) ?? null,
      why: '',
    };
  });
}

/** Grafana refuses results that their labels do not tell apart. */
function unique(outcomes: readonly Outcome[]): readonly Outcome[] {
  const seen = new Set<string>();
  for (const { labels } of outcomes) {
    const key = labelsKey(labels);
    if (seen.has(key)) {
      return [{ labels, state: 'Error', value: null, why: `Two results have the labels ${key}.` }];
    }
    seen.add(key);
  }
  return outcomes;
}
