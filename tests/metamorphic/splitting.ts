import type { HelpdeskQuery } from '../../src/shared/query';
import type { Helpdesk, TicketEventRow } from '../oracle/model';
import { totals } from './asked';
import type { Ask } from './generated-desk';

/** How long a ticket that is closed for a while is closed, in milliseconds. */
const WHILE = 3 * 3_600_000;

/**
 * The same helpdesk, in which every ticket whose history is its status events is closed for some hours and opened again, if it is open at that
 * instant: `at` milliseconds after its creation.
 */
export function withSplits(helpdesk: Helpdesk, at: number): Helpdesk {
  const splits = helpdesk.ticket.flatMap(({ ticket_id, created_at }): TicketEventRow[] => {
    const history = helpdesk.ticket_event.filter((event) => event.ticket_id === ticket_id && event.field === 'status').sort((a, b) => a.at - b.at);
    const [from, to] = [created_at + at, created_at + at + WHILE];
    const last = history.findLast((event) => event.at < from);
    const isQuiet = !history.some((event) => event.at >= from && event.at <= to);
    if (!last || !isQuiet || !['new', 'open'].includes(last.to_value ?? 'open')) {
      return [];
    }
    const split = { ticket_id, field: 'status', actor_id: null, actor_kind: null } as const;
    return [
      { ...split, event_id: `zz-${ticket_id}-1`, at: from, from_value: last.to_value, to_value: 'closed' },
      { ...split, event_id: `zz-${ticket_id}-2`, at: to, from_value: 'closed', to_value: last.to_value },
    ];
  });
  return { ...helpdesk, ticket_event: [...helpdesk.ticket_event, ...splits] };
}

/** Tickets whose customers waited longer for their answers once their tickets were closed in between. */
export async function longerWaits(whole: Ask, split: Ask): Promise<readonly string[]> {
  const found: string[] = [];
  for (const metric of ['customer_wait_time', 'longest_wait']) {
    const query: HelpdeskQuery = { metric, groupBy: ['ticket'], statistics: ['max'] };
    const [before, after] = [await totals(whole, query), await totals(split, query)];
    for (const [ticket, { values }] of after) {
      const was = before.get(ticket)?.values[0] ?? null;
      if (was !== null && (values[0] ?? 0) > was) {
        found.push(`${metric} ${ticket}: ${values[0]} s, ${was} s before the split`);
      }
    }
  }
  return found;
}
