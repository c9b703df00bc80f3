import { bySortKey, type Sortable } from './order';

const series = (...sortKey: ReadonlyArray<number | string>): Sortable => ({ sortKey, ids: sortKey.join() });

it('puts series in the order of each group in turn, none last in each', () => {
  const ordered = [series(1, 'Ann'), series(1, '\uffff'), series(2, 'Ann'), series(Infinity, 'Ann'), series(Infinity, 'Bob'), series(Infinity, '\uffff')];
  expect([5, 3, 1, 4, 2, 0].map((i) => ordered[i]).sort(bySortKey)).toEqual(ordered);
});
