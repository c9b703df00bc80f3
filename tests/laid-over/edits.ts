import fc from 'fast-check';

import { CHANGING } from '../../src/backend/canonical/changing';
import { canonicalTable, type TableName } from '../../src/backend/canonical/tables';
import type { Helpdesk } from '../oracle/model';

/** One random edit; the numbers choose rows, whatever their count. */
export interface Edit {
  readonly table: TableName;
  readonly kind: 'add' | 'change' | 'remove';
  /** Of the helpdesk's rows, of the donor's, and of the tickets that a row may be moved to. */
  readonly row: number;
  readonly donor: number;
  readonly ticket: number;
}

type Row = Readonly<Record<string, unknown>>;

const touching = (isOfAll: boolean) => (Object.keys(CHANGING) as TableName[]).filter((table) => (CHANGING[table].touches === 'everything') === isOfAll);

/** The tables of which an edit is made: mostly one whose changes touch some facts, not all, and those of tickets' histories more often than others. */
const TABLES: fc.Arbitrary<TableName> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      ...touching(false),
      'ticket' as const,
      'message' as const,
      'ticket_event' as const,
      'ticket_event' as const,
      'chat_session' as const,
      'agent_status' as const
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...touching(true), 'calendar_hours' as const, 'calendar_exception' as const, 'sla_target' as const) }
);

const nat = fc.nat({ max: 10_000 });

/** Some edits, made together. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ table: TABLES, kind: fc.constantFrom('add', 'change', 'change', 'remove'), row: nat, donor: nat, ticket: nat }),
  { minLength: 1, maxLength: 6 }
);

/** The helpdesk with edits; new values are those of another helpdesk of the same time, so that they fit together as theirs do. */
export function edited(helpdesk: Helpdesk, donor: Helpdesk, list: readonly Edit[], step: number): Helpdesk {
  return list.reduce((desk, edit, i) => ({ ...desk, [edit.table]: after(desk, donor, edit, `${step}x${i}`) }), helpdesk);
}

function after(desk: Helpdesk, donor: Helpdesk, { table, kind, row, donor: from, ticket }: Edit, name: string): readonly Row[] {
  const rows: readonly Row[] = desk[table].map((one) => ({ ...one }));
  const values: readonly Row[] = donor[table].map((one) => ({ ...one }));
  const at = rows.length === 0 ? -1 : row % rows.length;
  if (kind === 'remove') {
    // what names a calendar that is gone cannot be read
    return table === 'calendar' ? rows : rows.filter((_, i) => i !== at);
  }
  if (values.length === 0 || (kind === 'change' && at < 0)) {
    return rows;
  }
  const value = values[from % values.length];
  const { key } = canonicalTable(table);
  const own = 'ticket_id' in value && table !== 'ticket' && value.ticket_id !== null ? { ticket_id: someTicket(desk, ticket) } : {};
  // a row of one key keeps it, or gets one that nobody has; a missing ticket's comes back
  const id =
    key.length > 1 ? {} : { [key[0]]: kind === 'change' ? rows[at][key[0]] : table === 'ticket' && ticket % 2 === 0 ? someTicket(desk, ticket) : name };
  const made = { ...value, ...own, ...id };
  const others = kind === 'change' ? rows.filter((_, i) => i !== at) : rows;
  const keyOf = (one: Row) => JSON.stringify(key.map((column) => one[column]));
  return [...others.filter((one) => keyOf(one) !== keyOf(made)), made];
}

/** The id of a ticket that is there, or that rows name. */
function someTicket({ ticket, message, ticket_event }: Helpdesk, which: number): string {
  const ids = [...new Set([...ticket, ...message, ...ticket_event].map(({ ticket_id }) => ticket_id))];
  return ids.length === 0 ? 'T1' : ids[which % ids.length];
}
