import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { replayable } from './replayable';
import { readRuleFile } from './rule-file';

const query = { refId: 'A', relativeTimeRange: { from: 600, to: 0 }, datasourceUid: 'helpdesk-metrics', model: { metric: 'opened', view: 'totals' } };
const threshold = {
  refId: 'B',
  datasourceUid: '__expr__',
  model: { type: 'threshold', expression: 'A', conditions: [{ evaluator: { type: 'gt', params: [1] } }] },
};
const rule = { uid: 'r', title: 'Many tickets', condition: 'B', data: [query, threshold] };
const fileOf = (one: object, group: object = {}) =>
  stringify({ apiVersion: 1, groups: [{ orgId: 1, name: 'Mine', folder: 'F', interval: '1m', rules: [one], ...group }] });
const read = (text: string) => readRuleFile(text).flatMap((group) => group.rules.map((one) => replayable(one, group)));
const expression = (model: object, refId = 'B') => ({ ...rule, data: [query, { refId, datasourceUid: '__expr__', model }] });

it('takes Grafana’s defaults where a rule says nothing', () => {
  expect(read(fileOf({ ...rule, for: '1h30m' }))).toMatchObject([
    { title: 'Many tickets', intervalMs: 60_000, forMs: 5_400_000, keepFiringMs: 0, onNoData: 'NoData', onError: 'Alerting', missingResolvesAfter: 2 },
  ]);
});

it('reads every rule that ships; how old the data was, nobody knows', () => {
  const text = readFileSync(join(__dirname, '../../../provisioning/alerting/helpdesk-rules.yaml'), 'utf8');
  const written = readRuleFile(text).flatMap(({ rules }) => rules);
  const rules = read(text);
  expect(written.filter((_, i) => rules[i] === null).map(({ uid }) => uid)).toEqual(['helpdesk-stale-data']);
});

it.each<[what: string, text: string, message: RegExp]>([
  ['no YAML', 'groups: [', /^The file is no YAML: /],
  ['no rules', 'apiVersion: 1', /^At groups: /],
  ['a word that Grafana would drop', fileOf({ ...rule, noDataSate: 'OK' }), /^At groups\[0\]\.rules\[0\]: .*"noDataSate"/],
  ['a duration', fileOf({ ...rule, for: '5 minutes' }), /^At groups\[0\]\.rules\[0\]\.for: is no duration such as 5m or 1h30m\.$/],
  ['an interval', fileOf(rule, { interval: '15s' }), /^At groups\[0\]\.interval: is no multiple of ten seconds, which Grafana refuses\.$/],
  [
    'another data source',
    fileOf({ ...rule, data: [{ ...query, datasourceUid: 'prom', model: { expr: 'up' } }, threshold] }),
    /^“Many tickets” of group “Mine” cannot be replayed: query A asks the data source “prom”, of whose past/,
  ],
  [
    'a query that is refused',
    fileOf({ ...rule, data: [{ ...query, model: { metric: 'opened', veiw: 'totals' } }, threshold] }),
    /: query A is refused: .*"veiw".*"view"/,
  ],
  ['a recording rule', fileOf({ ...rule, record: { metric: 'm', from: 'B' } }), /it is a recording rule/],
  [
    'resampling',
    fileOf(expression({ type: 'resample', expression: 'A' })),
    /expression B is of the type "resample", and only math, reduce, threshold, classic_conditions are replayed/,
  ],
  ['math that is none', fileOf(expression({ type: 'math', expression: '$A + ' })), /the math expression "\$A \+ " is not understood where it ends/],
  ['a function that is none', fileOf(expression({ type: 'math', expression: 'sqrt($A)' })), /expression B calls "sqrt", which is none of abs, /],
  ['a reducer', fileOf(expression({ type: 'reduce', expression: 'A', reducer: 'p99' })), /expression B reduces by "p99", which is none of sum, /],
  [
    'a comparison',
    fileOf(expression({ ...threshold.model, conditions: [{ evaluator: { type: 'above', params: [1] } }] })),
    /expression B compares by "above", which is none of gt, /,
  ],
  ['a step that is not there', fileOf(expression({ type: 'math', expression: '$Z' })), /expression B names "Z", which is none of A, B/],
  ['a condition that is not there', fileOf({ ...rule, condition: 'Q' }), /its condition names "Q", which is none of A, B/],
  ['a circle', fileOf(expression({ type: 'math', expression: '$B + 1' })), /expression B reads itself/],
])('refuses %s in a sentence that names the place', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
