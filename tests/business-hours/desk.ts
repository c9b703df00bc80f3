import type { Calendar } from '../../src/shared/calendar';
import { type Interval, union } from '../../src/backend/calendar/intervals';
import { DAY } from '../../src/backend/calendar/units';
import { stage, ticket } from '../oracle/builders';
import { EMPTY_HELPDESK, type Helpdesk, type TicketEventRow } from '../oracle/model';
import type { Question } from './question';

/** The ticket that is closed at the question's end, or long after its budget is used up. */
export const closedTicket = (i: number) => `closed-${i}`;
/** The ticket that stays open, so that its clock runs on. */
export const openTicket = (i: number) => `open-${i}`;

/** Without a budget asked about any will do. */
const ANY_BUDGET = 3_600_000;

/** A change of something of a ticket. */
type Written = Pick<TicketEventRow, 'ticket_id' | 'at' | 'field' | 'from_value' | 'to_value'>;

/**
 * The helpdesk that asks the questions: each is a ticket that is created at its beginning, under a policy of its own with a close clock
 * in the calendar; changes of calendar are its `schedule` events, pauses its visits to a stage that pauses the clock.
 */
export function helpdeskOf(questions: readonly Question[]): Helpdesk {
  const calendars = new Calendars();
  const events: Written[] = [];
  const tickets = questions.flatMap((question, i) => {
    const ids = [closedTicket(i), ...(question.budget === null ? [] : [openTicket(i)])];
    events.push(...ids.flatMap((id) => [...schedule(id, question, calendars), ...pausing(id, question)]));
    events.push({ ticket_id: closedTicket(i), at: question.to ?? lastOf(question) + DAY, field: 'status', from_value: 'open', to_value: 'closed' });
    return ids.map((id) => ({
      row: { ...ticket(id, '2000-01-01'), created_at: question.from, created_by: 'customer' as const },
      policy: String(i),
    }));
  });
  return {
    ...EMPTY_HELPDESK,
    stage: [stage('work', 'open'), stage('pause', 'open', true)],
    ticket: tickets.map(({ row }) => row),
    ticket_sla: tickets.map(({ row, policy }) => ({ ticket_id: row.ticket_id, policy_id: policy, from: null, to: null })),
    ticket_event: events.map((one, n) => ({ ...one, event_id: String(n), actor_id: null, actor_kind: null })),
    sla_target: questions.map(({ calendar, changes, budget }, i) => ({
      policy_id: String(i),
      clock: 'close',
      priority: null,
      valid_from: null,
      target_seconds: (budget ?? ANY_BUDGET) / 1000,
      // a target without a calendar is 24/7 whatever the ticket's schedule
      calendar_id: calendars.idOf(calendar ?? changes.find((one) => one.calendar !== null)?.calendar ?? null),
      pauses: true,
    })),
    ...calendars.rows(),
  };
}

/** The last instant that a question names. */
function lastOf({ from, pauses, changes }: Question): number {
  return Math.max(from, ...pauses.flatMap(({ start, end }) => [start, end]).filter(Number.isFinite), ...changes.map(({ at }) => at));
}

/** The events that give a ticket its calendars in turn. */
function schedule(ticketId: string, { calendar, changes }: Question, calendars: Calendars): Written[] {
  let before = calendars.idOf(calendar);
  return [...changes]
    .sort((a, b) => a.at - b.at)
    .map((change) => {
      const event: Written = { ticket_id: ticketId, at: change.at, field: 'schedule', from_value: before, to_value: calendars.idOf(change.calendar) };
      before = event.to_value;
      return event;
    });
}

/** The events that bring a ticket into the stage that pauses, and out of it. */
function pausing(ticketId: string, { pauses }: Question): Written[] {
  return union(pauses).flatMap(({ start, end }: Interval) => [
    { ticket_id: ticketId, at: start, field: 'stage' as const, from_value: 'work', to_value: 'pause' },
    ...(end === Infinity ? [] : [{ ticket_id: ticketId, at: end, field: 'stage' as const, from_value: 'pause', to_value: 'work' }]),
  ]);
}

/** The calendars of some questions, each once however many ask for it. */
class Calendars {
  private readonly known = new Map<string, { readonly id: string; readonly calendar: Calendar }>();

  idOf(calendar: Calendar | null): string | null {
    if (calendar === null) {
      return null;
    }
    const key = JSON.stringify([calendar.timeZone, calendar.hours, calendar.exceptions]);
    const one = this.known.get(key) ?? { id: `calendar-${this.known.size}`, calendar };
    this.known.set(key, one);
    return one.id;
  }

  rows(): Pick<Helpdesk, 'calendar' | 'calendar_hours' | 'calendar_exception'> {
    const all = [...this.known.values()];
    return {
      calendar: all.map(({ id, calendar }) => ({ calendar_id: id, name: null, time_zone: calendar.timeZone })),
      calendar_hours: all.flatMap(({ id, calendar }) =>
        calendar.hours.map(({ weekday, start, end, validFrom, validTo }) => ({
          calendar_id: id,
          weekday,
          start,
          end,
          valid_from: validFrom,
          valid_to: validTo,
        }))
      ),
      calendar_exception: all.flatMap(({ id, calendar }) => calendar.exceptions.map((one) => ({ calendar_id: id, ...one }))),
    };
  }
}
