import { otherwiseFrom } from './otherwise';

const intervals = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => one.split('-').map(Number))
    .map(([start, end]) => ({ start, end }));

test.each<[string, string, number | null]>([
  ['', '', null],
  ['1-3 5-7', '1-3 5-7', null],
  ['1-3 5-7', '1-3', 5],
  ['', '4-6', 4],
  ['1-3 5-7', '1-3 6-7', 5],
  ['1-3 5-7', '1-3 5-6', 6],
  ['1-3 5-7 9-11', '1-3 4-8', 4],
])('%p and %p differ from %p on, either way', (a, b, from) => {
  expect([otherwiseFrom(intervals(a), intervals(b)), otherwiseFrom(intervals(b), intervals(a))]).toEqual([from, from]);
});
