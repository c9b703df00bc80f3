import { standInLine } from '../lines';
import { Admission } from './admission';

const never = new AbortController().signal;

test('so many at a time, the others in the order in which they came', async () => {
  const admission = new Admission(2);
  const order: number[] = [];
  const leave = [await admission.enter(never), await admission.enter(never)];
  const waiting = [1, 2, 3].map((n) =>
    admission.enter(never).then((out) => {
      order.push(n);
      return out;
    })
  );
  await Promise.resolve();
  expect([admission.running, admission.waiting]).toEqual([2, 3]);
  leave[0]();
  leave[0]();
  const out = await waiting[0];
  expect([admission.running, admission.waiting, order]).toEqual([2, 2, [1]]);
  out();
  leave[1]();
  (await waiting[1])();
  (await waiting[2])();
  expect([admission.running, admission.waiting, order]).toEqual([0, 0, [1, 2, 3]]);
});

test('of those that wait each line comes after another', async () => {
  const admission = new Admission(1);
  const leave = await admission.enter(never);
  const order: string[] = [];
  const enter = async (line: string) => {
    const { signal } = new AbortController();
    standInLine(signal, line);
    const out = await admission.enter(signal);
    order.push(line);
    out();
  };
  const all = ['a', 'a', 'a', 'b'].map(enter);
  leave();
  await Promise.all(all);
  expect(order).toEqual(['a', 'b', 'a', 'a']);
});

test('one that waits may give up, and its turn goes to the next', async () => {
  const admission = new Admission(1);
  const leave = await admission.enter(never);
  const controller = new AbortController();
  const impatient = admission.enter(controller.signal);
  const patient = admission.enter(never);
  controller.abort(new Error('enough'));
  await expect(impatient).rejects.toThrow('enough');
  expect(admission.waiting).toBe(1);
  leave();
  (await patient)();
  expect(admission.running).toBe(0);
  await expect(admission.enter(controller.signal)).rejects.toThrow('enough');
});

test('a limit below one is a mistake', () => {
  expect(() => new Admission(0)).toThrow('invalid concurrency: 0');
});

test('past its room none may wait; once there is some, they may', async () => {
  const admission = new Admission(1, 2);
  const leave = await admission.enter(never);
  const waiting = [admission.enter(never), admission.enter(never)];
  await expect(admission.enter(never)).rejects.toMatchObject({ kind: 'busy', message: '2 queries wait for this data source already.' });
  leave();
  (await waiting[0])();
  const late = admission.enter(never);
  (await waiting[1])();
  (await late)();
  expect([admission.running, admission.waiting]).toEqual([0, 0]);
});
