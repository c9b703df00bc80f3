import { join } from 'node:path';

import { ensureDemo } from '../../demo/ensure';
import { answerOf, instantsOf } from '../../scripts/lib/rule/ask';
import { Firings } from '../../scripts/lib/rule/firings';
import { outcomesOf } from '../../scripts/lib/rule/outcome';
import { replay, type Replayed } from '../../scripts/lib/rule/replay';
import { replayable } from '../../scripts/lib/rule/replayable';
import { readRuleFile } from '../../scripts/lib/rule/rule-file';
import { activeOf, advance, type Instances } from '../../scripts/lib/rule/state';
import { type PluginClient, startPlugin } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { yamlFiles } from './files';
import { type MovedClock, movedClock } from './moved-clock';
import { LIVELY } from './replay.fixture';

/** A Wednesday afternoon in Amsterdam, and the day before it. */
const NOW = Date.parse('2026-05-20T13:00:00Z');
const DAY = { fromMs: NOW - 86_400_000, toMs: NOW };

/** As often as both kinds of rules can be: a day of all of them is a thousand queries. */
const EVERY = 15 * 60_000;

const rulesIn = (text: string) => readRuleFile(text).flatMap((group) => group.rules.flatMap((rule) => replayable(rule, { ...group, interval: EVERY }) ?? []));
const LIVELY_ONES = rulesIn(LIVELY).map(({ uid }) => uid);
const RULES = [...yamlFiles('provisioning/alerting').flatMap(({ text }) => rulesIn(text)), ...rulesIn(LIVELY)];

/** Evaluates rules as Grafana does it: at each instant the queries as they stand in the file, by a clock that shows that instant. */
async function instantByInstant(client: PluginClient, clock: MovedClock): Promise<readonly Replayed[]> {
  const runs = RULES.map((rule) => ({ rule, instances: new Map() as Instances, firings: new Firings() }));
  const instants = instantsOf(EVERY, DAY);
  for (const atMs of instants) {
    clock.set(atMs);
    const queries = RULES.flatMap(({ uid, steps }) =>
      steps.flatMap((step) =>
        step.kind === 'query' ? [{ refId: `${uid} ${step.refId}`, json: step.model, fromMs: atMs - step.fromMs, toMs: atMs - step.toMs }] : []
      )
    );
    const answers = await client.query(queries, { fromAlert: true });
    for (const run of runs) {
      const own = new Map(run.rule.steps.map(({ refId }) => [refId, answerOf(answers.get(`${run.rule.uid} ${refId}`))]));
      const outcomes = outcomesOf(run.rule, own, activeOf(run.instances));
      run.instances = advance(run.rule, run.instances, outcomes, atMs);
      run.firings.take(run.instances, outcomes, atMs);
    }
  }
  return runs.map(({ rule, firings }) => ({ rule, evaluated: instants.length, firings: firings.all() }));
}

describe('rules over a day of the demo, through the built backend’s door', () => {
  let built: Built;
  let replayed: readonly Replayed[];
  let seen: readonly Replayed[];

  beforeAll(async () => {
    built = openBuilt();
    await ensureDemo({ dir: join(built.folder, 'demo'), tickets: 2500, seed: 5, months: 4, end: NOW });
    const settings = built.files('demo', { timeZone: 'Europe/Amsterdam', defaultCalendar: 'amsterdam' });
    const client = await built.start(settings);
    expect((await client.health()).ok).toBe(true);
    replayed = await replay(client, RULES, DAY);
    await client.stop();
    const clock = movedClock(built.executable, join(built.folder, 'clock'));
    clock.set(NOW);
    const moved = await startPlugin(clock.executable, built.files('demo', { timeZone: 'Europe/Amsterdam', defaultCalendar: 'amsterdam' }), {
      env: { GF_PLUGIN_ALLOWED_DIRECTORIES: built.folder },
    });
    try {
      expect((await moved.health()).ok).toBe(true);
      seen = await instantByInstant(moved, clock);
    } finally {
      await moved.stop();
    }
  }, 240_000);

  afterAll(() => built.close());

  it.each(RULES.map(({ uid }, i) => [uid, i] as const))('%s would have told what Grafana would have told', (_, i) => {
    expect(replayed[i]).toEqual(seen[i]);
  });

  it('has rules that came and went, for some and not for others', () => {
    const lively = replayed.filter(({ rule }) => LIVELY_ONES.includes(rule.uid));
    expect(lively.filter(({ firings }) => firings.every(({ toMs }) => toMs === null)).map(({ rule }) => rule.uid)).toEqual([]);
    expect(replayed.flatMap(({ firings }) => firings).filter(({ state }) => state !== 'Alerting')).toEqual([]);
  });
});
