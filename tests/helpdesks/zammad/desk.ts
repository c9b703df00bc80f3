import type { Place } from '../place';
import type { Step, Told } from '../story';

/** Users of the desk, by their numbers: nobody, agents, whoever left, and customers from 20 on. */
const PEOPLE: Readonly<Record<string, number>> = { ada: 2, bea: 3, cem: 4, dee: 5 };
const CUSTOMERS = 20;
const NOBODY = 1;

/** States, by the words of the story. */
const WORDS: Readonly<Record<string, string>> = { closes: 'closed', opens: 'open', snoozes: 'pending reminder' };

/** An instant as Zammad’s columns have it. */
export const at = (text: string): string => `2026-${text}`;

/** What a ticket is changed to: columns of its row. */
type Changes = Readonly<Record<string, string | number>>;

/** A Zammad that is written to as its own program does, in either kind of database. */
export class Desk {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly place: Place) {}

  /** A row of a table; gives its id. */
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<number> {
    return this.place.insert(table, row);
  }

  /** The number of a name in a table of names. */
  number(table: string, name: string): number {
    const number = this.numbers.get(`${table} ${name}`);
    if (number === undefined) {
      throw new Error(`There is no ${name} in ${table}.`);
    }
    return number;
  }

  /** Names, numbered as no other installation numbers them. */
  private async named(table: string, names: readonly string[], more: (name: string) => object = () => ({})): Promise<void> {
    await this.insert(table, { name: 'of old', ...more('of old') });
    for (const name of names) {
      this.numbers.set(`${table} ${name}`, await this.insert(table, { name, ...more(name) }));
    }
  }

  /** What is there before the first ticket. */
  async begin(): Promise<void> {
    await this.insert('users', { id: NOBODY, login: '-', firstname: '-', lastname: '', active: false });
    for (const [name, id] of Object.entries(PEOPLE)) {
      await this.insert('users', {
        id,
        login: `${name}@example.org`,
        firstname: name === 'ada' ? '' : `${name[0].toUpperCase()}${name.slice(1)}`,
        lastname: '',
      });
    }
    await this.named('roles', ['Admin', 'Agent', 'Customer', 'Second line']);
    await this.named('permissions', ['admin', 'ticket', 'ticket.agent', 'ticket.customer']);
    for (const [role, permission] of [
      ['Admin', 'admin'],
      ['Agent', 'ticket.agent'],
      ['Second line', 'ticket'],
      ['Customer', 'ticket.customer'],
    ]) {
      await this.insert('permissions_roles', { role_id: this.number('roles', role), permission_id: this.number('permissions', permission) });
    }
    for (const [name, role] of [
      ['ada', 'Admin'],
      ['bea', 'Agent'],
      ['cem', 'Agent'],
      ['dee', 'Second line'],
    ]) {
      await this.insert('roles_users', { user_id: PEOPLE[name], role_id: this.number('roles', role) });
    }
    await this.named('groups', ['Users', 'Support', 'Support::Invoices']);
    await this.insert('groups_users', { user_id: PEOPLE.bea, group_id: this.number('groups', 'Support'), access: 'full' });
    await this.insert('groups_users', { user_id: PEOPLE.cem, group_id: this.number('groups', 'Support'), access: 'read' });
    await this.insert('roles_groups', { role_id: this.number('roles', 'Second line'), group_id: this.number('groups', 'Support::Invoices'), access: 'full' });
    await this.named('ticket_state_types', ['new', 'open', 'pending reminder', 'pending action', 'closed', 'merged', 'removed']);
    const kinds: ReadonlyArray<readonly [state: string, type: string]> = [
      ['new', 'new'],
      ['open', 'open'],
      ['pending reminder', 'pending reminder'],
      ['pending close', 'pending action'],
      ['closed', 'closed'],
      ['merged', 'merged'],
      ['Weg', 'removed'],
      ['Wartet auf Lieferant', 'open'],
    ];
    for (const [name, type] of kinds) {
      const row = { name, state_type_id: this.number('ticket_state_types', type), ignore_escalation: !['new', 'open'].includes(type) };
      this.numbers.set(`ticket_states ${name}`, await this.insert('ticket_states', row));
    }
    await this.named('ticket_priorities', ['1 low', '2 normal', '3 high']);
    await this.named('ticket_article_types', ['email', 'sms', 'phone', 'chat', 'web', 'twitter status', 'note'], (name) => ({
      communication: name !== 'note',
    }));
    await this.named('ticket_article_senders', ['Agent', 'Customer', 'System']);
    await this.named('history_types', ['created', 'updated', 'notification', 'merged_into', 'received_merge']);
    await this.named('history_objects', ['Ticket', 'Ticket::Article', 'User']);
    await this.named('history_attributes', ['state', 'owner', 'group', 'priority', 'title']);
    await this.named('tag_objects', ['Ticket', 'KnowledgeBase::Answer::Translation']);
    await this.named('object_lookups', ['Ticket', 'User']);
    await this.insert('organizations', { id: 1, name: 'Zenith' });
  }

  /** A customer of the story by name, such as c7; made where there is none. */
  async customer(name: string): Promise<number> {
    const id = CUSTOMERS + Number(name.slice(1));
    if (!this.numbers.has(name)) {
      this.numbers.set(name, id);
      await this.insert('users', {
        id,
        login: `${name}@example.com`,
        firstname: 'Customer',
        lastname: name.slice(1),
        organization_id: id % 2 === 0 ? null : 1,
      });
      await this.insert('roles_users', { user_id: id, role_id: this.number('roles', 'Customer') });
    }
    return id;
  }

  /** Creates a ticket; nothing is said of its first values in its history. */
  async ticket(number: number, customer: number, when: string, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const id = await this.insert('tickets', {
      group_id: this.number('groups', 'Support'),
      priority_id: this.number('ticket_priorities', '2 normal'),
      state_id: this.number('ticket_states', 'new'),
      number: String(number),
      title: `Question ${number}`,
      owner_id: NOBODY,
      customer_id: customer,
      create_article_type_id: this.number('ticket_article_types', 'email'),
      create_article_sender_id: this.number('ticket_article_senders', 'Customer'),
      created_by_id: customer,
      created_at: when,
      updated_at: when,
      ...more,
    });
    await this.history(id, 'created', when, customer);
    return id;
  }

  async article(ticket: number, when: string, sender: string, type: string, by: number, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const id = await this.insert('ticket_articles', {
      ticket_id: ticket,
      type_id: this.number('ticket_article_types', type),
      sender_id: this.number('ticket_article_senders', sender),
      body: 'text',
      created_by_id: by,
      created_at: when,
      updated_at: when,
      ...more,
    });
    await this.insert('histories', {
      history_type_id: this.number('history_types', 'created'),
      history_object_id: this.number('history_objects', 'Ticket::Article'),
      o_id: id,
      related_o_id: ticket,
      created_by_id: by,
      created_at: when,
      updated_at: when,
    });
    await this.update(ticket, when, {});
    return id;
  }

  /** A row of a ticket’s history. */
  async history(ticket: number, type: string, when: string, by: number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.insert('histories', {
      history_type_id: this.number('history_types', type),
      history_object_id: this.number('history_objects', 'Ticket'),
      o_id: ticket,
      created_by_id: by,
      created_at: when,
      updated_at: when,
      ...more,
    });
  }

  /** Changes columns of a ticket, each with its row in the history. */
  async change(ticket: number, when: string, by: number, attribute: 'state' | 'owner' | 'group' | 'priority', to: number): Promise<void> {
    const [{ was }] = await this.place.rows<{ was: number }>(`SELECT ${attribute}_id AS was FROM tickets WHERE id = ${ticket}`);
    if (was === to) {
      return;
    }
    await this.update(ticket, when, { [`${attribute}_id`]: to });
    await this.history(ticket, 'updated', when, by, {
      history_attribute_id: this.number('history_attributes', attribute),
      id_from: was,
      id_to: to,
      value_from: 'as it was called then',
      value_to: 'as it was called then',
    });
  }

  /** Moves a ticket to a state, by its name. */
  become(ticket: number, when: string, by: number, state: string): Promise<void> {
    return this.change(ticket, when, by, 'state', this.number('ticket_states', state));
  }

  /** Merges a ticket into another: its articles go there, it keeps a note. */
  async merge(ticket: number, into: number, when: string, by: number): Promise<void> {
    await this.place.run(`UPDATE ticket_articles SET ticket_id = ${into}, updated_at = '${when}' WHERE ticket_id = ${ticket}`);
    await this.history(into, 'received_merge', when, by, { id_from: ticket, id_to: into });
    await this.history(ticket, 'merged_into', when, by, { id_from: ticket, id_to: into });
    await this.article(ticket, when, 'Agent', 'note', by);
    await this.become(ticket, when, by, 'merged');
    await this.change(ticket, when, by, 'owner', NOBODY);
    await this.update(into, when, {});
  }

  /** Takes a ticket’s history away, as an import writes none. */
  async forget(ticket: number): Promise<void> {
    await this.place.run(`DELETE FROM histories WHERE o_id = ${ticket} AND history_object_id = ${this.number('history_objects', 'Ticket')}`);
  }

  async update(ticket: number, when: string, changes: Changes): Promise<void> {
    const set = Object.entries({ ...changes, updated_at: when }).map(([column, value]) => `${column} = ${typeof value === 'number' ? value : `'${value}'`}`);
    await this.place.run(`UPDATE tickets SET ${set.join(', ')} WHERE id = ${ticket}`);
  }

  /** Tells a ticket of the story; gives its id. */
  async tell({ number, inbox, contact, steps }: Told): Promise<number> {
    const customer = await this.customer(contact);
    const [[time, what]] = steps;
    const agent = PEOPLE[what.split(' ')[0]];
    const began = agent === undefined ? {} : { state_id: this.number('ticket_states', 'open'), owner_id: agent, created_by_id: agent };
    const type = this.number('ticket_article_types', inbox === 'chat' ? 'chat' : 'email');
    const sender = this.number('ticket_article_senders', agent === undefined ? 'Customer' : 'Agent');
    const id = await this.ticket(number, customer, at(time), { create_article_type_id: type, create_article_sender_id: sender, ...began });
    for (const step of steps) {
      await this.act(id, customer, inbox === 'chat' ? 'chat' : 'email', step);
    }
    return id;
  }

  private async act(id: number, customer: number, type: string, [time, what]: Step): Promise<void> {
    const when = at(time);
    const [first, verb = first] = what.split(' ');
    const person = PEOPLE[first] ?? NOBODY;
    switch (first === 'rates' ? 'rates' : verb) {
      case 'asks':
        await this.article(id, when, 'Customer', type, customer);
        return this.reopen(id, when, customer, ['new', 'open']);
      case 'replies':
        await this.article(id, when, person === NOBODY ? 'System' : 'Agent', type, person);
        return person === NOBODY ? undefined : this.reopen(id, when, person, ['open', 'closed', 'pending reminder', 'merged']);
      case 'notes':
        await this.article(id, when, 'Agent', 'note', person, { internal: true });
        return;
      case 'takes':
        return this.change(id, when, person, 'owner', person);
      case 'rates':
        // nobody is asked
        return;
      default:
        return this.become(id, when, person, WORDS[verb]);
    }
  }

  /** A customer’s word opens what is not new; an agent’s answer opens what is. */
  private async reopen(id: number, when: string, by: number, unless: readonly string[]): Promise<void> {
    const [{ name }] = await this.place.rows<{ name: string }>(`SELECT s.name FROM tickets t JOIN ticket_states s ON s.id = t.state_id WHERE t.id = ${id}`);
    if (!unless.includes(name)) {
      await this.become(id, when, by, 'open');
    }
  }
}
