import type { Desk } from './desk';

/** Some weeks at a small desk; what each ticket is there for stands beside it. */
export async function tellStory(desk: Desk): Promise<void> {
  // answered and closed in one second; the customer reopens it, another takes over and closes
  await desk.open(1, '03-02 08:14:07');
  await desk.reply(1, '03-02 10:44:19', 'bea');
  await desk.ask(1, '03-02 11:02:30');
  await desk.reply(1, '03-02 13:31:11', 'bea', 'closed');
  await desk.ask(1, '03-03 07:59:59');
  await desk.assign(1, '03-03 09:12:00', 'bea', 'cem');
  await desk.reply(1, '03-03 14:20:45', 'cem');
  await desk.become(1, '03-04 08:00:00', 'cem', 'resolved');
  // closed by another than who answered; closed again from resolved, which is no second close
  await desk.open(2, '03-02 16:40:00');
  await desk.reply(2, '03-03 08:30:00', 'cem');
  await desk.become(2, '03-05 09:00:00', 'bea', 'resolved');
  await desk.become(2, '03-09 09:00:00', 'bea', 'closed');
  // typed by an agent; the customer answers
  await desk.open(3, '03-03 10:00:00', { by: 'bea' });
  await desk.reply(3, '03-03 10:05:00', 'bea');
  await desk.ask(3, '03-04 09:00:00');
  // a note is no answer; another department
  await desk.open(4, '03-04 12:00:00');
  await desk.note(4, '03-04 12:30:00', 'bea');
  await desk.transfer(4, '03-04 15:00:00', 'bea', 2);
  await desk.reply(4, '03-05 08:45:10', 'dee', 'archived');
  // nobody answered
  await desk.open(5, '03-06 15:00:00');
  // merged into the next
  await desk.open(6, '03-10 08:00:00');
  await desk.open(7, '03-10 08:30:00');
  await desk.merge(7, '03-10 09:00:00', 'bea', 6);
  await desk.reply(6, '03-10 09:10:00', 'bea', 'closed');
  // over the summer-time change
  await desk.open(8, '03-27 16:30:00');
  await desk.reply(8, '03-30 07:10:00', 'bea', 'closed');
  // three closes
  await desk.open(9, '04-01 10:00:00');
  await desk.reply(9, '04-01 11:00:00', 'cem', 'resolved');
  await desk.ask(9, '04-02 08:00:00');
  await desk.reply(9, '04-02 08:30:00', 'cem', 'resolved');
  await desk.become(9, '04-03 08:00:00', 'bea', 'open');
  await desk.reply(9, '04-03 09:00:00', 'bea', 'closed');
  // deleted: nothing of it is left but what was done
  await desk.open(10, '04-03 10:00:00');
  await desk.remove(10, '04-03 11:00:00');
}

/** What must be said of each ticket, worked by hand: its number, who began it, seconds to the first answer, closes, reopenings, seconds to the last close of a closed one, answers, questions, notes. */
export const EXPECTED: ReadonlyArray<
  readonly [id: number, by: string, first: number | null, closes: number, reopens: number, close: number | null, sent: number, received: number, notes: number]
> = [
  [1, 'customer', 9012, 2, 1, 171_953, 3, 3, 0],
  [2, 'customer', 57_000, 1, 0, 231_600, 1, 1, 0],
  [3, 'agent', null, 0, 0, null, 1, 1, 0],
  [4, 'customer', 74_710, 1, 0, 74_710, 1, 1, 1],
  [5, 'customer', null, 0, 0, null, 0, 1, 0],
  [6, 'customer', 4200, 1, 0, 4200, 1, 2, 0],
  [7, 'customer', null, 1, 0, 1800, 0, 0, 0],
  [8, 'customer', 225_600, 1, 0, 225_600, 1, 1, 0],
  [9, 'customer', 3600, 3, 2, 169_200, 3, 2, 0],
];
