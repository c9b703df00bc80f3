import type { Place } from '../place';

/** The people of the desk, by their numbers: agents, an administrator as whom a webhook writes, customers. */
export const BEA = 11;
export const CEM = 12;
export const HOOK = 19;
export const ZOE = 31;
export const ANN = 32;

/** An instant as a replica has it: month, day and time of 2026. */
export const at = (text: string): string => `2026-${text.replace(' ', 'T')}Z`;

/** The columns of a ticket that its history changes, by the field’s name there. */
const COLUMNS: Readonly<Record<string, string>> = {
  status: 'status',
  assignee_id: 'assignee_id',
  group_id: 'group_id',
  priority: 'priority',
  custom_status_id: 'custom_status_id',
};

/** A replica of a Zendesk that is written to as Fivetran does: what changed has a later `_fivetran_synced`. */
export class Desk {
  private comments = 100;

  constructor(private readonly place: Place) {}

  /** Two agents, a webhook, two customers, two groups; without hours. */
  async begin(): Promise<void> {
    await this.user(BEA, 'Bea', 'agent');
    await this.user(CEM, 'Cem', 'agent');
    await this.user(HOOK, 'Hook', 'admin');
    await this.user(ZOE, 'Zoë', 'end-user', { organization_id: 700 });
    await this.user(ANN, 'Ann', 'end-user');
    await this.place.insert('organization', { id: 700, name: 'Zenith' });
    await this.place.insert('group', { id: 501, name: 'Support' });
    await this.place.insert('group', { id: 502, name: 'Billing' });
  }

  async user(id: number, name: string | null, role: string | null, more: object = {}): Promise<void> {
    await this.place.insert('user', { id, name, role, ...more });
  }

  /** A ticket and what its history begins with; its first comment is the requester’s, unless it says otherwise. */
  async ticket(id: number, created: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const { first = ZOE, ...columns } = { requester_id: ZOE, status: 'new', via_channel: 'email', ...more } as Record<string, unknown>;
    const row: Record<string, unknown> = { submitter_id: columns.requester_id, ...columns };
    await this.place.insert('ticket', { id, created_at: created, subject: `Ticket ${id}`, ...row, _fivetran_synced: created });
    for (const [field, column] of Object.entries(COLUMNS)) {
      if (row[column] !== undefined) {
        await this.history(id, created, field, String(row[column]), Number(row.submitter_id));
      }
    }
    if (first !== null) {
      await this.comment(id, created, Number(first));
    }
  }

  async comment(ticket: number, created: string, user: number | null, more: object = {}): Promise<number> {
    const id = ++this.comments;
    await this.place.insert('ticket_comment', { id, ticket_id: ticket, created, user_id: user, _fivetran_synced: created, ...more });
    return id;
  }

  /** A row of a field’s history alone. */
  async history(ticket: number, updated: string, field: string, value: string | null, by: number | null = null): Promise<void> {
    await this.place.insert('ticket_field_history', { ticket_id: ticket, field_name: field, updated, value, user_id: by, _fivetran_synced: updated });
  }

  /** A field of a ticket becomes something else. */
  async set(ticket: number, updated: string, field: string, value: string | number | null, by: number | null = BEA): Promise<void> {
    await this.history(ticket, updated, field, value === null ? null : String(value), by);
    const written = value === null ? 'NULL' : `'${value}'`;
    await this.place.run(
      `UPDATE ticket SET "${COLUMNS[field]}" = ${written}, _fivetran_synced = greatest(_fivetran_synced, '${updated}') WHERE id = ${ticket}`
    );
  }

  /** Targets of a ticket, as they were given: minutes by the clock’s name in the history. */
  async promise(ticket: number, updated: string, policy: string | null, minutes: Readonly<Record<string, number>>, inHours: boolean): Promise<void> {
    if (policy !== null) {
      await this.history(ticket, updated, 'sla_policy', policy);
    }
    for (const [field, target] of Object.entries(minutes)) {
      await this.history(ticket, updated, field, JSON.stringify({ minutes: target, in_business_hours: inHours }));
    }
  }

  /** A schedule: hours from Monday to Friday, local. */
  async schedule(id: number, name: string, zone: string, [from, to]: readonly [number, number], more: object = {}): Promise<void> {
    for (const day of [1, 2, 3, 4, 5]) {
      const hours = { start_time: day * 1440 + from * 60, end_time: day * 1440 + to * 60 };
      // the columns in UTC are wrong for half of the year, and here always
      const frozen = { start_time_utc: 0, end_time_utc: 60 };
      await this.place.insert('schedule', {
        id,
        name,
        time_zone: zone,
        created_at: at(`01-01 00:00:${String(id % 60).padStart(2, '0')}`),
        ...hours,
        ...frozen,
        ...more,
      });
    }
  }
}
