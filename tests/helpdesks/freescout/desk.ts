import { shownIn } from '../local-time';
import type { Place } from '../place';

/** People by their numbers; the last is a workflow’s robot. */
const PEOPLE = { ada: 1, bea: 2, cem: 3, dee: 4, robot: 5 } as const;
/** A user of the desk. */
export type Person = keyof typeof PEOPLE;

/** Statuses of a conversation; of a thread also that it changes none. */
export const STATUS = { active: 1, pending: 2, closed: 3, spam: 4, unchanged: 6 } as const;
/** A status that a conversation may have. */
type Status = Exclude<keyof typeof STATUS, 'unchanged'>;

/** The zone in which the program runs. */
export const ZONE = 'America/New_York';

/** An instant of 2026 (UTC) as FreeScout’s columns have it. */
export const at = (text: string): string => shownIn(ZONE, `2026-${text}`);

interface Conversation {
  readonly user_id: number | null;
  readonly status: number;
  readonly mailbox_id: number;
  readonly customer_id: number;
}

/** A FreeScout that is written to as its own program does. */
export class Desk {
  constructor(private readonly place: Place) {}

  /** What is there before the first conversation. The program’s sessions are in the server’s own zone, whatever it is. */
  async begin(): Promise<void> {
    const { place } = this;
    if (place.source.type === 'mysql') {
      await place.run('SET SESSION time_zone = DEFAULT');
    }
    for (const [name, id] of Object.entries(PEOPLE)) {
      const isRobot = name === 'robot';
      const first_name = `${name[0].toUpperCase()}${name.slice(1)}`;
      await place.insert('users', {
        id,
        first_name,
        last_name: isRobot ? '' : 'Example',
        type: isRobot ? 2 : 1,
        timezone: ZONE,
        updated_at: at('01-01 00:00:00'),
      });
    }
    await place.insert('mailboxes', { id: 1, name: 'Support' });
    await place.insert('mailboxes', { id: 2, name: 'Sales' });
    await place.insert('mailbox_user', { mailbox_id: 1, user_id: PEOPLE.bea });
    await place.insert('mailbox_user', { mailbox_id: 2, user_id: PEOPLE.dee });
  }

  /** A customer of a conversation’s own, whose address is all that is known of the first. */
  private async customer(id: number): Promise<number> {
    const known = id === 1 ? {} : { first_name: 'Customer', last_name: String(id), company: id === 2 ? ' Acme ' : null };
    await this.place.insert('customers', { id: 100 + id, ...known, updated_at: at('01-01 00:00:00') });
    await this.place.insert('emails', { customer_id: 100 + id, email: `customer${id}@example.com` });
    return 100 + id;
  }

  /** A customer’s first mail, or a conversation that an agent begins: by mail, or by a note of a call. */
  async open(id: number, when: string, { by = null, isCall = false, owner = null, ...more }: Opening = {}): Promise<void> {
    const customer = await this.customer(id);
    await this.place.insert('conversations', {
      ...{ id, number: 1000 + id, type: isCall ? 2 : 1, subject: `Question ${id}`, mailbox_id: 1, customer_id: customer, status: STATUS.active },
      ...{ user_id: owner && PEOPLE[owner], created_by_user_id: by && PEOPLE[by], created_by_customer_id: by ? null : customer },
      ...{ created_at: at(when), updated_at: at(when) },
      ...more,
    });
    await this.thread(id, when, by ? (isCall ? 3 : 2) : 1, by, { status: STATUS.active });
  }

  /** A customer’s mail: it makes the conversation active, unless that is spam. */
  async ask(id: number, when: string): Promise<void> {
    const { status } = await this.conversation(id);
    const then = status === STATUS.spam ? STATUS.spam : STATUS.active;
    await this.set(id, when, { status: then, state: 2 });
    await this.thread(id, when, 1, null, { status: then });
  }

  /** An agent’s answer: the status and the owner that were chosen with it stand in the thread alone. */
  async reply(id: number, when: string, by: Person, status: Status = 'pending', owner: Person = by): Promise<void> {
    await this.set(id, when, { status: STATUS[status], user_id: PEOPLE[owner] });
    await this.thread(id, when, 2, by, { status: STATUS[status] });
  }

  /** A note, which has the status that the conversation has. */
  async note(id: number, when: string, by: Person): Promise<void> {
    const { status } = await this.conversation(id);
    await this.thread(id, when, 3, by, { status });
  }

  async become(id: number, when: string, by: Person, status: Status): Promise<void> {
    await this.set(id, when, { status: STATUS[status], closed_at: status === 'closed' ? at(when) : undefined });
    await this.line(id, when, by, 1, { status: STATUS[status] });
  }

  async assign(id: number, when: string, by: Person, to: Person | null): Promise<void> {
    await this.set(id, when, { user_id: to && PEOPLE[to] });
    await this.line(id, when, by, 2);
  }

  async move(id: number, when: string, by: Person, mailbox: number): Promise<void> {
    const { mailbox_id: former, status } = await this.conversation(id);
    await this.set(id, when, { mailbox_id: mailbox });
    await this.line(id, when, by, 3, { action_data: String(former), status });
  }

  /** The threads of a conversation go to another’s; it is deleted without another status. */
  async merge(id: number, when: string, by: Person, into: number): Promise<void> {
    await this.place.run(`UPDATE threads SET conversation_id = ${into}, meta = '{"pc":${id}}', updated_at = '${at(when)}' WHERE conversation_id = ${id}`);
    const [loser, survivor] = [await this.conversation(id), await this.conversation(into)];
    await this.line(into, when, by, 4, { meta: `{"mwc":${id}}`, status: survivor.status });
    await this.line(id, when, by, 4, { meta: `{"mic":${into}}`, status: loser.status });
    await this.remove(id, when, by);
  }

  async remove(id: number, when: string, by: Person): Promise<void> {
    await this.set(id, when, { state: 3 });
    await this.line(id, when, by, 10);
  }

  /** A line item: what was done. */
  async line(id: number, when: string, by: Person, action: number, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    return this.thread(id, when, 4, by, { action_type: action, status: STATUS.unchanged, ...more });
  }

  /** A thread, with whoever has the conversation after it; gives its number. */
  async thread(id: number, when: string, type: number, by: Person | null, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const { user_id: owner, customer_id: customer } = await this.conversation(id);
    return this.place.insert('threads', {
      ...{
        conversation_id: id,
        type,
        user_id: owner,
        source_via: by ? 2 : 1,
        created_by_user_id: by && PEOPLE[by],
        created_by_customer_id: by ? null : customer,
      },
      ...{ created_at: at(when), updated_at: at(when) },
      ...more,
    });
  }

  private async conversation(id: number): Promise<Conversation> {
    const [row] = await this.place.rows<Conversation>(`SELECT user_id, status, mailbox_id, customer_id FROM conversations WHERE id = ${id}`);
    return row;
  }

  private async set(id: number, when: string, values: Readonly<Record<string, string | number | null | undefined>>): Promise<void> {
    const changes = Object.entries({ ...values, updated_at: at(when) }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} = ${typeof value === 'string' ? `'${value}'` : value}`]
    );
    await this.place.run(`UPDATE conversations SET ${changes.join(', ')} WHERE id = ${id}`);
  }
}

interface Opening extends Readonly<Record<string, unknown>> {
  readonly by?: Person | null;
  readonly isCall?: boolean;
  readonly owner?: Person | null;
}
