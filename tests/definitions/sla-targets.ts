import { HOUR, OFFICE, only, sla, clock, told } from './sla-desk';
import { at, MARCH, rulesOf } from './story';

/** Which target a clock has, and when it is met, missed or at risk. */
export const targets = rulesOf(OFFICE, MARCH, [
  // low since 12:00, whose own row is not valid yet: 4 h from 09:00
  {
    rule: 'the target of the priority when the clock ends',
    ask: told('high'),
    is: [['First reply', 4 * HOUR, '2025-03-03 13:00', '2025-03-03 16:30']],
  },
  // high since 12:00: 2 h from 09:00, also of the version that began after the ticket
  {
    rule: 'of the exact priority, not a newer one of any priority, in its newest version, from the clock’s own start',
    ask: told('raised'),
    is: [['First reply', 2 * HOUR, '2025-03-03 11:00', '2025-03-03 16:30']],
  },
  {
    rule: 'a row that is not valid yet is none: the one of any priority',
    ask: told('low'),
    is: [['First reply', 4 * HOUR, '2025-03-03 13:00', '2025-03-03 16:30']],
  },
  { rule: 'a priority without a row likewise', ask: told('medium'), is: [['First reply', 4 * HOUR, '2025-03-03 13:00', '2025-03-03 16:30']] },
  {
    rule: 'breached is dated at the due instant',
    ask: clock('sla_breaches', 'late', { view: 'over_time', frequency: 'day' }),
    period: ['2025-03-03 00:00', '2025-03-05 00:00'],
    is: [
      ['2025-03-03 00:00', 1],
      ['2025-03-04 00:00', 0],
    ],
  },
  {
    rule: 'and attainment has it there',
    ask: clock('sla_attainment', 'late', { view: 'over_time', frequency: 'day' }),
    period: ['2025-03-03 00:00', '2025-03-05 00:00'],
    is: [
      ['2025-03-03 00:00', 0],
      ['2025-03-04 00:00', null],
    ],
  },
  // Tuesday 08:00 + 2 h of early = 10:00, answered at 10:00 sharp
  {
    rule: 'exactly the target is met, and dated at the event',
    ask: { ...sla('sla_attainment', 'views', { hours: 'all' }), filters: [...only('views'), { field: 'clock', op: 'equals', values: ['next_reply'] }] },
    period: ['2025-03-04 10:00', '2025-03-04 10:00:00.001'],
    is: 1,
  },
  { rule: 'the owner at the due instant, at that very millisecond', ask: clock('sla_breaches', 'handed', { groupBy: ['owner'] }), is: [['ann', 1]] },
  {
    rule: 'clocks that tie in a ranking go by their ids as text',
    ask: sla('sla_attainment', 'views', { hours: 'all', groupBy: ['clock'], statistics: ['n'], sort: { by: 'n', direction: 'desc' } }),
    is: [
      ['Close', 1],
      ['First reply', 1],
      ['Next reply', 1],
    ],
  },
  { rule: 'running is in neither', ask: clock('sla_attainment', 'late', { asOf: at('2025-03-03 13:00') }), tell: 'n', is: 0 },
  // due at 13:00: 30 minutes after 12:30
  { rule: 'at risk is due at or before asOf + 30 minutes', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 12:30') }), is: 1 },
  { rule: 'and not a millisecond after them', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 12:29:59.999') }), is: 0 },
  { rule: 'or after the minutes asked for', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 11:00'), withinMinutes: 120 }), is: 1 },
  { rule: 'breached is no longer at risk', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 13:00:00.001') }), is: 0 },
  // early until 12:00, then office: 08:00 + 4 h
  {
    rule: 'schedule events take the place of a target’s calendar',
    ask: told('moved'),
    is: [['First reply', 4 * HOUR, '2025-03-03 12:00', '2025-03-03 16:30']],
  },
  {
    rule: 'a target without one keeps real time all the same',
    ask: { ...told('moved'), filters: [...only('moved'), { field: 'clock', op: 'equals', values: ['close'] }] },
    is: [['Close', 16 * HOUR, '2025-03-04 00:00', '2025-03-03 18:00']],
  },
  {
    rule: 'also while it runs',
    ask: { ...sla('time_to_breach', 'moved'), asOf: at('2025-03-03 17:30'), filters: [...only('moved'), { field: 'clock', op: 'equals', values: ['close'] }] },
    is: 6.5 * HOUR,
  },
  {
    rule: 'a target without a calendar is 24/7: 16 h from Monday 08:00',
    ask: { ...told('views'), filters: [...only('views'), { field: 'calendar', op: 'is_empty' }] },
    is: [['Close', 16 * HOUR, '2025-03-04 00:00', '2025-03-04 12:00']],
  },
]);
