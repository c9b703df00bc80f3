import { parseQuery } from '.';
import { FILTER_DEFAULTS, QUERY_DEFAULTS, SORT_DEFAULTS } from './defaults';

// what has a default in schema.ts has it from defaults.ts, which the editor reads: a default that stands in the schema alone shows here
it('has every default of the model in defaults.ts', () => {
  expect(parseQuery({ metric: 'csat' })).toEqual({ version: 1, metric: 'csat', ...QUERY_DEFAULTS });
  expect(parseQuery({ metric: 'csat', filters: [{ field: 'team' }], sort: {} })).toMatchObject({
    filters: [{ field: 'team', ...FILTER_DEFAULTS }],
    sort: SORT_DEFAULTS,
  });
});
