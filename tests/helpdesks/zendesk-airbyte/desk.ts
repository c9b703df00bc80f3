import type { Place } from '../place';

/** The people of the desk, by their numbers: two agents, two customers. */
export const BEA = 11;
export const CEM = 12;
export const ZOE = 31;
export const ANN = 32;

/** An instant as a replica has it: month, day and time of 2026. */
export const at = (text: string): string => `2026-${text.replace(' ', 'T')}Z`;

/** What one did to a ticket at an instant, as an audit has it. */
export type Done = Readonly<Record<string, unknown>>;

/** A field becomes something. */
export const becomes = (field: string, value: unknown, previous: unknown = null): Done => ({
  type: 'Change',
  field_name: field,
  value,
  previous_value: previous,
});

/** A replica of a Zendesk that is written to as Airbyte does: a copy of a row each time that it changes, newer than those before. */
export class Desk {
  private audits = 1000;
  private comments = 100;

  constructor(private readonly place: Place) {}

  async begin(): Promise<void> {
    await this.copy('users', '01-01 00:00:00', { id: BEA, name: 'Bea', role: 'agent', iana_time_zone: 'Europe/Amsterdam' });
    await this.copy('users', '01-01 00:00:00', { id: CEM, name: 'Cem', role: 'agent', time_zone: 'Eastern Time (US & Canada)' });
    await this.copy('users', '01-01 00:00:00', { id: ZOE, name: 'Zoë', role: 'end-user', organization_id: 700 });
    await this.copy('users', '01-01 00:00:00', { id: ANN, name: 'Ann', role: 'end-user' });
  }

  /** A copy of a row, as it was at an instant. */
  async copy(stream: string, when: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const written = Object.entries(row).map(([name, value]) => [name, typeof value === 'object' && value !== null ? JSON.stringify(value) : value]);
    await this.place.insert(stream, { ...Object.fromEntries(written), _airbyte_extracted_at: at(when) });
  }

  /** A ticket with the history that it begins with, and its first comment by the requester. */
  async ticket(id: number, created: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const row: Record<string, unknown> = { status: 'new', requester_id: ZOE, submitter_id: ZOE, via: { channel: 'email' }, ...more };
    await this.copy('tickets', created, { id, created_at: at(created), subject: `Ticket ${id}`, ...row });
    const first = ['status', 'assignee_id', 'group_id', 'priority'].filter((field) => row[field] !== undefined);
    await this.audit(
      id,
      created,
      Number(row.submitter_id),
      first.map((field) => ({ type: 'Create', field_name: field, value: String(row[field]) }))
    );
    await this.comment(id, created, ZOE);
  }

  async audit(ticket: number, when: string, author: number, events: readonly Done[], synced = when): Promise<void> {
    await this.copy('ticket_audits', synced, { id: ++this.audits, ticket_id: ticket, author_id: author, created_at: at(when), events });
  }

  async comment(ticket: number, when: string, author: number, more: object = {}): Promise<number> {
    const id = ++this.comments;
    await this.copy('ticket_comments', when, { id, ticket_id: ticket, type: 'Comment', public: true, author_id: author, created_at: at(when), ...more });
    return id;
  }
}
