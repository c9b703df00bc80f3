import { type DataFrame, DataFrameType, FieldType, toDataFrame } from '@grafana/data';

import { drawnInExplore } from './explore-table';

const number = (name: string, values: Array<number | null>, config = {}) => ({ name, type: FieldType.number, values, config });
const totals = (values: Array<number | null>, config = {}): DataFrame =>
  toDataFrame({
    meta: { type: DataFrameType.NumericLong, custom: { metric: 'opened' } },
    fields: [
      { name: 'team', type: FieldType.string, values: values.map((_, i) => `Team ${i}`) },
      number('opened', values, config),
      number(
        'n',
        values.map(() => 7)
      ),
    ],
  });
const bars = (frame: DataFrame) => drawnInExplore(frame).fields.filter(({ config }) => config.custom?.cellOptions?.type === 'gauge');

it('draws totals of groups as bars from 0 on, and no other number', () => {
  const [bar, ...others] = bars(totals([5, 3, null]));
  expect(bar).toMatchObject({ name: 'opened', config: { min: 0, color: { mode: 'fixed', fixedColor: 'blue' } } });
  expect(others).toEqual([]);
});

it('leaves the colours of a target', () => {
  const thresholds = { mode: 'absolute', steps: [] };
  expect(bars(totals([0.9, 0.8], { min: 0, max: 1, thresholds }))[0].config).toMatchObject({ max: 1, thresholds, color: undefined });
});

it.each([
  ['one group has nothing beside it', totals([5])],
  ['numbers below nothing', totals([5, -3])],
  ['a number of all', toDataFrame({ meta: { type: DataFrameType.NumericLong, custom: { metric: 'opened' } }, fields: [number('opened', [5, 3])] })],
  ['rows of tickets', toDataFrame({ meta: { custom: { kind: 'records', metric: 'opened' } }, fields: [number('opened', [5, 3])] })],
])('draws no bars: %s', (_what, frame) => {
  expect(bars(frame)).toEqual([]);
});

it('wraps the heads of a scorecard, whose shares are bars', () => {
  const card = toDataFrame({ meta: { custom: { kind: 'scorecard' } }, fields: [number('opened', [5, 3]), number('csat', [0.9, 0.8], { min: 0, max: 1 })] });
  expect(bars(card).map(({ name }) => name)).toEqual(['csat']);
  expect(drawnInExplore(card).fields.map(({ config }) => config.custom.wrapHeaderText)).toEqual([true, true]);
});
