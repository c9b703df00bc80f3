import { decodedRows } from '../decoded-rows';
import type { Flavour } from '../flavour';
import type { Here, LayoutDocuments, LayoutSelect } from '../layout';
import { customColumns } from './attributes';
import { ASKED, conditionOf } from './selectors';

/** SLAs in the order in which Zammad looks for the one of a ticket; the condition is YAML in a text. */
export const slas: LayoutDocuments = {
  reads: { slas: ['id', 'name', 'condition', 'created_at'] },
  select: () => 'SELECT id, name, "condition" FROM slas ORDER BY name, created_at, id',
};

/** An SLA and which tickets have it, if no earlier one has them; null: all that no other has. */
interface Applied {
  readonly id: string;
  readonly when: string | null;
}

/** The SLAs whose conditions can be told here, in order, and what the others ask. */
function applied(sql: Flavour, here: Here): { readonly told: readonly Applied[]; readonly doubts: readonly string[] } {
  const columns = [...ASKED.filter((column) => here.has('tickets', column)), ...customColumns(here).map(({ name }) => name)];
  const told: Applied[] = [];
  const doubts: string[] = [];
  for (const { id, name, condition } of here.documents('slas')) {
    try {
      told.push({ id: String(id), when: conditionOf(condition, { sql, columns }) });
    } catch (error) {
      doubts.push(`Which tickets have the SLA ${JSON.stringify(name)} cannot be told, so that none has it: ${(error as Error).message}.`);
    }
  }
  return { told, doubts };
}

/** What of SLAs cannot be told, in a sentence each. */
export const slaDoubts = (here: Here, sql: Flavour): readonly string[] => applied(sql, here).doubts;

/** SLAs in which several are tried one after the other: of each ticket and each SLA whether the ticket has it. */
function rowsOf(sql: Flavour, here: Here): string {
  const { told } = applied(sql, here);
  const tried = told.filter(({ when }) => when !== null);
  // Zammad takes the last of those without a condition
  const fallback = told.filter(({ when }) => when === null).slice(-1);
  if (told.length === 0) {
    return decodedRows<'ticket_sla'>(sql, ['ticket_id', 'policy_id', 'from', 'to', 'updated_at'], []);
  }
  const columns = (id: string, to: string): string => `t.id AS ticket_id, ${sql.literal(id)} AS policy_id, t.created_at AS "from", ${to} AS "to", t.updated_at`;
  if (tried.length === 0) {
    return `SELECT ${columns(fallback[0].id, 'CASE WHEN 1 = 0 THEN t.created_at END')} FROM tickets t`;
  }
  const none = '';
  const which = `CASE ${tried.map(({ id, when }) => `WHEN ${String(when)} THEN ${sql.literal(id)}`).join(' ')} ELSE ${sql.literal(fallback[0]?.id ?? none)} END`;
  // a ticket that has another SLA tomorrow must not keep this one's row: each has a row of each SLA, which is empty where it does not have it
  return [...tried, ...fallback]
    .map(
      ({ id }) =>
        `SELECT ${columns(id, `CASE WHEN t.policy <> ${sql.literal(id)} THEN t.created_at END`)} FROM (SELECT t.id, t.created_at, t.updated_at, ${which} AS policy FROM tickets t) AS t`
    )
    .join(' UNION ALL ');
}

/** Minutes of an SLA’s clock; nothing is promised where there are none. */
const promised = (clock: string, minutes: string): string => `
  SELECT s.id AS policy_id, '${clock}' AS clock, ${minutes} * 60 AS target_seconds, s.calendar_id, true AS pauses
  FROM slas s
  WHERE ${minutes} > 0`;

/** What SLAs promise, in the hours of their calendars; in states that do not escalate the clocks stand still. */
export const slaTarget: LayoutSelect<'sla_target'> = {
  reads: { slas: ['id', 'calendar_id', 'first_response_time', 'response_time', 'update_time', 'solution_time'] },
  select: (sql) => `
    SELECT p.policy_id, p.clock, p.target_seconds, ${sql.concat(`'calendar-'`, sql.text('p.calendar_id'))} AS calendar_id, p.pauses
    FROM (
      ${promised('first_reply', 's.first_response_time')}
      UNION ALL
      ${promised('next_reply', 'coalesce(nullif(s.response_time, 0), s.update_time)')}
      UNION ALL
      ${promised('close', 's.solution_time')}
    ) AS p`,
  without: { priority: 'its SLAs know none but by their conditions', valid_from: 'it keeps today’s targets only' },
};

/** Which SLA each ticket has, as its condition reads today. */
export const ticketSla: LayoutSelect<'ticket_sla'> = {
  reads: { tickets: ['id', 'created_at', 'updated_at'] },
  maybe: {
    tickets: [...ASKED],
    tags: ['o_id', 'tag_item_id', 'tag_object_id'],
    tag_items: ['id', 'name'],
    tag_objects: ['id', 'name'],
  },
  select: rowsOf,
};
