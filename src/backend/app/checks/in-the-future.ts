import { dialect } from '../../query/dialect';
import { literal, name, raw, sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import type { Check } from './check';

/** Clocks of servers differ by so much, in milliseconds. */
const TOLERANCE = 300_000;

/** What is looked at: rows, the instant of each, and the column that it comes from. */
const LOOKED_AT = [
  { fact: 'ticket_fact', at: 'created_at', column: 'ticket.created_at' },
  { fact: 'message_fact', at: 'sent_at', column: 'message.sent_at' },
  { fact: 'close_fact', at: 'closed_at', column: 'the instants of closes' },
] as const;

/** Instants that had not come yet when they were read: local times of a zone east of the one by which they are read. */
export const inTheFuture: Check = async ({ ask, meta: { loadedAt }, settings }) => {
  const remarks: Remark[] = [];
  for (const { fact, at, column } of LOOKED_AT) {
    const [found] = await ask(
      ['many', 'newest', 'example'],
      sql`
      SELECT ${dialect.double(raw('count(*)'))} AS many, ${dialect.double(sql`max(f.${name(at)})`)} AS newest, min(d.id) AS example
      FROM ${name(fact)} f
      JOIN dim_ticket d ON d.ix = f.ticket_ix
      WHERE f.${name(at)} > ${literal(loadedAt + TOLERANCE)}`
    );
    const many = Number(found?.many ?? 0);
    if (many > 0) {
      const newest = new Date(Number(found.newest)).toISOString();
      remarks.push({
        kind: 'suspicion',
        text: `${many === 1 ? '1 instant' : `${many.toLocaleString('en')} instants`} of ${column} ${many === 1 ? 'lies' : 'lie'} in the future, the latest is ${newest}: local times may be read as ${settings.source.databaseTimeZone}.`,
        example: `ticket "${String(found.example)}"`,
        mend: "Set source.databaseTimeZone to the zone of the helpdesk’s clocks, such as Europe/Amsterdam; where a view gives an instant with a zone, convert in it: column AT TIME ZONE 'Europe/Amsterdam'.",
      });
    }
  }
  return remarks;
};
