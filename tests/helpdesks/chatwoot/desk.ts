import type { Age } from '../../../demo/writers/chatwoot/tables';
import type { PostgresPlace } from '../in-postgres';
import type { Step, Told } from '../story';

/** Chatwoot’s numbers for what the story says in words. */
const STATUS = { open: 0, resolved: 1, pending: 2, snoozed: 3 } as const;
const PEOPLE: Readonly<Record<string, number>> = { bea: 2, cem: 3, dee: 4 };
const INBOXES = { mail: 1, chat: 2 } as const;
const ACCOUNT = 1;

/** An instant as Chatwoot’s columns have it. */
export const at = (text: string, seconds = 0): string =>
  new Date(Date.parse(`2026-${text.replace(' ', 'T')}Z`) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** JSON text within JSON, as Rails keeps it. */
export const twice = (value: object): string => JSON.stringify(JSON.stringify(value));

/** A Chatwoot that is written to as its own program does. */
export class Desk {
  private contacts = new Map<string, number>();

  constructor(
    private readonly place: PostgresPlace,
    private readonly age: Age
  ) {}

  /** A row of a table; gives its id. */
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<number> {
    return this.place.insert(table, row);
  }

  /** What is there before the first conversation: people of two accounts, inboxes with their hours, teams, a company. */
  async begin(): Promise<void> {
    for (const name of ['Example', 'Another']) {
      await this.insert('accounts', { name });
    }
    for (const name of ['Ada', 'Bea', 'Cem', 'Dee', 'Stranger', 'Gone']) {
      await this.insert('users', { name });
    }
    for (const user of [1, 2, 3, 4]) {
      await this.insert('account_users', { account_id: ACCOUNT, user_id: user });
    }
    await this.insert('account_users', { account_id: 2, user_id: 5 });
    await this.insert('agent_bots', { name: 'Helper', account_id: ACCOUNT });
    await this.insert('inboxes', {
      account_id: ACCOUNT,
      name: 'Support',
      channel_type: 'Channel::Email',
      timezone: 'Europe/Amsterdam',
      working_hours_enabled: true,
    });
    await this.insert('inboxes', { account_id: ACCOUNT, name: 'Website', channel_type: 'Channel::WebWidget', timezone: 'UTC', working_hours_enabled: false });
    for (const day of [0, 1, 2, 3, 4, 5, 6]) {
      const kept = { inbox_id: 1, account_id: ACCOUNT, day_of_week: day };
      const office = { open_hour: 9, open_minutes: 0, close_hour: 17, close_minutes: 30 };
      // the weekend: all of Saturday, nothing of Sunday
      const weekend = day === 6 ? { open_all_day: true, open_hour: 0, open_minutes: 0, close_hour: 23, close_minutes: 59 } : { closed_all_day: true };
      await this.insert('working_hours', { ...kept, ...(day === 0 || day === 6 ? weekend : office) });
    }
    await this.insert('teams', { name: 'support', account_id: ACCOUNT });
    await this.insert('team_members', { team_id: 1, user_id: 2 });
    if (this.age !== '4.2') {
      await this.insert('companies', { account_id: ACCOUNT, name: 'Zenith' });
    }
  }

  async contact(name: string, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const id = this.contacts.get(name) ?? (await this.insert('contacts', { account_id: ACCOUNT, name, ...more }));
    this.contacts.set(name, id);
    return id;
  }

  async conversation(
    number: number,
    inbox: keyof typeof INBOXES,
    contact: number,
    when: string,
    more: Readonly<Record<string, unknown>> = {}
  ): Promise<number> {
    return this.insert('conversations', {
      account_id: ACCOUNT,
      display_id: number,
      inbox_id: INBOXES[inbox],
      contact_id: contact,
      created_at: when,
      updated_at: when,
      ...more,
    });
  }

  async message(conversation: number, when: string, type: number, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const id = await this.insert('messages', {
      account_id: ACCOUNT,
      conversation_id: conversation,
      message_type: type,
      content_attributes: twice({}),
      created_at: when,
      updated_at: when,
      ...more,
    });
    await this.place.admin.query('UPDATE conversations SET updated_at = greatest(updated_at, $2) WHERE id = $1', [conversation, when]);
    return id;
  }

  /** A row of reporting_events; a second later, as its job runs. */
  async event(conversation: number, name: string, when: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.insert('reporting_events', { account_id: ACCOUNT, conversation_id: conversation, name, event_end_time: when, created_at: when, ...more });
  }

  /** Tells a conversation; gives its id. */
  async tell({ number, inbox, contact, steps }: Told): Promise<number> {
    const asker = await this.contact(contact);
    const id = await this.conversation(number, inbox, asker, at(steps[0][0]), {
      additional_attributes: inbox === 'mail' ? { mail_subject: `Question ${number}` } : {},
    });
    for (const step of steps) {
      await this.act(id, asker, step);
    }
    return id;
  }

  /** What is done to a conversation that is there. */
  async act(id: number, asker: number, [time, what]: Step): Promise<void> {
    const when = at(time);
    const [first, verb = first] = what.split(' ');
    const person = PEOPLE[first];
    switch (first === 'rates' ? 'rates' : verb) {
      case 'asks':
        await this.message(id, when, 0, { sender_type: 'Contact', sender_id: asker });
        return this.become(id, 'open', when);
      case 'replies':
        await this.message(id, when, 1, person === undefined ? { sender_type: 'AgentBot', sender_id: 1 } : { sender_type: 'User', sender_id: person });
        return;
      case 'notes':
        await this.message(id, when, 1, { sender_type: 'User', sender_id: person, private: true });
        return;
      case 'takes':
        await this.place.admin.query('UPDATE conversations SET assignee_id = $2 WHERE id = $1', [id, person]);
        return this.done(id, time, `Toegewezen aan ${first}`);
      case 'closes':
        await this.become(id, 'resolved', when);
        await this.done(id, time, `Gesprek is opgelost door ${first}`);
        return this.askForRating(id, at(time, 2));
      case 'opens':
        await this.become(id, 'open', when);
        return this.done(id, time, `Gesprek is heropend door ${first}`);
      case 'snoozes':
        return this.become(id, 'snoozed', when);
      case 'rates':
        return this.rate(id, asker, when, Number(what.split(' ')[1]));
      default:
        throw new Error(`Nobody knows how "${what}" is done.`);
    }
  }

  /** What was done is told by a message of type 2, in the account’s language. */
  private async done(id: number, time: string, content: string): Promise<void> {
    await this.message(id, at(time, 1), 2, { content });
  }

  private async become(id: number, status: keyof typeof STATUS, when: string): Promise<void> {
    const { rows } = await this.place.admin.query<{ status: number }>('SELECT status FROM conversations WHERE id = $1', [id]);
    if (rows[0].status === STATUS[status]) {
      return;
    }
    await this.place.admin.query('UPDATE conversations SET status = $2, updated_at = $3 WHERE id = $1', [id, STATUS[status], when]);
    if (status === 'resolved') {
      await this.event(id, 'conversation_resolved', when);
    } else if (status === 'open' && this.age !== '4.2') {
      await this.event(id, 'conversation_opened', when);
    }
  }

  /** Once in a conversation’s life. */
  private async askForRating(id: number, when: string): Promise<void> {
    const { rows } = await this.place.admin.query('SELECT FROM messages WHERE conversation_id = $1 AND content_type = 9', [id]);
    if (rows.length === 0) {
      await this.message(id, when, 3, { content_type: 9 });
    }
  }

  private async rate(id: number, asker: number, when: string, rating: number): Promise<void> {
    const { rows } = await this.place.admin.query<{ id: number }>('SELECT id FROM messages WHERE conversation_id = $1 AND content_type = 9', [id]);
    await this.insert('csat_survey_responses', {
      account_id: ACCOUNT,
      conversation_id: id,
      message_id: rows[0].id,
      contact_id: asker,
      rating,
      feedback_message: rating === 5 ? 'Thanks' : null,
      created_at: when,
      updated_at: when,
    });
  }
}
