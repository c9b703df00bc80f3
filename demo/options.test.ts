import { readOptions } from './options';

test('options are read, what is left out is undefined', () => {
  expect(readOptions(['--tickets', '1_000_000', '--format', 'csv', '--end', 'now'])).toMatchObject({
    tickets: 1_000_000,
    format: 'csv',
    end: undefined,
    seed: undefined,
    out: '.demo/helpdesk',
    postgres: null,
    schema: 'public',
    force: false,
    layout: 'canonical',
  });
});

test('what is wrong is quoted', () => {
  expect(() => readOptions(['--tickets', 'many'])).toThrow('--tickets many is not a whole number');
  expect(() => readOptions(['--format', 'xlsx'])).toThrow('--format xlsx is none of parquet, csv, duckdb');
  expect(() => readOptions(['--tikets', '5'])).toThrow('--tikets');
  expect(() => readOptions(['--postgres', 'url', '--layout', 'chatwod'])).toThrow('--layout chatwod is none of canonical, chatwoot');
  expect(() => readOptions(['--postgres', 'a', '--mysql', 'b'])).toThrow('--postgres and --mysql are two places: fill one at a time.');
  expect(() => readOptions(['--layout', 'chatwoot'])).toThrow('--layout chatwoot is for a database: say which with --postgres URL or --mysql URL.');
});
