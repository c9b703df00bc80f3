import type { Names } from '../../shared/names';
import type { Series } from '../query/answer/series';
import type { Plan } from '../query/plan';
import type { FieldConfig, FrameField } from './frame';
import { HIDDEN } from './hidden';

/** For whom a table of tickets is, and where the helpdesk has them. */
interface TicketContext {
  readonly plan: Plan;
  /** An alert request. */
  readonly alert: boolean;
  readonly names: Names;
  /** A ticket’s address in the helpdesk, as the settings write it; null where they do not. */
  readonly ticketUrl: string | null;
}

/** The field that a link reads a ticket’s id from, where no column of the answer shows it. */
const ID = 'ticket_id';

/** A table of tickets whose tickets lead to the helpdesk, where the settings say its address: `ids` are those of its rows. */
export function withTicketLinks(
  fields: readonly FrameField[],
  ids: ReadonlyArray<string | null>,
  { ticketUrl, names }: Pick<TicketContext, 'ticketUrl' | 'names'>
): readonly FrameField[] {
  if (ticketUrl === null || !fields.some(({ name }) => name === 'ticket')) {
    return fields;
  }
  const url = ticketUrl.replaceAll('{id}', `\${__data.fields.${ID}}`).replaceAll('{number}', '${__data.fields.ticket}');
  // a number is a name here, not an amount to be shortened
  const linked: FieldConfig = { unit: 'string', links: [{ title: names.series('open_ticket'), url, targetBlank: true }] };
  const shown = fields.map((field) => (field.name === 'ticket' || field.name === ID ? { ...field, config: { ...field.config, ...linked } } : field));
  const isNeeded = ticketUrl.includes('{id}') && !fields.some(({ name }) => name === ID);
  return isNeeded ? [...shown, { name: ID, column: { type: 'string', values: ids }, config: { unit: 'string', ...HIDDEN } }] : shown;
}

/** A table of which each row is a ticket, with what that is about as its last column where any says so, and links: but to an alert rule, whose labels would be texts that change. */
export function ofTickets(fields: readonly FrameField[], series: readonly Series[], context: TicketContext): readonly FrameField[] {
  const at = context.plan.groups.findIndex(({ dimension }) => dimension === 'ticket');
  if (at < 0 || context.alert) {
    return fields;
  }
  const tickets = series.map(({ groups }) => groups[at]);
  const subjects = tickets.map(({ subject }) => subject ?? null);
  const about: FrameField = {
    name: 'subject',
    column: { type: 'string', values: subjects },
    config: { displayName: context.names.column('subject'), noValue: '–' },
  };
  return withTicketLinks(
    subjects.some((subject) => subject !== null) ? [...fields, about] : fields,
    tickets.map(({ id }) => id),
    context
  );
}
