import type { PluginClient } from '../../../tools/door/client';
import { type Evaluation, evaluations, type Past } from './ask';
import { type Firing, Firings } from './firings';
import { outcomesOf } from './outcome';
import type { Rule } from './rule';
import { activeOf, advance, type Instances } from './state';

/** What a rule would have told in the past. */
export interface Replayed {
  readonly rule: Rule;
  readonly evaluated: number;
  readonly firings: readonly Firing[];
}

/** Evaluates rules over the past, instant by instant, as if they had been loaded where it begins. */
export function replay(
  client: Pick<PluginClient, 'query'>,
  rules: readonly Rule[],
  past: Past,
  onProgress?: (done: number, all: number) => void
): Promise<readonly Replayed[]> {
  return replayOf(rules, evaluations(client, rules, past, onProgress));
}

/** What rules told by their evaluations, those of each in the order of time. */
export async function replayOf(rules: readonly Rule[], asked: AsyncIterable<Evaluation>): Promise<readonly Replayed[]> {
  const runs = new Map(rules.map((rule) => [rule, { instances: new Map() as Instances, firings: new Firings(), evaluated: 0 }]));
  for await (const { rule, atMs, answers } of asked) {
    const run = runs.get(rule);
    if (run) {
      const outcomes = outcomesOf(rule, answers, activeOf(run.instances));
      run.instances = advance(rule, run.instances, outcomes, atMs);
      run.firings.take(run.instances, outcomes, atMs);
      run.evaluated++;
    }
  }
  return [...runs].map(([rule, { evaluated, firings }]) => ({ rule, evaluated, firings: firings.all() }));
}
