import { CHANGING, type Touches } from '../../src/backend/canonical/changing';
import type { TableName } from '../../src/backend/canonical/tables';
import type { Helpdesk } from '../oracle/model';

/** Whose facts are to be derived anew; a null among the tickets stands for rows of no ticket. */
export interface Touched {
  readonly tickets: ReadonlySet<string | null>;
  readonly agents: ReadonlySet<string>;
}

/** What differs between two states of a helpdesk, and whose facts that touches. */
export function touchedBetween(before: Helpdesk, after: Helpdesk): Touched {
  const ids = (touches: Touches, column: string) =>
    new Set(tablesThat(touches).flatMap((table) => changed(before, after, table).map((row) => (row[column] ?? null) as string | null)));
  const customers = ids('customer', 'customer_id');
  const organizations = ids('organization', 'org_id');
  const both = [before, after];
  const ofOrganization = new Set(
    both.flatMap(({ customer }) => customer.filter(({ org_id }) => organizations.has(org_id)).map(({ customer_id }) => customer_id))
  );
  const isTouched = (customer: string | null) => customer !== null && (customers.has(customer) || ofOrganization.has(customer));
  const tickets = both.flatMap(({ ticket, survey, ticket_event }): ReadonlyArray<string | null> => [
    ...ticket.filter(({ requester_id, org_id }) => isTouched(requester_id) || (org_id !== null && organizations.has(org_id))).map(({ ticket_id }) => ticket_id),
    ...survey.filter(({ customer_id }) => isTouched(customer_id)).map(({ ticket_id }) => ticket_id),
    ...ticket_event.filter(({ actor_id }) => isTouched(actor_id)).map(({ ticket_id }) => ticket_id),
  ]);
  const agents = [...ids('agent', 'agent_id')].filter((id) => id !== null);
  return { tickets: new Set([...ids('ticket', 'ticket_id'), ...tickets]), agents: new Set(agents) };
}

const tablesThat = (touches: Touches) => (Object.keys(CHANGING) as TableName[]).filter((table) => CHANGING[table].touches === touches);

/** The rows of a table that only one of two states has. */
function changed(before: Helpdesk, after: Helpdesk, table: TableName): ReadonlyArray<Readonly<Record<string, unknown>>> {
  const rows = ({ [table]: list }: Helpdesk) => new Map(list.map((row) => [JSON.stringify(row), { ...row } as Readonly<Record<string, unknown>>]));
  const [old, young] = [rows(before), rows(after)];
  return [...[...old].filter(([text]) => !young.has(text)), ...[...young].filter(([text]) => !old.has(text))].map(([, row]) => row);
}
