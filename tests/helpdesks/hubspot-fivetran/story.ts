/** One thing that happens: when (of 2026, UTC), and who does what. */
export type Step = readonly [at: string, what: string];

/** A ticket of the story: how it came, whose it is, and what happens in it; the first step begins it. */
export interface Told {
  readonly number: number;
  readonly by: 'mail' | 'form' | 'phone';
  readonly contact: string;
  readonly steps: readonly Step[];
}

const told = (number: number, by: Told['by'], contact: string, ...steps: Step[]): Told => ({ number, by, contact, steps });

/** A month at a small desk: Bea, Cem and Dee answer; what each ticket is there for stands beside it. */
export const STORY: readonly Told[] = [
  // answered and closed in one second; the customer’s mail opens it again, another takes over
  told(
    1,
    'mail',
    'Ann',
    ['03-02 08:14:07', 'asks'],
    ['03-02 10:44:19', 'bea replies'],
    ['03-02 11:02:30', 'asks'],
    ['03-02 11:05:00', 'asks'],
    ['03-02 13:31:11', 'bea replies'],
    ['03-02 13:31:11', 'bea closes'],
    ['03-03 07:59:59', 'asks'],
    ['03-03 07:59:59', 'opens'],
    ['03-03 09:12:00', 'cem takes'],
    ['03-03 14:20:45', 'cem replies'],
    ['03-04 08:00:00', 'cem closes']
  ),
  // a form without an e-mail of its own, handed over before the answer
  told(
    2,
    'form',
    'Ben',
    ['03-02 16:40:00', 'comes'],
    ['03-02 16:45:00', 'bea takes'],
    ['03-03 08:30:12', 'cem takes'],
    ['03-03 08:30:12', 'cem replies'],
    ['03-05 09:00:00', 'bea closes']
  ),
  // a call that an agent typed; what was promised comes by e-mail
  told(
    3,
    'phone',
    'Cas',
    ['03-03 10:00:00', 'bea types'],
    ['03-03 11:00:00', 'bea replies'],
    ['03-04 09:00:00', 'asks'],
    ['03-04 09:30:00', 'bea replies'],
    ['03-04 09:30:00', 'bea closes']
  ),
  // a note is no answer; the customer is waited for, and the ticket stays open meanwhile
  told(
    4,
    'mail',
    'Dan',
    ['03-04 12:00:00', 'asks'],
    ['03-04 12:30:00', 'bea notes'],
    ['03-05 08:45:10', 'dee replies'],
    ['03-05 08:45:10', 'dee waits'],
    ['03-06 10:30:00', 'dee closes']
  ),
  // never answered
  told(5, 'mail', 'Eli', ['03-06 15:00:00', 'asks']),
  // two closes; the agent opens it the second time, and it stays open
  told(
    6,
    'mail',
    'Fay',
    ['03-11 10:00:00', 'asks'],
    ['03-11 11:00:00', 'cem replies'],
    ['03-11 11:00:00', 'cem closes'],
    ['03-12 08:00:00', 'asks'],
    ['03-12 08:00:00', 'opens'],
    ['03-12 08:30:00', 'cem replies'],
    ['03-12 08:30:00', 'cem closes'],
    ['03-13 09:00:00', 'cem opens'],
    ['03-13 09:05:00', 'cem replies']
  ),
  // over the summer-time change
  told(7, 'mail', 'Gus', ['03-27 16:30:00', 'asks'], ['03-30 07:10:00', 'bea replies'], ['03-30 12:00:00', 'bea closes']),
  // closed without an answer
  told(8, 'mail', 'Ann', ['03-31 08:30:00', 'asks'], ['03-31 09:00:00', 'bea closes']),
];

/** What must be said of each ticket, worked by hand: begun by whom, seconds to the first answer, closes, reopenings, seconds from creation to the last close of a closed one, answers, questions, notes. */
export const EXPECTED: ReadonlyArray<
  readonly [
    number: number,
    by: string,
    first: number | null,
    closes: number,
    reopens: number,
    close: number | null,
    sent: number,
    received: number,
    notes: number,
  ]
> = [
  [1, 'customer', 9012, 2, 1, 171_953, 3, 4, 0],
  [2, 'customer', 57_012, 1, 0, 231_600, 1, 0, 0],
  [3, 'agent', null, 1, 0, 84_600, 2, 1, 0],
  [4, 'customer', 74_710, 1, 0, 167_400, 1, 1, 1],
  [5, 'customer', null, 0, 0, null, 0, 1, 0],
  [6, 'customer', 3600, 2, 2, null, 3, 2, 0],
  [7, 'customer', 225_600, 1, 0, 243_000, 1, 1, 0],
  [8, 'customer', null, 1, 0, 1800, 0, 1, 0],
];
