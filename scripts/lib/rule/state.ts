import type { Outcome } from './outcome';
import type { StateRules } from './rule';
import { type Labels, labelsKey } from './values';

/** The states of an alert instance; `Recovering` still fires. */
export type State = 'Normal' | 'Pending' | 'Alerting' | 'Recovering' | 'NoData' | 'Error';

/** One alert instance: a rule has one for each set of labels that its condition gives. */
export interface Instance {
  readonly labels: Labels;
  readonly state: State;
  readonly sinceMs: number;
  readonly evaluatedMs: number;
  /** It is in its state for want of data or for an error, which the condition did not say. */
  readonly isForced: boolean;
}

/** The instances of a rule, by their labels. */
export type Instances = ReadonlyMap<string, Instance>;

/** The instances after an evaluation: as Grafana's state manager moves them (pkg/services/ngalert/state). */
export function advance(rule: StateRules, before: Instances, outcomes: readonly Outcome[], atMs: number): Instances {
  const [first] = outcomes;
  const all = spreads(rule, outcomes) && before.size > 0;
  const evaluated = all
    ? [...before].map(([key, instance]) => [key, moved(rule, instance, first, atMs)] as const)
    : outcomes.map((outcome) => {
        const key = labelsKey(outcome.labels);
        return [key, moved(rule, before.get(key) ?? fresh(outcome.labels, atMs), outcome, atMs)] as const;
      });
  const here = new Map(evaluated);
  return new Map([...[...before].filter(([key, instance]) => !here.has(key) && !isStale(rule, instance, atMs)), ...evaluated]);
}

/** Those to which the lower of two thresholds applies: they fire, or are about to. */
export function activeOf(instances: Instances): ReadonlySet<string> {
  return new Set([...instances].filter(([, { state, isForced }]) => !isForced && (state === 'Alerting' || state === 'Pending')).map(([key]) => key));
}

/** No data at all, or nothing but errors, is every instance's where the rule turns it into a state of the instances' own. */
function spreads({ onNoData, onError }: StateRules, outcomes: readonly Outcome[]): boolean {
  return (
    (onNoData !== 'NoData' && outcomes.every(({ state }) => state === 'NoData')) || (onError !== 'Error' && outcomes.every(({ state }) => state === 'Error'))
  );
}

const fresh = (labels: Labels, atMs: number): Instance => ({ labels, state: 'Normal', sinceMs: atMs, evaluatedMs: atMs, isForced: false });

/** A series that is gone resolves after some evaluations; an error or missing data after one. */
function isStale({ intervalMs, missingResolvesAfter }: StateRules, { state, evaluatedMs }: Instance, atMs: number): boolean {
  const evaluations = state === 'Error' || state === 'NoData' ? 1 : missingResolvesAfter;
  return atMs - evaluatedMs >= evaluations * intervalMs;
}

function moved(rule: StateRules, instance: Instance, outcome: Outcome, atMs: number): Instance {
  const next = stateOf(rule, instance, outcome, atMs);
  return {
    ...instance,
    state: next,
    sinceMs: next === instance.state ? instance.sinceMs : atMs,
    evaluatedMs: atMs,
    isForced: next !== outcome.state && outcome.state !== 'Normal' && outcome.state !== 'Alerting',
  };
}

function stateOf(rule: StateRules, instance: Instance, { state }: Outcome, atMs: number): State {
  switch (state) {
    case 'Normal':
      return calm(rule, instance, atMs);
    case 'Alerting':
      return alarmed(rule, instance, atMs);
    case 'NoData':
      return rule.onNoData === 'NoData' ? 'NoData' : turned(rule, rule.onNoData, instance, atMs);
    case 'Error':
      return rule.onError === 'Error' ? 'Error' : turned(rule, rule.onError, instance, atMs);
  }
}

function turned(rule: StateRules, into: 'Alerting' | 'OK' | 'KeepLast', instance: Instance, atMs: number): State {
  const isKept = into === 'KeepLast' && (instance.state === 'Alerting' || instance.state === 'Pending');
  return into === 'Alerting' || isKept ? alarmed(rule, instance, atMs) : calm(rule, instance, atMs);
}

function calm({ keepFiringMs }: StateRules, { state, sinceMs }: Instance, atMs: number): State {
  if (state === 'Alerting' && keepFiringMs > 0) {
    return 'Recovering';
  }
  return state === 'Recovering' && atMs - sinceMs < keepFiringMs ? 'Recovering' : 'Normal';
}

function alarmed({ forMs }: StateRules, { state, sinceMs }: Instance, atMs: number): State {
  if (state === 'Alerting' || state === 'Recovering') {
    return 'Alerting';
  }
  return state === 'Pending' ? (atMs - sinceMs >= forMs ? 'Alerting' : 'Pending') : forMs > 0 ? 'Pending' : 'Alerting';
}
