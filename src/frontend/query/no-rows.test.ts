import { type DataFrame, DataFrameType, FieldType, LoadingState, toDataFrame } from '@grafana/data';

import { speak } from '../i18n/language.fixture';
import { noRows, withoutGrid } from './no-rows';
import { queryOf } from './query.fixture';

const FILTERED = { metric: 'csat', filters: [{ field: 'priority', op: 'in', values: ['high'] }] };
const answer = (matched: number | undefined, refId = 'A', state = LoadingState.Done) => ({
  state,
  series: [{ ...toDataFrame({ fields: [] }), refId, meta: { custom: { matched } } }],
});
const name = (_: string, id: string) => (id === 'high' ? 'High' : id);

it.each<[string, 'en-US' | 'nl-NL', object, ReturnType<typeof answer> | undefined, string[]]>([
  ['what is filtered, and what to do', 'en-US', FILTERED, answer(0), ['0 rows match (high priority only): take a filter away, or choose a longer range.']],
  ['in Dutch', 'nl-NL', FILTERED, answer(0), ['0 rijen voldoen (alleen prioriteit hoog): haal een filter weg, of kies een langere periode.']],
  ['no filter', 'en-US', { metric: 'csat' }, answer(0), ['0 rows match in this range: choose a longer one.']],
  ['an answer with rows', 'en-US', FILTERED, answer(undefined), []],
  ['another query’s answer', 'en-US', FILTERED, answer(0, 'B'), []],
  ['an answer that is under way', 'en-US', FILTERED, answer(0, 'A', LoadingState.Loading), []],
  ['no answer yet', 'en-US', FILTERED, undefined, []],
])('%s', async (_, language, query, data, expected) => {
  await speak(language);
  expect(noRows(queryOf(query), data, name)).toEqual(expected);
});

it.each<[string, number | undefined, DataFrameType, number]>([
  ['an empty grid is not drawn', 0, DataFrameType.TimeSeriesMulti, 0],
  ['a table keeps its columns', 0, DataFrameType.NumericLong, 1],
  ['what has rows is drawn', undefined, DataFrameType.TimeSeriesMulti, 1],
])('%s', (_, matched, type, fields) => {
  const frame: DataFrame = toDataFrame({ meta: { type, custom: { matched } }, fields: [{ name: 'csat', type: FieldType.number, values: [null] }] });
  expect(withoutGrid(frame).fields.length).toBe(fields);
});
