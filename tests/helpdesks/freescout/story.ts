import type { Desk } from './desk';

/** Some weeks at a small desk; what each conversation is there for stands beside it. */
export async function tellStory(desk: Desk): Promise<void> {
  // closed with the answer; the customer reopens it, another takes over and closes
  await desk.open(1, '03-02 08:14:07');
  await desk.reply(1, '03-02 10:44:19', 'bea');
  await desk.ask(1, '03-02 11:02:30');
  await desk.reply(1, '03-02 13:31:11', 'bea', 'closed');
  await desk.ask(1, '03-03 07:59:59');
  await desk.assign(1, '03-03 09:12:00', 'bea', 'cem');
  await desk.reply(1, '03-03 14:20:45', 'cem');
  await desk.become(1, '03-04 08:00:00', 'cem', 'closed');
  // begun by an agent
  await desk.open(2, '03-03 10:00:00', { by: 'bea', owner: 'bea' });
  await desk.ask(2, '03-04 09:00:00');
  await desk.reply(2, '03-04 09:30:00', 'bea', 'closed');
  // a note is no answer; another mailbox
  await desk.open(3, '03-04 12:00:00');
  await desk.note(3, '03-04 12:30:00', 'bea');
  await desk.move(3, '03-04 15:00:00', 'bea', 2);
  await desk.assign(3, '03-04 15:05:00', 'bea', 'dee');
  await desk.reply(3, '03-05 08:45:10', 'dee', 'closed');
  // nobody answered
  await desk.open(4, '03-06 15:00:00');
  // merged into the next
  await desk.open(5, '03-10 08:00:00');
  await desk.open(6, '03-10 08:30:00');
  await desk.merge(6, '03-10 09:00:00', 'bea', 5);
  await desk.reply(5, '03-10 09:10:00', 'bea', 'closed');
  // over the summer-time change of the program's zone
  await desk.open(7, '03-06 16:30:00');
  await desk.reply(7, '03-09 12:10:00', 'bea', 'closed');
  // three closes
  await desk.open(8, '04-01 10:00:00');
  await desk.reply(8, '04-01 11:00:00', 'cem', 'closed');
  await desk.ask(8, '04-02 08:00:00');
  await desk.reply(8, '04-02 08:30:00', 'cem', 'closed');
  await desk.become(8, '04-03 08:00:00', 'bea', 'active');
  await desk.reply(8, '04-03 09:00:00', 'bea', 'closed');
  // a call, noted
  await desk.open(9, '04-03 10:00:00', { by: 'bea', isCall: true, owner: 'bea' });
}

/** What must be said of each conversation, worked by hand: its number, who began it, seconds to the first answer, closes, reopenings, seconds to the last close of a closed one, answers, questions, notes. */
export const EXPECTED: ReadonlyArray<
  readonly [id: number, by: string, first: number | null, closes: number, reopens: number, close: number | null, sent: number, received: number, notes: number]
> = [
  [1, 'customer', 9012, 2, 1, 171_953, 3, 3, 0],
  [2, 'agent', null, 1, 0, 84_600, 2, 1, 0],
  [3, 'customer', 74_710, 1, 0, 74_710, 1, 1, 1],
  [4, 'customer', null, 0, 0, null, 0, 1, 0],
  [5, 'customer', 4200, 1, 0, 4200, 1, 2, 0],
  [6, 'customer', null, 1, 0, 1800, 0, 0, 0],
  [7, 'customer', 243_600, 1, 0, 243_600, 1, 1, 0],
  [8, 'customer', 3600, 3, 2, 169_200, 3, 2, 0],
  [9, 'agent', null, 0, 0, null, 0, 0, 1],
];
