import { join } from 'node:path';

import { ensureDemo } from '../../demo/ensure';
import { loaded } from '../../scripts/lib/backend';
import { answerOf, type Evaluation, evaluations, instantsOf } from '../../scripts/lib/rule/ask';
import { WRITTEN_TARGETS } from '../../provisioning/src/targets';
import { replay, type Replayed, replayOf } from '../../scripts/lib/rule/replay';
import { replayable } from '../../scripts/lib/rule/replayable';
import { readRuleFile } from '../../scripts/lib/rule/rule-file';
import { type PluginClient, startPlugin } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { yamlFiles } from './files';
import { type MovedClock, movedClock } from './moved-clock';
import { LIVELY } from './replay.fixture';
import { rewind } from './rewind';

/** A Wednesday afternoon in Amsterdam, and the day before it. */
const NOW = Date.parse('2026-05-20T13:00:00Z');
const DAY = { fromMs: NOW - 86_400_000, toMs: NOW };

/** As often as both kinds of rules can be: a day of all of them is a thousand queries. */
const EVERY = 15 * 60_000;

const rulesIn = (text: string) => readRuleFile(text).flatMap((group) => group.rules.flatMap((rule) => replayable(rule, { ...group, interval: EVERY }) ?? []));
const LIVELY_ONES = rulesIn(LIVELY);
const RULES = [...yamlFiles('provisioning/alerting').flatMap(({ text }) => rulesIn(text)), ...LIVELY_ONES];

/** Asks as Grafana does it: at each instant the queries as they stand in the file, by a clock that shows that instant. */
async function* instantByInstant(client: PluginClient, clock: MovedClock): AsyncGenerator<Evaluation> {
  for (const atMs of instantsOf(EVERY, DAY)) {
    clock.set(atMs);
    const queries = RULES.flatMap(({ uid, steps }) =>
      steps.flatMap((step) =>
        step.kind === 'query' ? [{ refId: `${uid} ${step.refId}`, json: step.model, fromMs: atMs - step.fromMs, toMs: atMs - step.toMs }] : []
      )
    );
    const answers = await client.query(queries, { fromAlert: true });
    for (const rule of RULES) {
      yield { rule, atMs, answers: new Map(rule.steps.map(({ refId }) => [refId, answerOf(answers.get(`${rule.uid} ${refId}`))])) };
    }
  }
}

/** Hours before the end at which the database is put back. */
const BEFORE = [6, 22];

/** What each rule's queries answer as of some hours before the end, in whatever order. */
async function answersAt(client: PluginClient, hours: number): Promise<unknown> {
  const atMs = NOW - hours * 3_600_000;
  const found: unknown[] = [];
  for await (const { rule, answers } of evaluations(client, RULES, { fromMs: atMs, toMs: atMs })) {
    const told = [...answers].map(([refId, answer]) => [refId, 'values' in answer ? answer.values.map((value) => JSON.stringify(value)).sort() : answer.error]);
    found.push([rule.uid, told]);
  }
  return found;
}

describe('rules over a day of the demo, through the built backend’s door', () => {
  let built: Built;
  let replayed: readonly Replayed[];
  let seen: readonly Replayed[];
  let clock: MovedClock;
  const answered = new Map<number, unknown>();
  const SETTINGS = { timeZone: 'Europe/Amsterdam', defaultCalendar: 'amsterdam', targets: WRITTEN_TARGETS };
  /** A helpdesk under the moved clock. */
  const underClock = async (name: string): Promise<PluginClient> => {
    const client = await startPlugin(clock.executable, built.files(name, SETTINGS), { env: { GF_PLUGIN_ALLOWED_DIRECTORIES: built.folder } });
    await loaded(client);
    return client;
  };

  beforeAll(async () => {
    built = openBuilt();
    await ensureDemo({ dir: join(built.folder, 'demo'), tickets: 2500, seed: 5, months: 4, end: NOW });
    const client = await built.start(built.files('demo', SETTINGS));
    await loaded(client);
    replayed = await replay(client, RULES, DAY);
    for (const hours of BEFORE) {
      answered.set(hours, await answersAt(client, hours));
    }
    await client.stop();
    clock = movedClock(built.executable, join(built.folder, 'clock'));
    clock.set(NOW);
    const moved = await underClock('demo');
    try {
      seen = await replayOf(RULES, instantByInstant(moved, clock));
    } finally {
      await moved.stop();
    }
  }, 240_000);

  afterAll(() => built.close());

  it.each(RULES.map(({ uid }, i) => [uid, i] as const))('%s would have told what Grafana would have told', (_, i) => {
    expect(replayed[i]).toEqual(seen[i]);
  });

  it('has rules that came and went, for some and not for others', () => {
    const lively = replayed.filter(({ rule }) => LIVELY_ONES.includes(rule));
    expect(lively.filter(({ firings }) => firings.every(({ toMs }) => toMs === null)).map(({ rule }) => rule.uid)).toEqual([]);
    expect(replayed.flatMap(({ firings }) => firings).filter(({ state }) => state !== 'Alerting')).toEqual([]);
  });

  it.each(BEFORE)(
    'was told of a database that held what it held %i hours before',
    async (hours) => {
      const atMs = NOW - hours * 3_600_000;
      await rewind(join(built.folder, 'demo'), join(built.folder, `rewound-${hours}`), atMs);
      clock.set(atMs);
      const then = await underClock(`rewound-${hours}`);
      try {
        expect(answered.get(hours)).toEqual(await answersAt(then, hours));
      } finally {
        await then.stop();
      }
    },
    120_000
  );
});
