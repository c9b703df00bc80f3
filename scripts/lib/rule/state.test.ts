import type { Outcome } from './outcome';
import type { Rule } from './rule';
import { ruleWith } from './rule.fixture';
import { activeOf, advance, type Instances } from './state';
import { labelsKey } from './values';

const MINUTE = 60_000;
/** What each letter says of the labels {team: 'IT'}: fires, is normal, has no data, fails; a dash: another team’s are there, and these are not. */
const SAYS: Readonly<Record<string, Outcome['state']>> = { f: 'Alerting', n: 'Normal', o: 'NoData', e: 'Error' };
const LETTERS = { Normal: 'N', Pending: 'P', Alerting: 'A', Recovering: 'R', NoData: 'O', Error: 'E' } as const;
const IT = { team: 'IT' };

const outcome = (state: Outcome['state'], labels: Record<string, string>): Outcome => ({ labels, state, value: null, why: '' });

/** The states of one instance after each evaluation, a letter each; a dash where it is none. */
function statesOf(said: string, more: Partial<Rule>): string {
  const rule = ruleWith([], more);
  let instances: Instances = new Map();
  return [...said]
    .map((letter, i) => {
      instances = advance(rule, instances, [letter === '-' ? outcome('Normal', { team: 'HR' }) : outcome(SAYS[letter], IT)], i * MINUTE);
      const found = instances.get(labelsKey(IT));
      return found ? LETTERS[found.state] : '-';
    })
    .join('');
}

it.each<[what: string, rule: Partial<Rule>, said: string, states: string]>([
  ['fires at once without "for"', {}, 'nffn', 'NAAN'],
  ['is pending until it held for so long', { forMs: 2 * MINUTE }, 'fffffn', 'PPAAAN'],
  ['begins to be pending anew after a normal evaluation', { forMs: 2 * MINUTE }, 'ffnfff', 'PPNPPA'],
  ['waits out a "for" that is no multiple of the interval', { forMs: 90_000 }, 'ffff', 'PPAA'],
  ['fires on while it recovers', { keepFiringMs: 2 * MINUTE }, 'fnnnn', 'ARRNN'],
  ['fires again at once where it was recovering', { forMs: 2 * MINUTE, keepFiringMs: 3 * MINUTE }, 'fffnff', 'PPARAA'],
  ['does not keep what only was pending', { forMs: 2 * MINUTE, keepFiringMs: 3 * MINUTE }, 'fnf', 'PNP'],
  ['takes no data for normal', {}, 'foof', 'ANNA'],
  ['takes no data for firing', { onNoData: 'Alerting' }, 'noof', 'NAAA'],
  ['waits with "for" where no data fires', { onNoData: 'Alerting', forMs: 2 * MINUTE }, 'noooo', 'NPPAA'],
  ['keeps its last state without data', { onNoData: 'KeepLast' }, 'foonoo', 'AAANNN'],
  ['becomes pending to firing without data where it keeps its last state', { onNoData: 'KeepLast', forMs: 2 * MINUTE }, 'foo', 'PPA'],
  ['has a state of no data', { onNoData: 'NoData' }, 'foon', 'AOON'],
  ['has a state of errors', {}, 'feen', 'AEEN'],
  ['takes errors for firing', { onError: 'Alerting' }, 'neen', 'NAAN'],
  ['takes errors for normal', { onError: 'OK' }, 'feef', 'ANNA'],
  ['keeps its last state through errors', { onError: 'KeepLast' }, 'feen', 'AAAN'],
  ['resolves where its series was gone for two evaluations', {}, 'f--f', 'AA-A'],
  ['resolves where its series was gone for one', { missingResolvesAfter: 1 }, 'f-f', 'A-A'],
  ['is gone at once where it had an error', {}, 'e-', 'E-'],
  ['is pending anew after its series was gone', { forMs: 2 * MINUTE, missingResolvesAfter: 1 }, 'fff-f', 'PPA-P'],
])('%s', (_, rule, said, states) => {
  expect(statesOf(said, rule)).toBe(states);
});

it('gives every instance what all of the rule comes to: no data, or nothing but errors', () => {
  const rule = ruleWith([], { onError: 'KeepLast' });
  const two = advance(rule, new Map(), [outcome('Alerting', IT), outcome('Normal', { team: 'HR' })], 0);
  const states = (instances: Instances) => [...instances.values()].map(({ labels, state }) => `${labels.team} ${state}`);
  expect(states(advance(rule, two, [outcome('Error', {})], MINUTE))).toEqual(['IT Alerting', 'HR Normal']);
  expect(states(advance(rule, two, [outcome('NoData', { ref_id: 'A' })], MINUTE))).toEqual(['IT Normal', 'HR Normal']);
  // where its own state is an error, it is another instance, and the others go
  const failed = advance({ ...rule, onError: 'Error' }, two, [outcome('Error', {})], MINUTE);
  expect(states(failed)).toEqual(['IT Alerting', 'HR Normal', 'undefined Error']);
  expect(states(advance({ ...rule, onError: 'Error' }, failed, [outcome('Error', {})], 2 * MINUTE))).toEqual(['undefined Error']);
});

it('counts an instance that fires for a threshold of recovery, and none that only fires for want of data', () => {
  const rule = ruleWith([], { onNoData: 'Alerting', forMs: MINUTE });
  const pending = advance(rule, new Map(), [outcome('Alerting', IT)], 0);
  expect([...activeOf(pending)]).toEqual([labelsKey(IT)]);
  expect([...activeOf(advance(rule, pending, [outcome('NoData', {})], MINUTE))]).toEqual([]);
  expect([...activeOf(advance(rule, pending, [outcome('Normal', IT)], MINUTE))]).toEqual([]);
});
