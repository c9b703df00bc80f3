import type { Outcome } from './outcome';
import { comparedUnit } from './compared-unit';
import { Firings } from './firings';
import { replayText } from './report';
import type { RuleExpression } from './rule';
import { ruleWith } from './rule.fixture';
import { advance, type Instances } from './state';
import { timeline } from './timeline';

const HOUR = 3_600_000;
const START = Date.parse('2026-05-20T00:00:00Z');
const rule = ruleWith([], { title: 'Many customers waiting', intervalMs: HOUR });
const past = { fromMs: START, toMs: START + 10 * HOUR };

/** Runs a rule every hour; each evaluation says what of each team. */
function run(hours: ReadonlyArray<Readonly<Record<string, Outcome['state']>>>) {
  let instances: Instances = new Map();
  const firings = new Firings();
  hours.forEach((teams, i) => {
    const outcomes = Object.entries(teams).map(([team, state]): Outcome => ({
      labels: team === '' ? {} : { team },
      state,
      value: 30 + i,
      why: state === 'Error' ? 'No.' : '',
    }));
    instances = advance(rule, instances, outcomes, START + i * HOUR);
    firings.take(instances, outcomes, START + i * HOUR);
  });
  return { rule, evaluated: hours.length, firings: firings.all() };
}

const on = 'Alerting';
const off = 'Normal';

it('says how often, for how long and for whom, and which were the longest', () => {
  const replayed = run([
    { IT: off, HR: off },
    { IT: on, HR: off },
    { IT: on, HR: on },
    { IT: off, HR: on },
    { IT: off, HR: off },
    { IT: on, HR: off },
  ]);
  expect(replayText(replayed, past, 'Europe/Amsterdam')).toBe(`Many customers waiting (evaluated 6 times, every 1 h)
  Fired 3 times, for 2 values of team; some alert stood for 8 h, 80.0 % of the time.
  ······██████████████████······██████████████████████████████  2026-05-20 02:00 – 2026-05-20 12:00

  For whom  Times  In all
  ────────  ─────  ──────
  team=IT       2     7 h
  team=HR       1     2 h

  Longest  From              To                Value at first  For whom
  ───────  ────────────────  ────────────────  ──────────────  ────────
      5 h  2026-05-20 07:00  still firing                  35  team=IT
      2 h  2026-05-20 03:00  2026-05-20 05:00              31  team=IT
      2 h  2026-05-20 04:00  2026-05-20 06:00              32  team=HR`);
});

it('says where it would not have fired, and what else would have been told', () => {
  expect(replayText(run([{ IT: off }, { '': 'Error' }, { '': 'Error' }]), past, 'UTC')).toBe(`Many customers waiting (evaluated 3 times, every 1 h)
  It would not have fired.
  DatasourceError once: No.`);
});

it('draws how much of each part lies in stretches, however they overlap', () => {
  expect(
    timeline(
      [
        { start: 0, end: 10 },
        { start: 5, end: 15 },
        { start: 30, end: 31 },
      ],
      { fromMs: 0, toMs: 40 },
      4
    )
  ).toBe('█▅·▁');
});

it('writes the number in its metric’s unit, where it is that number', () => {
  const over: RuleExpression = { kind: 'expression', refId: 'B', type: 'threshold', of: 'A', evaluator: { type: 'gt', params: [1] }, unload: null };
  const asking = (model: object, of: RuleExpression[] = [over]) => {
    const one = ruleWith(of);
    return comparedUnit({ ...one, steps: one.steps.map((step) => (step.kind === 'query' ? { ...step, model: { ...model } } : step)) });
  };
  expect(asking({ metric: 'longest_wait' })).toBe('s');
  expect(asking({ metric: 'longest_wait', unit: 'hours' })).toBeUndefined();
  expect(asking({ metric: 'csat' })).toBe('percentunit');
  expect(
    asking({ metric: 'csat' }, [
      { kind: 'expression', refId: 'M', type: 'math', tree: { kind: 'ref', refId: 'A' } },
      { ...over, of: 'M' },
    ])
  ).toBeUndefined();
});
