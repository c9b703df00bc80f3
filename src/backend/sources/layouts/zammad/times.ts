import type { Flavour } from '../flavour';
import type { Here, LayoutSelect } from '../layout';
import { somebody } from './words';

/** What the activity of an entry is called, which later versions know. */
const isTyped = ({ has }: Here): boolean => has('ticket_time_accountings', 'type_id') && has('ticket_time_accounting_types', 'name');

/** Time that was accounted for, in Zammad’s units, which are minutes unless an administrator calls them otherwise. */
export const timeEntry: LayoutSelect<'time_entry'> = {
  reads: { ticket_time_accountings: ['id', 'ticket_id', 'time_unit', 'created_by_id', 'created_at', 'updated_at'] },
  maybe: { ticket_time_accountings: ['type_id'], ticket_time_accounting_types: ['id', 'name'] },
  select: (_: Flavour, here: Here) => `
    SELECT e.id AS entry_id, e.ticket_id, ${somebody('e.created_by_id')} AS agent_id, e.created_at AS "at", e.time_unit * 60 AS seconds,
      ${isTyped(here) ? 'y.name' : 'NULL'} AS activity, e.updated_at
    FROM ticket_time_accountings e${isTyped(here) ? ' LEFT JOIN ticket_time_accounting_types y ON y.id = e.type_id' : ''}`,
  optional: 'time accounting is not there',
};
