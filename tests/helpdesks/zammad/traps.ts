import type { Rows } from '../open-desk';
import { at, type Desk } from './desk';

/** When every ticket of a trap is created. */
export const NOON = at('03-02 12:00:00');
const [NOBODY, BEA, CEM, ZOE] = [1, 3, 4, 30];

/** Something that is easily read wrong: what is done to tickets of its own, the first of which a customer asked, and what must be read of them. */
interface Trap {
  readonly name: string;
  readonly act: (desk: Desk, ticket: number, begin: (more?: Readonly<Record<string, unknown>>) => Promise<number>) => Promise<void>;
  readonly check: (rows: Rows) => void;
}

const events = ({ ticket_event: rows = [] }: Rows, ...fields: string[]) =>
  rows.filter(({ field }) => fields.includes(String(field))).map(({ from_value: from, to_value: to, actor_id: id, actor_kind: by }) => [from, to, id, by]);

/** What is written in a ticket, and what kind of message it is. */
const WRITTEN: ReadonlyArray<readonly [what: string, sender: string, type: string, by: number, more: object, kind: string, visibility: string]> = [
  ['an answer', 'Agent', 'email', BEA, {}, 'reply', 'public'],
  ['a post', 'Agent', 'twitter status', BEA, {}, 'reply', 'public'],
  ['an internal note', 'Agent', 'note', BEA, { internal: true }, 'note', 'internal'],
  ['a note for the customer', 'Agent', 'note', BEA, {}, 'note', 'public'],
  ['an internal mail', 'Agent', 'email', BEA, { internal: true }, 'note', 'internal'],
  ['a mail of a trigger', 'System', 'email', NOBODY, {}, 'auto', 'public'],
  ['a note of a trigger', 'System', 'note', NOBODY, { internal: true }, 'auto', 'internal'],
  ['a customer’s note', 'Customer', 'note', ZOE, {}, 'reply', 'public'],
  ['a customer’s mail', 'Customer', 'email', ZOE, { preferences: '---\nsend-auto-response: true\nis-auto-response: false\n' }, 'reply', 'public'],
  ['out of office', 'Customer', 'email', ZOE, { preferences: '---\nsend-auto-response: false\nis-auto-response: true\n' }, 'auto', 'public'],
  ['the same in JSON', 'Customer', 'email', ZOE, { preferences: '{"is-auto-response":true}' }, 'auto', 'public'],
  ['a call', 'Agent', 'phone', BEA, {}, 'call', 'public'],
];

/** Each trap. */
export const TRAPS: readonly Trap[] = [
  {
    name: 'the first user is nobody: as owner, in the history, as who did it',
    act: async (desk, id) => {
      await desk.change(id, at('03-02 13:00:00'), BEA, 'owner', BEA);
      // as Zammad takes a ticket from somebody who left it lying
      await desk.change(id, at('03-02 14:00:00'), NOBODY, 'owner', NOBODY);
    },
    check: (rows) => {
      expect(rows.ticket).toMatchObject([{ owner_id: null }]);
      expect(events(rows, 'owner')).toEqual([
        [null, '3', '3', 'agent'],
        ['3', null, null, 'system'],
      ]);
      expect(rows.agent.map(({ agent_id: one }) => one)).not.toContain('1');
      expect(rows.customer.map(({ customer_id: one }) => one)).not.toContain('1');
    },
  },
  {
    name: 'closes are those of the history: close_at is the first one, and stands when the ticket is open again',
    act: async (desk, id) => {
      await desk.become(id, at('03-02 13:00:00'), BEA, 'closed');
      await desk.update(id, at('03-02 13:00:00'), { close_at: at('03-02 13:00:00'), last_close_at: at('03-02 13:00:00') });
      await desk.become(id, at('03-02 15:00:00'), ZOE, 'open');
    },
    check: (rows) => {
      expect(rows.ticket).toMatchObject([{ closed_at: null, status: 'open' }]);
      expect(events(rows, 'status')).toEqual([
        ['new', 'closed', '3', 'agent'],
        ['closed', 'open', '30', 'customer'],
      ]);
    },
  },
  {
    name: 'who speaks is the sender, not whoever typed it: a call that an agent wrote down',
    act: async (desk, _, begin) => {
      const called = await begin({ created_by_id: BEA, create_article_type_id: desk.number('ticket_article_types', 'phone') });
      await desk.article(called, NOON, 'Customer', 'phone', BEA, { origin_by_id: ZOE });
      const written = await begin({ created_by_id: BEA, create_article_sender_id: desk.number('ticket_article_senders', 'Agent') });
      await desk.article(written, NOON, 'Agent', 'email', BEA);
    },
    check: (rows) => {
      expect(rows.ticket.map(({ created_by: by, channel }) => [by, channel])).toEqual([
        ['customer', 'email'],
        ['customer', 'phone'],
        ['agent', 'email'],
      ]);
      expect(rows.message.map(({ author_kind: kind, author_id: id }) => [kind, id])).toEqual([
        ['customer', '30'],
        ['agent', '3'],
      ]);
    },
  },
  {
    name: 'what each article is: mails of triggers, a customer’s note in the portal, notes, calls, out-of-office mails',
    act: async (desk, id) => {
      for (const [, sender, type, by, more] of WRITTEN) {
        await desk.article(id, NOON, sender, type, by, more as Record<string, unknown>);
      }
    },
    check: (rows) => {
      const read = [...rows.message].sort((a, b) => Number(a.message_id) - Number(b.message_id));
      expect(read.map(({ kind, visibility }, i) => [WRITTEN[i][0], kind, visibility])).toEqual(
        WRITTEN.map(([what, , , , , kind, visibility]) => [what, kind, visibility])
      );
      expect(read[1].channel).toBe('twitter');
    },
  },
  {
    name: 'states are known by their types, since anybody may name them; removed is deleted',
    act: async (desk, id) => {
      for (const [time, state] of [
        ['13:00:00', 'Wartet auf Lieferant'],
        ['13:10:00', 'pending reminder'],
        ['13:20:00', 'pending close'],
        ['13:30:00', 'Weg'],
      ]) {
        await desk.become(id, at(`03-02 ${time}`), BEA, state);
      }
    },
    check: (rows) => {
      expect(events(rows, 'status').map(([, to]) => to)).toEqual(['open', 'waiting_customer', 'waiting_customer', 'closed']);
      expect(rows.ticket).toMatchObject([{ status: 'closed', is_deleted: true }]);
      expect(rows.stage.filter(({ pauses_sla: pauses }) => pauses).map(({ label }) => label)).toEqual([
        'pending reminder',
        'pending close',
        'closed',
        'merged',
        'Weg',
      ]);
    },
  },
  {
    name: 'values in the history are names of then: ids are read',
    act: async (desk, id) => {
      await desk.change(id, at('03-02 13:00:00'), BEA, 'priority', desk.number('ticket_priorities', '3 high'));
      await desk.change(id, at('03-02 13:00:00'), BEA, 'group', desk.number('groups', 'Support::Invoices'));
    },
    check: (rows) =>
      expect(events(rows, 'priority', 'team')).toEqual([
        ['2 normal', '3 high', '3', 'agent'],
        ['3', '4', '3', 'agent'],
      ]),
  },
  {
    name: 'merged: the articles are the survivor’s, the loser has a note that answers nothing, and nobody has it',
    act: async (desk, survivor, begin) => {
      const loser = await begin();
      await desk.article(loser, NOON, 'Customer', 'email', ZOE);
      await desk.change(loser, at('03-02 12:30:00'), CEM, 'owner', CEM);
      await desk.merge(loser, survivor, at('03-02 13:00:00'), BEA);
    },
    check: (rows) => {
      const [{ ticket_id: survivor }, { ticket_id: loser }] = rows.ticket;
      expect(rows.ticket.map(({ status, merged_into_id: into, owner_id: owner }) => [status, into, owner])).toEqual([
        ['new', null, null],
        ['merged', survivor, null],
      ]);
      expect(rows.message.map(({ ticket_id: id, kind, author_kind: by }) => [id, kind, by])).toEqual([
        [survivor, 'reply', 'customer'],
        [loser, 'note', 'agent'],
      ]);
      expect(events(rows, 'merge')).toEqual([[null, survivor, '3', 'agent']]);
    },
  },
  {
    name: 'a ticket without a history was imported',
    act: async (desk, id, begin) => {
      await begin();
      await desk.forget(id);
    },
    check: (rows) => expect(rows.ticket.map(({ is_imported: imported }) => imported)).toEqual([true, false]),
  },
  {
    name: 'histories of articles and users have ids of their own',
    act: async (desk, id) => {
      await desk.insert('histories', {
        history_type_id: desk.number('history_types', 'updated'),
        history_object_id: desk.number('history_objects', 'User'),
        history_attribute_id: desk.number('history_attributes', 'state'),
        o_id: id,
        id_to: desk.number('ticket_states', 'closed'),
        created_by_id: BEA,
      });
    },
    check: (rows) => expect(rows.ticket_event).toEqual([]),
  },
  {
    name: 'tags of tickets, not of answers of the knowledge base with the same number; the administrator’s own attributes',
    act: async (desk, id) => {
      for (const [object, name] of [
        ['Ticket', 'second "line"'],
        ['Ticket', 'invoice'],
        ['KnowledgeBase::Answer::Translation', 'of an answer'],
      ]) {
        const item = await desk.insert('tag_items', { name });
        await desk.insert('tags', { tag_item_id: item, tag_object_id: desk.number('tag_objects', object), o_id: id });
      }
      for (const [object, name, type, active] of [
        ['Ticket', 'plan', 'select', true],
        ['Ticket', 'urgent', 'boolean', true],
        ['Ticket', 'language', 'richtext', true],
        ['Ticket', 'region', 'select', false],
        ['User', 'sla_plan', 'select', true],
        ['Ticket', 'not_there_yet', 'select', true],
      ] as const) {
        await desk.insert('object_manager_attributes', {
          object_lookup_id: desk.number('object_lookups', object),
          name,
          display: name,
          data_type: type,
          active,
        });
      }
      await desk.update(id, NOON, { plan: 'gold', region: 'emea', language: '<p>nl</p>', urgent: '1' });
    },
    check: ({ ticket: [{ tags, attributes }] }) => {
      expect(tags).toEqual(['invoice', 'second "line"']);
      expect(JSON.parse(String(attributes))).toEqual({ plan: 'gold', urgent: 'true' });
    },
  },
];
