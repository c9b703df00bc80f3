import Ajv from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { OPTION_EXAMPLES } from '../../src/shared/query/options.fixture';
import { QUERY_KEYS } from '../../src/shared/query';
import { schemaFiles } from './schemas';

const ROOT = join(__dirname, '../..');
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false });
const [isQuery, areSettings] = schemaFiles().map(({ text }) => ajv.compile(JSON.parse(text) as object));
const faults = (validate: typeof isQuery, value: unknown) =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

interface Drawn {
  readonly panels: ReadonlyArray<{ readonly targets?: readonly object[] }>;
}

it('take every query of the public dashboards, which hold no variable, and of the alert rules', () => {
  const folder = join(ROOT, 'public-dashboards');
  const targets = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Drawn).panels.flatMap((panel) => panel.targets ?? []));
  const { groups } = parse(readFileSync(join(ROOT, 'provisioning/alerting/helpdesk-rules.yaml'), 'utf8')) as {
    groups: Array<{ rules: Array<{ data: Array<{ datasourceUid: string; model: object }> }> }>;
  };
  const models = groups.flatMap(({ rules }) =>
    rules.flatMap(({ data }) => data.filter(({ datasourceUid }) => datasourceUid !== '__expr__').map(({ model }) => model))
  );
  expect(Math.min(targets.length, models.length)).toBeGreaterThan(5);
  expect([...targets, ...models].flatMap((query) => faults(isQuery, query))).toEqual([]);
});

it('take an example of every option, and know every key', () => {
  const examples = Object.values(OPTION_EXAMPLES).map(({ without, set }) => ({ metric: 'time_to_close', ...without, ...set }));
  expect(examples.flatMap((query) => faults(isQuery, query))).toEqual([]);
  // of a key that it did not know, it would say that there is one too many, and nothing of the value
  const known = QUERY_KEYS.filter((key) => faults(isQuery, { metric: 'opened', [key]: { no: 'such value' } }).some((fault) => fault.startsWith(`/${key} `)));
  expect(known).toEqual(QUERY_KEYS);
});

it.each<[what: string, query: object]>([
  ['a metric that is none', { metric: 'opend' }],
  ['a key that is none', { metric: 'opened', veiw: 'totals' }],
  ['a word that is none', { metric: 'opened', view: 'total' }],
  ['no metric', { view: 'totals' }],
])('refuse a query with %s', (_, query) => expect(isQuery(query)).toBe(false));

it.each([
  ['none', { kind: 'freshness' }],
  ['several metrics', { kind: 'scorecard', metrics: ['opened', { metric: 'csat', n: true }], groupBy: ['owner'] }],
])('take a query that is of %s', (_, query) => expect(faults(isQuery, { refId: 'A', ...query })).toEqual([]));

it('take the settings that are provisioned, and refuse a setting that is none', () => {
  const { datasources } = parse(readFileSync(join(ROOT, 'provisioning/datasources/helpdesk.yaml'), 'utf8')) as { datasources: Array<{ jsonData: object }> };
  expect(datasources.flatMap(({ jsonData }) => faults(areSettings, jsonData))).toEqual([]);
  const source = { type: 'postgres', host: 'db', database: 'helpdesk', user: 'reader', port: 5432 };
  expect(faults(areSettings, { source, unassignedIds: [0], slaTargets: [{ clock: 'first_reply', target: '4h' }] })).toEqual([]);
  expect(areSettings({ source, timezone: 'UTC' })).toBe(false);
  expect(areSettings({ source: { ...source, path: '/srv' } })).toBe(false);
  expect(areSettings({ source, surveyRole: 'Owner' })).toBe(false);
});
