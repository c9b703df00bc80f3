import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import type { ClientAnswer, ClientSettings, PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { until } from '../until';
import { answered } from './field-answer';
import { type Asked, fieldCases, type FieldCase } from './field-case';

/** What people saw, each on the rows with which they would see it again: asked of the built backend through its gRPC door. */

jest.setTimeout(60_000);

let built: Built;
let client: PluginClient;
beforeAll(async () => {
  built = openBuilt();
  client = await built.start({ uid: 'none', jsonData: {} });
});
afterAll(() => built.close());

let opened = 0;

/** A data source of a case’s rows that has loaded, or the sentence with which they were refused. */
async function open({ number, folder, settings: own }: FieldCase, more: Asked['settings'] = {}): Promise<ClientSettings | string> {
  const name = `case-${number}-${++opened}`;
  await cp(folder, join(built.folder, name), { recursive: true });
  const settings = built.files(name, { store: { memoryLimit: '256MB', threads: 1 }, ...own, ...more });
  const health = await client.health({ settings });
  if (!health.ok) {
    return health.message;
  }
  let refused = '';
  await until(async () => {
    const { phase, lastError } = (await client.resource('status', 'GET', undefined, { settings })).body as { phase: string; lastError: string };
    refused = phase === 'failed' ? lastError : '';
    return phase === 'ready' || phase === 'failed';
  }, 'the load of a case');
  return refused || settings;
}

async function ask(settings: ClientSettings, { query, from, to }: Asked): Promise<ClientAnswer> {
  const answers = await client.query([{ refId: 'A', json: query, fromMs: Date.parse(from), toMs: Date.parse(to) }], { settings });
  return answers.get('A') as ClientAnswer;
}

describe.each(fieldCases().map((one): [string, FieldCase] => [`${one.number}: ${one.saw}`, one]))('%s', (_title, one) => {
  if (one.refused !== undefined) {
    it('is refused now', async () => {
      expect(await open(one)).toMatch(new RegExp(one.refused as string));
    });
    return;
  }
  it('has the right answers now', async () => {
    const told: Record<string, unknown> = {};
    const right: Record<string, unknown> = {};
    // questions under the same settings share a load
    const loaded = new Map<string, ClientSettings | string>();
    for (const [name, asked] of Object.entries(one.asks ?? {})) {
      const key = JSON.stringify(asked.settings ?? {});
      const settings = loaded.get(key) ?? (await open(one, asked.settings));
      loaded.set(key, settings);
      const answer = typeof settings === 'string' ? null : await ask(settings, asked);
      told[name] = answer === null ? settings : answered(answer, asked);
      right[name] = asked.is;
      if (asked.notice !== undefined) {
        told[`${name}, notices`] = (answer?.frames[0]?.meta.notices ?? []).map(({ text }) => text).join('\n');
        right[`${name}, notices`] = expect.stringContaining(asked.notice);
      }
    }
    expect(told).toEqual(right);
  });
});
