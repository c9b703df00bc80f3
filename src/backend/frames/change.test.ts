import { findMetric } from '../../shared/catalog';
import type { Metric } from '../../shared/catalog/metric';
import { changeColors, changeOf, changeWords } from './change';

const of = (id: string) => findMetric(id) as Metric;
const english = changeWords('en-US', 'pts');

it.each([
  ['csat', 'share', 0.852, 0.84, '▲ +1.2 pts', 'green'],
  ['csat', 'share', 0.84, 0.852, '▼ -1.2 pts', 'red'],
  ['nps', 'score', -4, 8, '▼ -12.0 pts', 'red'],
  ['ces', 'mean', 5.75, 5.5, '▲ +0.3 pts', 'green'],
  ['sla_breaches', 'count', 12, 10, '▲ +20.0 %', 'red'],
  ['support_volume', 'count', 1221, 1053, '▲ +16.0 %', 'text'],
  ['time_to_close', 'median', 3600, 7200, '▼ -50.0 %', 'green'],
  ['time_to_close', 'within', 0.9, 0.8, '▲ +10.0 pts', 'green'],
  ['max_available_agents', 'max', 23, 25, '▼ -2', 'text'],
  ['net_flow', 'sum', 5, -3, '▲ +8', 'red'],
  ['csat', 'share', 0.84, 0.84, '0.0 pts', 'text'],
  ['csat', 'share', 0.84, 0.8401, '0.0 pts', 'text'],
] as const)('%s, %s: %d after %d is %s', (id, statistic, now, then, text, color) => {
  const change = changeOf(of(id), statistic, now, then);
  expect(change && english(change)).toBe(text);
  const { mappings: [mapping] = [] } = changeColors(of(id), statistic, [change], english);
  expect(mapping.options[text].color).toMatch(new RegExp(`${color}$`));
});

it.each([
  ['time_to_close', null, 5],
  ['time_to_close', 5, null],
  ['sla_breaches', 3, 0],
])('%s: %p after %p is no change that can be told', (id, now, then) => expect(changeOf(of(id), of(id).statistics[0], now, then)).toBeNull());

it('speaks the reader’s language, and English where there is none of that name', () => {
  expect(changeWords('nl-NL', 'pt')({ in: 'points', by: 1.2 })).toBe('▲ +1,2 pt');
  expect(changeWords('nl-NL', 'pt')({ in: 'percent', by: -1234.5 })).toBe('▼ -1.234,5 %');
  expect(changeWords('no language', 'pts')({ in: 'things', by: 2 })).toBe('▲ +2');
});
