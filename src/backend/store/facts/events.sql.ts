import type { Dictionary } from '../../../shared/catalog/dictionaries';
import { PERSON_KEYS } from '../../../shared/catalog/dimensions';
import { text } from '../../duckdb/sql-text';
import type { Build } from './build';
import { idOrder } from './id-order.sql';

/** The fields whose history facts need, and the dictionary of their values. */
export const FIELDS = {
  owner: 'agent',
  team: 'team',
  priority: 'priority',
  status: 'status',
  stage: 'stage',
  schedule: 'calendar',
} as const satisfies Readonly<Record<string, Dictionary>>;

/** A field of these. */
export type Field = keyof typeof FIELDS;

const NAMES = Object.keys(FIELDS) as readonly Field[];

/** The number that d_event has of a field. */
export const fieldKey = (field: Field): number => NAMES.indexOf(field) + 1;

/**
 * d_event (field, ticket_ix, created_at, at, event_key, from_ix, to_ix, actor_ix, actor_kind): the events of these fields with all that they name by
 * key, so that each text is looked up once; event_key settles their order (see idOrder). ticket_ix is null where the ticket is missing, whatever
 * the field; of these d_stray_event has the instants. actor_kind is a key of PERSON_KEYS; actor_ix is known of status and stage alone.
 */
export async function createEvents(build: Build): Promise<void> {
  const values = NAMES.map((field) => `SELECT ${text(field)} AS field, id, ix FROM ${build.target(`dim_${FIELDS[field]}`)} WHERE ix > 0`);
  const key = NAMES.map((field) => `WHEN ${text(field)} THEN ${fieldKey(field)}`);
  await build.temp(
    'd_event',
    `
    WITH value AS MATERIALIZED (${values.join(' UNION ALL ')})
    SELECT (CASE e.field ${key.join(' ')} ELSE 0 END)::TINYINT AS field, t.ix AS ticket_ix, t.created_at, e.at, ${idOrder('e.event_id')} AS event_key,
      coalesce(f.ix, 0)::INTEGER AS from_ix, coalesce(v.ix, 0)::INTEGER AS to_ix, coalesce(a.ix, 0)::INTEGER AS actor_ix, ${personKey('e.actor_kind')} AS actor_kind
    FROM ${build.source('ticket_event')} e
    LEFT JOIN ${build.target('dim_ticket')} t ON t.id = e.ticket_id
    LEFT JOIN value f ON f.field = e.field AND f.id = e.from_value
    LEFT JOIN value v ON v.field = e.field AND v.id = e.to_value
    LEFT JOIN ${build.target('dim_actor')} a ON a.id = e.actor_id
    WHERE e.field IN (${NAMES.map(text).join(', ')}) OR t.ix IS NULL`
  );
  await build.temp('d_stray_event', 'SELECT DISTINCT "at" FROM d_event WHERE ticket_ix IS NULL');
}

/** The key of a word of actor_kind; 0 = not said. */
export function personKey(word: string): string {
  const keys = Object.entries(PERSON_KEYS).map(([one, key]) => `WHEN ${text(one)} THEN ${key}`);
  return `(CASE ${word} ${keys.join(' ')} ELSE 0 END)::TINYINT`;
}
