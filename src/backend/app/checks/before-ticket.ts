import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import { rows, tickets } from '../answers/rows';
import type { Check } from './check';

/** Messages that are older than their ticket: no first reply can be measured from them. */
export const beforeTicket: Check = async ({ ask }) => {
  const [found] = await ask(
    ['messages', 'tickets', 'example'],
    sql`
    SELECT ${dialect.double(raw('count(*)'))} AS messages, ${dialect.double(raw('count(DISTINCT t.ticket_ix)'))} AS tickets, min(d.id) AS example
    FROM message_fact m
    JOIN ticket_fact t ON t.ticket_ix = m.ticket_ix
    JOIN dim_ticket d ON d.ix = t.ticket_ix
    WHERE m.sent_at < t.created_at AND t.excluded = 0`
  );
  const count = Number(found?.messages ?? 0);
  return count === 0
    ? []
    : [
        {
          kind: 'contradiction',
          text: `${rows(count)} of message are older than their ticket (${tickets(Number(found.tickets))}): a first reply among them is in no report.`,
          example: `ticket "${String(found.example)}"`,
          mend: 'Give ticket.created_at the earlier instant: LEAST(created_at, first_message_at) AS created_at. Where only one of both columns has a zone, convert the other.',
        },
      ];
};
