import { join } from 'node:path';

import { ensureDemo } from '../../demo/ensure';
import type { DecodedFrame } from '../../tools/door/decode';
import type { ClientQuery, PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { alertingFile, type AlertRule, datasourceFile, yamlFiles } from './files';

const RULES = yamlFiles('provisioning/alerting').flatMap(({ content }) => alertingFile.parse(content).groups.flatMap(({ rules }) => rules));
/** A Wednesday afternoon in Amsterdam: people are at work. */
const NOW = Date.parse('2026-05-20T13:00:00Z');
/** A Sunday. */
const CLOSED = Date.parse('2026-05-17T13:00:00Z');

/** The rule's queries at an instant, as Grafana's evaluation asks them. */
function queriesOf({ data }: AlertRule, now: number): ClientQuery[] {
  return data.flatMap(({ refId, relativeTimeRange: range, model }) =>
    range ? [{ refId, json: model, fromMs: now - 1000 * range.from, toMs: now - 1000 * range.to }] : []
  );
}

/** The numbers by their labels, as alerting reads them from a `numeric-long` frame: text fields are labels, one field is the number. */
function labelledNumbers(frame: DecodedFrame | undefined): Map<string, number | null> {
  const { fields = [] } = frame ?? {};
  const labels = fields.filter(({ type }) => type === 'string');
  const [number, ...more] = fields.filter(({ type }) => type === 'number');
  expect(more).toEqual([]);
  return new Map((number?.values ?? []).map((value, i) => [labels.map(({ name, values }) => `${name}=${String(values[i])}`).join(), value as number | null]));
}

describe('every provisioned rule’s queries, through the built backend’s door, for alerting: no user', () => {
  let built: Built;
  let client: PluginClient;

  beforeAll(async () => {
    built = openBuilt();
    const { folder } = built;
    await ensureDemo({ dir: join(folder, 'demo'), tickets: 4000, seed: 5, months: 4, end: NOW });
    const [{ content }] = yamlFiles('provisioning/datasources');
    const [{ uid, jsonData }] = datasourceFile.parse(content).datasources;
    // the provisioned settings, with the variable filled in and a store that is thrown away
    const settings = JSON.parse(JSON.stringify(jsonData).replace('${HELPDESK_FOLDER}', join(folder, 'demo'))) as { store: object };
    client = await built.start({ uid, jsonData: { ...settings, store: { ...settings.store, directory: join(folder, 'store') } } });
    const { ok, message } = await client.health();
    expect([ok, message]).toEqual([true, expect.stringContaining('4,000 tickets')]);
  }, 120_000);

  afterAll(() => built.close());

  it.each(RULES.map((rule) => [rule.title, rule] as const))('%s', async (_, rule) => {
    const queries = queriesOf(rule, NOW);
    const answers = await client.query(queries, { fromAlert: true });
    const numbers = queries.map(({ refId, json }) => {
      const answer = answers.get(refId);
      expect(answer).toMatchObject({ status: 200, error: '' });
      expect(answer?.frames).toHaveLength(1);
      expect(answer?.frames[0].meta).toMatchObject({ type: 'numeric-long', typeVersion: [0, 1] });
      const found = labelledNumbers(answer?.frames[0]);
      // one label, the rule's own dimension, and as many different labels as rows: alerting refuses doubles
      expect(found.size).toBe(answer?.frames[0].fields[0].values.length);
      const [dimension] = (json as { groupBy?: string[] }).groupBy ?? [];
      for (const [labels, value] of found) {
        expect(labels).toMatch(dimension === undefined ? /^$/ : new RegExp(`^${dimension}=.+$`));
        expect(Number.isFinite(value)).toBe(true);
      }
      return found;
    });
    // numbers to compare with a threshold; where two queries are subtracted, under the same labels
    const [first, second = first] = numbers;
    expect([...first.keys()].filter((labels) => second.has(labels)).length).toBeGreaterThan(0);
  });

  it('has no data, and so no alert, where the office is closed', async () => {
    const rule = RULES.find(({ uid }) => uid === 'helpdesk-nobody-available');
    const answers = await client.query(queriesOf(rule as AlertRule, CLOSED), { fromAlert: true });
    expect(answers.get('A')).toMatchObject({ status: 200 });
    expect([...labelledNumbers(answers.get('A')?.frames[0]).values()].filter((value) => value !== null)).toEqual([]);
  });
});
