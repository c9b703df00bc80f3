/** One thing that happens: when (of 2026, UTC), and who does what. */
export type Step = readonly [at: string, what: string];

/** A conversation of the story: through which inbox, with whom, and what happens in it; the first step begins it. */
export interface Told {
  readonly number: number;
  readonly inbox: 'mail' | 'chat';
  readonly contact: string;
  readonly steps: readonly Step[];
}

const told = (number: number, inbox: Told['inbox'], contact: string, ...steps: Step[]): Told => ({ number, inbox, contact, steps });

/** A month at a small desk: Bea, Cem and Dee answer; what each conversation is there for stands beside it. */
export const STORY: readonly Told[] = [
  // answered and closed in one second; the customer reopens it, another takes over
  told(
    1,
    'mail',
    'c1',
    ['03-02 08:14:07', 'asks'],
    ['03-02 10:44:19', 'bea replies'],
    ['03-02 11:02:30', 'asks'],
    ['03-02 11:05:00', 'asks'],
    ['03-02 13:31:11', 'bea replies'],
    ['03-02 13:31:11', 'bea closes'],
    ['03-03 07:59:59', 'asks'],
    ['03-03 09:12:00', 'cem takes'],
    ['03-03 14:20:45', 'cem replies'],
    ['03-04 08:00:00', 'cem closes']
  ),
  // handed over before the answer
  told(
    2,
    'mail',
    'c2',
    ['03-02 16:40:00', 'asks'],
    ['03-02 16:45:00', 'bea takes'],
    ['03-03 08:30:12', 'cem takes'],
    ['03-03 08:30:12', 'cem replies'],
    ['03-05 09:00:00', 'bea closes']
  ),
  // begun by an agent
  told(3, 'mail', 'c3', ['03-03 10:00:00', 'bea replies'], ['03-04 09:00:00', 'asks'], ['03-04 09:30:00', 'bea replies'], ['03-04 09:30:00', 'bea closes']),
  // a note is no answer
  told(
    4,
    'mail',
    'c4',
    ['03-04 12:00:00', 'asks'],
    ['03-04 12:30:00', 'bea notes'],
    ['03-04 15:05:00', 'dee takes'],
    ['03-05 08:45:10', 'dee replies'],
    ['03-06 10:30:00', 'dee closes']
  ),
  // snoozed, and open again by the customer: never closed
  told(
    5,
    'mail',
    'c5',
    ['03-05 07:00:00', 'asks'],
    ['03-05 07:20:00', 'bea takes'],
    ['03-05 09:15:00', 'bea replies'],
    ['03-05 09:15:00', 'bea snoozes'],
    ['03-06 09:00:00', 'asks'],
    ['03-06 09:30:00', 'bea notes']
  ),
  // never answered
  told(6, 'mail', 'c6', ['03-06 15:00:00', 'asks']),
  // answered by a machine alone, and closed
  told(7, 'mail', 'c7', ['03-09 09:00:00', 'asks'], ['03-09 09:00:02', 'robot replies'], ['03-09 09:30:00', 'dee notes'], ['03-09 09:31:00', 'dee closes']),
  // the same customer twice: Chatwoot merges no conversations, the second is just closed
  told(8, 'mail', 'c8', ['03-10 08:00:00', 'asks'], ['03-10 09:10:00', 'bea replies'], ['03-11 09:00:00', 'bea closes']),
  told(9, 'mail', 'c8', ['03-10 08:30:00', 'asks'], ['03-10 09:00:00', 'bea closes']),
  // three closes
  told(
    10,
    'mail',
    'c10',
    ['03-11 10:00:00', 'asks'],
    ['03-11 11:00:00', 'cem replies'],
    ['03-11 11:00:00', 'cem closes'],
    ['03-12 08:00:00', 'asks'],
    ['03-12 08:30:00', 'cem replies'],
    ['03-12 08:30:00', 'cem closes'],
    ['03-13 08:00:00', 'asks'],
    ['03-13 09:00:00', 'bea replies'],
    ['03-13 09:00:00', 'bea closes']
  ),
  // over the summer-time change
  told(12, 'mail', 'c12', ['03-27 16:30:00', 'asks'], ['03-30 07:10:00', 'bea replies'], ['03-30 12:00:00', 'bea closes']),
  // opened again by the agent
  told(
    13,
    'mail',
    'c13',
    ['03-31 08:00:00', 'asks'],
    ['03-31 09:00:00', 'dee replies'],
    ['03-31 09:00:00', 'dee closes'],
    ['04-01 09:00:00', 'dee opens'],
    ['04-01 09:05:00', 'dee replies']
  ),
  // a chat
  told(
    14,
    'chat',
    'c14',
    ['04-01 09:00:00', 'asks'],
    ['04-01 09:00:40', 'cem replies'],
    ['04-01 09:02:00', 'asks'],
    ['04-01 09:03:10', 'cem replies'],
    ['04-01 09:10:00', 'cem closes'],
    ['04-01 09:12:00', 'rates 5']
  ),
  // rated after the second close
  told(
    15,
    'mail',
    'c15',
    ['04-02 09:00:00', 'asks'],
    ['04-02 10:00:00', 'bea replies'],
    ['04-02 10:00:00', 'bea closes'],
    ['04-03 08:00:00', 'asks'],
    ['04-03 10:00:00', 'bea replies'],
    ['04-03 10:00:00', 'bea closes'],
    ['04-03 11:00:00', 'rates 2']
  ),
];

/** What must be said of each conversation, worked by hand: begun by whom, seconds to the first answer, closes, reopenings, seconds from creation to the last close of a closed one, answers, questions. */
export const EXPECTED: ReadonlyArray<
  readonly [number: number, by: string, first: number | null, closes: number, reopens: number, close: number | null, sent: number, received: number]
> = [
  [1, 'customer', 9012, 2, 1, 171_953, 3, 4],
  [2, 'customer', 57_012, 1, 0, 231_600, 1, 1],
  [3, 'agent', null, 1, 0, 84_600, 2, 1],
  [4, 'customer', 74_710, 1, 0, 167_400, 1, 1],
  [5, 'customer', 8100, 0, 0, null, 1, 2],
  [6, 'customer', null, 0, 0, null, 0, 1],
  [7, 'customer', null, 1, 0, 1860, 0, 1],
  [8, 'customer', 4200, 1, 0, 90_000, 1, 1],
  [9, 'customer', null, 1, 0, 1800, 0, 1],
  [10, 'customer', 3600, 3, 2, 169_200, 3, 3],
  [12, 'customer', 225_600, 1, 0, 243_000, 1, 1],
  [13, 'customer', 3600, 1, 1, null, 2, 1],
  [14, 'customer', 40, 1, 0, 600, 2, 2],
  [15, 'customer', 3600, 2, 1, 90_000, 2, 2],
];
