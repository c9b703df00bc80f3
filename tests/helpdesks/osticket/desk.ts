import { EVENTS } from '../../../demo/writers/osticket/tables';
import { shownIn } from '../local-time';
import type { Place } from '../place';

/** People by their numbers. */
const PEOPLE = { ada: 1, bea: 2, cem: 3, dee: 4 } as const;
/** An agent of the desk. */
export type Person = keyof typeof PEOPLE;

/** Statuses of the desk: those that osTicket comes with, and one of its own. */
export const STATUS = { open: 1, resolved: 2, closed: 3, archived: 4, asked: 6 } as const;

/** The zone that the database’s clocks show. */
export const ZONE = 'Europe/Amsterdam';

/** An instant of 2026 (UTC) as osTicket’s columns have it. */
export const at = (text: string): string => shownIn(ZONE, `2026-${text}`);

interface TicketRow {
  readonly staff_id: number;
  readonly team_id: number;
  readonly dept_id: number;
  readonly topic_id: number;
  readonly status_id: number;
  readonly ticket_pid: number | null;
}

/** An osTicket that is written to as its own program does, with what it leaves unsaid. */
export class Desk {
  constructor(private readonly place: Place) {}

  /** What is there before the first ticket. */
  async begin(): Promise<void> {
    const { place } = this;
    await place.insert('ost_config', { namespace: 'core', key: 'default_timezone', value: ZONE });
    await place.insert('ost_config', { namespace: 'core', key: 'auto_claim_tickets', value: '1' });
    await place.insert('ost_ticket_status', { id: STATUS.asked, name: 'Asked the customer', state: 'open', sort: 6 });
    await place.insert('ost_department', { id: 1, name: 'Support' });
    await place.insert('ost_department', { id: 2, name: 'Sales' });
    await place.insert('ost_team', { team_id: 1, name: 'Level 2' });
    for (const [username, id] of Object.entries(PEOPLE)) {
      const firstname = `${username[0].toUpperCase()}${username.slice(1)}`;
      await place.insert('ost_staff', { staff_id: id, dept_id: username === 'dee' ? 2 : 1, username, firstname, lastname: 'Example' });
    }
    await place.insert('ost_staff_dept_access', { staff_id: PEOPLE.dee, dept_id: 1 });
    await place.insert('ost_organization', { id: 7, name: 'Acme' });
    await place.insert('ost_help_topic', { topic_id: 3, topic: 'Invoices' });
    await place.insert('ost_sla', { id: 1, name: 'Default', grace_period: 18 });
  }

  /** A ticket, asked for by a customer or typed by an agent; who it is for is a user of its own. */
  async open(id: number, when: string, { by = null, ...more }: { readonly by?: Person | null } & Readonly<Record<string, unknown>> = {}): Promise<void> {
    const { place } = this;
    const created = at(when);
    await place.insert('ost_user', { id: 100 + id, org_id: id === 1 ? 7 : 0, name: `Customer ${id}`, updated: created });
    await place.insert('ost_ticket', {
      ...{ ticket_id: id, number: `9000${id}`, user_id: 100 + id, dept_id: 1, sla_id: 1, topic_id: 3, source: by ? 'Phone' : 'Web', created, updated: created },
      ...more,
    });
    await place.insert('ost_thread', { id: 500 + id, object_id: id, object_type: 'T' });
    await place.insert('ost_form_entry', { id: 700 + id, form_id: 2, object_id: id, object_type: 'T' });
    await place.insert('ost_form_entry_values', { entry_id: 700 + id, field_id: 20, value: `Question ${id}`, value_id: null });
    await place.insert('ost_form_entry_values', { entry_id: 700 + id, field_id: 22, value: 'High', value_id: 3 });
    await this.entry(id, when, 'M', { user_id: 100 + id, flags: 1 });
    await this.log(id, when, 'created', by, null, by ? {} : { uid: 100 + id, uid_type: 'U' });
  }

  /** An entry of a ticket’s thread; gives its number. */
  async entry(id: number, when: string, type: 'M' | 'R' | 'N', more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    return this.place.insert('ost_thread_entry', { thread_id: 500 + id, type, created: at(when), updated: '0000-00-00 00:00:00', ...more });
  }

  /** The customer writes: what is closed is opened by it. */
  async ask(id: number, when: string): Promise<void> {
    await this.entry(id, when, 'M', { user_id: 100 + id });
    if (await this.isClosed(id)) {
      await this.set(id, when, { status_id: STATUS.open, closed: null });
      await this.annul(id);
      await this.log(id, when, 'reopened', null);
    }
  }

  /** An agent answers, perhaps with another status; a ticket that nobody has is the agent’s since then, without a word. */
  async reply(id: number, when: string, by: Person, status?: keyof typeof STATUS): Promise<void> {
    await this.entry(id, when, 'R', { staff_id: PEOPLE[by], flags: 512 });
    if (status !== undefined) {
      await this.become(id, when, by, status);
    }
    const { staff_id: owner } = await this.ticket(id);
    if (owner === 0 && !(await this.isClosed(id))) {
      await this.set(id, when, { staff_id: PEOPLE[by] });
    }
  }

  async note(id: number, when: string, by: Person): Promise<void> {
    await this.entry(id, when, 'N', { staff_id: PEOPLE[by] });
  }

  async assign(id: number, when: string, by: Person, to: Person): Promise<void> {
    await this.set(id, when, { staff_id: PEOPLE[to] });
    await this.log(id, when, 'assigned', by, by === to ? '{"claim":true}' : `{"staff":[${PEOPLE[to]},"${to}"]}`);
  }

  async toTeam(id: number, when: string, by: Person): Promise<void> {
    await this.set(id, when, { team_id: 1 });
    await this.log(id, when, 'assigned', by, '{"team":1}');
  }

  async release(id: number, when: string, by: Person): Promise<void> {
    const { staff_id: owner } = await this.ticket(id);
    await this.set(id, when, { staff_id: 0 });
    await this.log(id, when, 'released', by, `{"staff":${owner}}`);
  }

  async transfer(id: number, when: string, by: Person, department: number): Promise<void> {
    await this.set(id, when, { dept_id: department });
    await this.log(id, when, 'transferred', by, '{"dept":"Another"}');
  }

  /** Another status: whoever closes has the ticket since then. */
  async become(id: number, when: string, by: Person, status: keyof typeof STATUS): Promise<void> {
    const isOpen = status === 'open' || status === 'asked';
    const wasClosed = await this.isClosed(id);
    await this.set(id, when, { status_id: STATUS[status], closed: isOpen ? null : at(when), ...(isOpen ? {} : { staff_id: PEOPLE[by] }) });
    if (!isOpen || wasClosed) {
      await this.annul(id);
    }
    await this.log(
      id,
      when,
      isOpen ? (wasClosed ? 'reopened' : 'edited') : 'closed',
      by,
      isOpen ? (wasClosed ? null : `{"status":${STATUS[status]}}`) : `{"status":[${STATUS[status]},"${status}"]}`
    );
  }

  /** What a ticket’s customer wrote goes to another ticket’s thread, and it is closed. */
  async merge(id: number, when: string, by: Person, into: number): Promise<void> {
    const { place } = this;
    const entries = await place.rows<{ id: number }>(`SELECT id FROM ost_thread_entry WHERE thread_id = ${500 + id}`);
    for (const entry of entries) {
      await place.insert('ost_thread_entry_merge', { thread_entry_id: entry.id, data: `{"thread":${500 + id}}` });
    }
    await place.run(
      `UPDATE ost_thread_entry SET thread_id = ${500 + into}, flags = flags | 1024 WHERE thread_id = ${500 + id}`,
      `UPDATE ost_thread SET object_type = 'C' WHERE id = ${500 + id}`
    );
    await this.log(into, when, 'merged', by, `{"ticket":"Ticket","id":${id}}`);
    await this.log(id, when, 'merged', by, `{"ticket":"Ticket","id":${into}}`);
    await this.set(id, when, { ticket_pid: into, flags: 1 });
    await this.set(into, when, { flags: 17 });
    await this.become(id, when, by, 'closed');
  }

  /** The rows of a ticket go, but for what was done to it. */
  async remove(id: number, when: string): Promise<void> {
    await this.log(id, when, 'deleted', 'ada');
    await this.place.run(
      `DELETE FROM ost_ticket WHERE ticket_id = ${id}`,
      `DELETE FROM ost_thread WHERE id = ${500 + id}`,
      `DELETE FROM ost_thread_entry WHERE thread_id = ${500 + id}`
    );
  }

  /** A row of the history: with the ticket as it is, but for an agent who does something to what nobody owns, and is written down as its owner. */
  async log(id: number, when: string, event: keyof typeof EVENTS, by: Person | null, data: string | null = null, actor: object = {}): Promise<void> {
    const { staff_id: owner, team_id, dept_id, topic_id } = await this.ticket(id);
    await this.place.insert('ost_thread_event', {
      ...{ thread_id: 500 + id, event_id: EVENTS[event], team_id, dept_id, topic_id, data, timestamp: at(when) },
      ...{ staff_id: owner === 0 && by ? PEOPLE[by] : owner, username: by ?? 'SYSTEM', uid: by && PEOPLE[by], uid_type: 'S' },
      ...actor,
    });
  }

  private async annul(id: number): Promise<void> {
    await this.place.run(`UPDATE ost_thread_event SET annulled = 1 WHERE thread_id = ${500 + id} AND event_id = ${EVENTS.closed}`);
  }

  private async ticket(id: number): Promise<TicketRow> {
    const [row] = await this.place.rows<TicketRow>(
      `SELECT staff_id, team_id, dept_id, topic_id, status_id, ticket_pid FROM ost_ticket WHERE ticket_id = ${id}`
    );
    return row;
  }

  private async isClosed(id: number): Promise<boolean> {
    const { status_id: status } = await this.ticket(id);
    return status !== STATUS.open && status !== STATUS.asked;
  }

  private async set(id: number, when: string, values: Readonly<Record<string, string | number | null>>): Promise<void> {
    const changes = Object.entries({ ...values, updated: at(when) }).map(([name, value]) => `${name} = ${typeof value === 'string' ? `'${value}'` : value}`);
    await this.place.run(`UPDATE ost_ticket SET ${changes.join(', ')} WHERE ticket_id = ${id}`);
  }
}
