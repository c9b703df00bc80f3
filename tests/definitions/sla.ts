import { clocks } from './sla-clocks';
import { HOUR, OFFICE, only, sla, WITHOUT } from './sla-desk';
import { ownTargets } from './sla-own-targets';
import { pauses } from './sla-pauses';
import { targets } from './sla-targets';
import { MARCH, rulesOf, type Section } from './story';

const views = rulesOf(OFFICE, MARCH, [
  // office 09:00–16:30
  { rule: 'first response by the first_reply clock’s calendar', ask: sla('time_to_first_response', 'views'), is: 7.5 * HOUR },
  // early: Monday 08:00–15:00 = 7 h; Tuesday 08:00–10:00 = 2 h
  { rule: 'reply times by next_reply’s, also the first turn', ask: sla('customer_wait_time', 'views', { statistics: ['sum', 'count'] }), is: [[9 * HOUR, 2]] },
  // from Monday 16:30 to Tuesday 08:00 by early: 07:00–08:00
  { rule: 'the customer’s reply time too', ask: sla('customer_reply_time', 'views'), is: HOUR },
  { rule: 'close times by close’s, which is 24/7 here', ask: sla('time_to_close', 'views'), is: 28 * HOUR },
  { rule: 'ticket_sla is from ≤ t < to: the policy from 08:00 sharp on', ask: sla('time_to_first_response', 'switched'), is: 7 * HOUR },
  // early: Monday 08:00–15:00
  { rule: 'a promise after the wait began counts from its start', ask: sla('time_to_first_response', 'promised-later'), is: 7 * HOUR },
  // the second turn, Tuesday 06:00–16:00: 07:00–15:00; the first, Monday 08:00–16:30, began under none and is answered under "early": until 15:00
  {
    rule: 'each turn by the policy at its own reply',
    ask: sla('customer_wait_time', 'promised-later', { statistics: ['min', 'max'] }),
    is: [[7 * HOUR, 8 * HOUR]],
  },
  // office until Monday 12:00, early from then on: closed on Monday 18:00, 08:00–15:00
  { rule: 'close times by the policy at the close', ask: sla('time_to_close', 'upgraded'), is: 7 * HOUR },
  // work 08:00–12:00, wait 12:00–18:00
  {
    rule: 'stage times too',
    ask: sla('stage_dwell', 'upgraded', { groupBy: ['stage'] }),
    is: [
      ['wait', 3 * HOUR],
      ['work', 4 * HOUR],
    ],
  },
  {
    rule: 'spans of stages likewise',
    ask: sla('time_in_stage', 'upgraded', { groupBy: ['stage'] }),
    is: [
      ['wait', 3 * HOUR],
      ['work', 4 * HOUR],
    ],
  },
  { rule: 'no policy: the default calendar', ask: sla('time_to_first_response', 'none'), is: 7.5 * HOUR },
  // 08:00–12:00 by early and 12:00–16:30 by office; to the close, 12:00–17:00 by office though close's target is 24/7
  { rule: 'schedule events go before the policy’s calendar, before the first its from_value', ask: sla('time_to_first_response', 'moved'), is: 8.5 * HOUR },
  { rule: 'for every clock', ask: sla('time_to_close', 'moved'), is: 9 * HOUR },
  { rule: 'a calendar of null is 24/7 there too', ask: sla('time_to_close', 'moved-free'), is: 10 * HOUR },
  { rule: 'a policy without a target for the clock promises nothing: the default calendar', ask: sla('time_to_close', 'first-only'), is: 8 * HOUR },
  { rule: 'of two policies in force the one that came later', ask: sla('time_to_first_response', 'twofold'), is: 7 * HOUR },
  { rule: 'pauses never shorten a duration', ask: sla('time_to_close', 'paused'), is: 5 * HOUR },
  // work: 08:00 (first entry) – 13:00 by early; wait 10–12
  {
    rule: 'nor a stage',
    ask: sla('time_in_stage', 'paused', { groupBy: ['stage'] }),
    is: [
      ['wait', 2 * HOUR],
      ['work', 5 * HOUR],
    ],
  },
  // work 2 + 1
  {
    rule: 'stage visits in SLA hours',
    ask: sla('stage_dwell', 'paused', { groupBy: ['stage'] }),
    is: [
      ['wait', 2 * HOUR],
      ['work', 3 * HOUR],
    ],
  },
]);
const without = rulesOf(WITHOUT, MARCH, [
  { rule: 'no policy and no default calendar: null, never 0', ask: sla('time_to_first_response', 'none'), is: null },
  { rule: 'and a notice', ask: sla('time_to_first_response', 'none'), tell: 'notices', is: [expect.stringMatching(/^1 row had no value/)] },
  {
    rule: 'which counts a row once, however many of its tags are shown',
    ask: sla('time_to_first_response', 'none', { groupBy: ['tag'] }),
    tell: 'notices',
    is: [expect.stringMatching(/several/), expect.stringMatching(/^1 row had no value/)],
  },
  {
    rule: 'ranked, too',
    ask: sla('time_to_first_response', 'none', { groupBy: ['tag'], limit: 5 }),
    tell: 'notices',
    is: [expect.stringMatching(/several/), expect.stringMatching(/^1 row had no value/)],
  },
  {
    rule: 'over time, too, and by another dimension besides',
    ask: sla('time_to_first_response', 'none', { view: 'over_time', frequency: 'week', groupBy: ['tag', 'owner'] }),
    tell: 'notices',
    is: [expect.stringMatching(/several/), expect.stringMatching(/^1 row had no value/)],
  },
  {
    rule: 'and not where no tag of it is shown',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views'), groupBy: ['tag'], limit: 1, sort: { by: 'value', direction: 'desc' } }),
    tell: 'notices',
    is: [expect.stringMatching(/several/)],
  },
  {
    rule: 'nulls rank last, descending',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views', 'switched'), groupBy: ['ticket'], sort: { by: 'value', direction: 'desc' } }),
    is: [
      ['views', 7.5 * HOUR],
      ['switched', 7 * HOUR],
      ['none', null],
    ],
  },
  {
    rule: 'and ascending',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views', 'switched'), groupBy: ['ticket'], sort: { by: 'value', direction: 'asc' } }),
    is: [
      ['switched', 7 * HOUR],
      ['views', 7.5 * HOUR],
      ['none', null],
    ],
  },
  {
    rule: 'a mean is of the rows that have a value',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views', 'switched'), statistics: ['mean', 'count'] }),
    is: [[7.25 * HOUR, 2]],
  },
]);
/** docs/definitions.md, "SLA": the views and the targets. Whole stories of clocks stand in tests/sla-tickets. */
export const SLA: Section = { title: 'SLA', rules: [...views, ...without, ...targets, ...ownTargets, ...clocks, ...pauses] };
