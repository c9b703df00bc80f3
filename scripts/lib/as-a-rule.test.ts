import type { DecodedFrame } from '../../tools/door/decode';
import { ruleText, seenByRule } from './as-a-rule';

const field = (name: string, type: string, values: DecodedFrame['fields'][number]['values'], labels = {}) => ({
  name,
  type,
  nullable: true,
  labels,
  config: {},
  values,
});
const frame = (...fields: DecodedFrame['fields']): DecodedFrame => ({ name: 'Tickets', refId: 'A', meta: {}, rows: fields[0]?.values.length ?? 0, fields });

it('a fault is an error, and a frame without fields no data', () => {
  expect(ruleText(seenByRule({ error: 'The data is 2 hours old.', frames: [] }))).toBe(
    'Error: the rule goes into its state "Error".\nThe data is 2 hours old.'
  );
  expect(ruleText(seenByRule({ error: '', frames: [frame()] }))).toBe('No data: the rule goes into its state "No Data".');
});

it('of totals each row is an instance, by its texts', () => {
  const seen = seenByRule({ error: '', frames: [frame(field('team', 'string', ['Billing', 'IT']), field('Tickets', 'number', [3, null]))] });
  expect(seen).toEqual({
    state: 'Values',
    isSeries: false,
    instances: [
      { labels: 'team=Billing', values: [3] },
      { labels: 'team=IT', values: [null] },
    ],
  });
  expect(ruleText(seen).split('\n').slice(2)).toEqual(['team=Billing      3', 'team=IT        null']);
});

it('a number without labels is one instance, and lines over time are said to need a reduce step', () => {
  expect(ruleText(seenByRule({ error: '', frames: [frame(field('Tickets', 'number', [3]))] }))).toMatch(/^\(no labels\) +3$/m);
  const line = frame(field('time', 'time', [0, 1]), field('Tickets', 'number', [3, 4], { team: 'IT' }));
  expect(ruleText(seenByRule({ error: '', frames: [line] }))).toMatch(/^team=IT {2}3 4$[^]*needs a reduce step/m);
});
