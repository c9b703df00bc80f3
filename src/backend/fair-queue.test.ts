import { FairQueue } from './fair-queue';

/** All that comes, in its order. */
function drained(queue: FairQueue<string>): string[] {
  const all: string[] = [];
  for (let item = queue.next(); item !== undefined; item = queue.next()) {
    all.push(item);
  }
  return all;
}

test('of several lines one comes after another, each in its own order', () => {
  const queue = new FairQueue<string>();
  ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].forEach((item) => queue.add(item[0], item));
  expect(queue.size).toBe(7);
  expect(drained(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
  expect(queue.size).toBe(0);
});

test('who comes to a line anew stands behind the lines that wait', () => {
  const queue = new FairQueue<string>();
  ['a1', 'b1'].forEach((item) => queue.add(item[0], item));
  expect(queue.next()).toBe('a1');
  queue.add('a', 'a2');
  expect(drained(queue)).toEqual(['b1', 'a2']);
});

test('who leaves is not served, and leaves no empty line behind', () => {
  const queue = new FairQueue<string>();
  ['a1', 'b1'].forEach((item) => queue.add(item[0], item));
  queue.delete('a', 'a1');
  queue.delete('a', 'a1');
  expect([queue.size, drained(queue)]).toEqual([1, ['b1']]);
});
