import { HOUR } from '../../calendar/units';
import { dialect } from '../../query/dialect';
import { name, raw, sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import type { Check } from './check';

/** Of fewer rows some may lie on full hours by chance. */
const ENOUGH = 20;
/** One in 3,600 does by chance, where seconds are kept; somebody's habits make it a few more. */
const MANY = 0.2;

/** What is looked at: rows, the instant of each, and what is said of them. */
const LOOKED_AT = [
  { fact: 'close_fact', at: 'closed_at', what: 'closes lie', column: 'the close’s instant (ticket_event.at, ticket.closed_at)' },
  { fact: 'ticket_fact', at: 'created_at', what: 'tickets are created', column: 'ticket.created_at' },
  { fact: 'message_fact', at: 'sent_at', what: 'messages are sent', column: 'message.sent_at' },
] as const;

/** Instants that lie on full hours far too often: a date alone, or an hour, was kept of them. */
export const fullHours: Check = async ({ ask }) => {
  const remarks: Remark[] = [];
  for (const { fact, at, what, column } of LOOKED_AT) {
    const instant = sql`f.${name(at)}`;
    const isFull = sql`${instant} = (${dialect.wholeDivision(instant, raw(String(HOUR)))}) * ${raw(String(HOUR))}`;
    const [found] = await ask(
      ['all_rows', 'full_hours', 'example'],
      sql`
      SELECT ${dialect.double(raw('count(*)'))} AS all_rows, ${dialect.double(dialect.countIf(isFull))} AS full_hours, min(CASE WHEN ${isFull} THEN d.id END) AS example
      FROM ${name(fact)} f
      JOIN dim_ticket d ON d.ix = f.ticket_ix
      WHERE f.excluded = 0`
    );
    const [all, full] = [Number(found?.all_rows ?? 0), Number(found?.full_hours ?? 0)];
    if (all >= ENOUGH && full >= MANY * all) {
      remarks.push({
        kind: 'suspicion',
        text: `${full.toLocaleString('en')} of ${all.toLocaleString('en')} ${what} on a full hour, to the second: durations are no better than that.`,
        example: `ticket "${String(found.example)}"`,
        mend: `Give ${column} from a column that keeps seconds, such as the history’s own, not from a date; or the rows are written by a nightly job.`,
      });
    }
  }
  return remarks;
};
