import type { PluginClient } from '../../../tools/door/client';
import { evaluations, type Past } from './ask';
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
export async function replay(
  client: Pick<PluginClient, 'query'>,
  rules: readonly Rule[],
  past: Past,
  onProgress?: (done: number, all: number) => void
): Promise<readonly Replayed[]> {
  const runs = new Map(rules.map((rule) => [rule, { instances: new Map() as Instances, firings: new Firings(), evaluated: 0 }]));
  for await (const { rule, atMs, answers } of evaluations(client, rules, past, onProgress)) {
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
