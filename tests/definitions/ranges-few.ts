import { helpdesk, ticket } from '../oracle/builders';
import { at, type Desk, MARCH, rulesOf, written } from './story';

const DAY = 86_400_000;
const closedOn = (day: number, id: string, priority: string) => {
  const created = at('2025-03-01 09:00') + day * DAY;
  return ticket(id, written(created), { priority, closed_at: created + 3_600_000 });
};
// on each of the 31 days one close of low priority, and ten of high: by day a mean of low rests on 1 row, by week on 7
const FEW: Desk = {
  rows: helpdesk({
    ticket: Array.from({ length: 31 }, (_, day) => [
      closedOn(day, `low${day}`, 'low'),
      ...Array.from({ length: 10 }, (__, i) => closedOn(day, `high${day}-${i}`, 'high')),
    ]).flat(),
  }),
};
const DAYS = Array.from({ length: 32 }, (_, day) => written(at('2025-03-01 00:00') + day * DAY));
const WEEKS = ['2025-02-24', '2025-03-03', '2025-03-10', '2025-03-17', '2025-03-24', '2025-03-31', '2025-04-07'].map((day) => `${day} 00:00`);
const of = (priority: string, more: object = {}) => ({
  metric: 'time_to_close',
  groupBy: [],
  timeZone: 'UTC',
  filters: [{ field: 'priority', op: 'equals', values: [priority] }],
  ...more,
});

/** The automatic frequency where buckets have few rows. */
export const few = rulesOf(FEW, MARCH, [
  { rule: 'of a mean or a rate the automatic frequency gives half of the points ten rows', ask: of('low'), tell: 'starts', is: WEEKS },
  { rule: 'where they have them it stays', ask: of('high'), tell: 'starts', is: DAYS },
  { rule: 'it is one for all series, by all of their points', ask: { ...of('low'), filters: [], groupBy: ['priority'] }, tell: 'starts', is: DAYS },
  { rule: 'a count needs none', ask: of('low', { metric: 'closed' }), tell: 'starts', is: DAYS },
  { rule: 'a frequency that is asked for stands', ask: of('low', { frequency: 'day' }), tell: 'starts', is: DAYS },
  {
    rule: 'a range of less than four of the longer ones keeps its own',
    ask: of('low'),
    period: ['2025-03-01 00:00', '2025-03-21 00:00'],
    tell: 'starts',
    is: DAYS.slice(0, 21),
  },
  { rule: 'to a rule it is that of the range', ask: of('low'), by: { fromAlert: true }, tell: 'starts', is: DAYS },
  { rule: 'it is said', ask: of('low'), tell: 'notices', is: ['By week: by day most points would rest on fewer than 10 rows.'] },
  { rule: 'but by a panel that says how it draws', ask: of('low', { drawn: 'lines' }), tell: 'notices', is: [] },
]);
