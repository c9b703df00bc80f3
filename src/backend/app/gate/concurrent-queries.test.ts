import { concurrentQueries } from './concurrent-queries';

it.each([
  [undefined, 10],
  ['', 10],
  ['0', 10],
  ['-1', 10],
  ['2.5', 10],
  ['many', 10],
  ['1', 1],
  ['25', 25],
  ['50', 50],
  ['100000', 50],
  ['1e3', 50],
  ['Infinity', 10],
])('GF_CONCURRENT_QUERY_COUNT %s is %d at a time', (said, count) => {
  expect(concurrentQueries(said === undefined ? {} : { GF_CONCURRENT_QUERY_COUNT: said })).toBe(count);
});
