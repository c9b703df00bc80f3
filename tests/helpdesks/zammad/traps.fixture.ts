import type { Rows } from '../open-desk';
import type { Place } from '../place';
import { at } from './desk';
import { type Opened, openZammad, timeOf } from './opened.fixture';

const NOON = at('03-02 12:00:00');
const [NOBODY, BEA, CEM, ZOE] = [1, 3, 4, 30];

/** Tests of each thing that is easily read wrong: the same in every kind of database. */
export function mindsTraps(place: () => Promise<Place>): void {
  /** The canonical rows of a desk on which something was done; ticket 1 is asked by a customer. */
  async function after(act: (opened: Opened, ticket: number) => Promise<void>): Promise<Rows> {
    const opened = await openZammad(await place(), []);
    try {
      const asker = await opened.desk.customer('c10');
      const id = await opened.desk.ticket(1, asker, NOON);
      await act(opened, id);
      return await opened.rows();
    } finally {
      await opened.close();
    }
  }
  const trap = (name: string, test: () => Promise<void>) => it(name, test, 30_000);
  const events = ({ ticket_event: rows = [] }: Rows, ...fields: string[]) =>
    rows.filter(({ field }) => fields.includes(String(field))).map(({ from_value: from, to_value: to, actor_id: id, actor_kind: by }) => [from, to, id, by]);

  trap('the first user is nobody: as owner, in the history, as who did it', async () => {
    const rows = await after(async ({ desk }, id) => {
      await desk.change(id, at('03-02 13:00:00'), BEA, 'owner', BEA);
      // as Zammad takes a ticket from somebody who left it lying
      await desk.change(id, at('03-02 14:00:00'), NOBODY, 'owner', NOBODY);
    });
    expect(rows.ticket).toMatchObject([{ owner_id: null }]);
    expect(events(rows, 'owner')).toEqual([
      [null, '3', '3', 'agent'],
      ['3', null, null, 'system'],
    ]);
    expect(rows.agent.map(({ agent_id: one }) => one)).not.toContain('1');
    expect(rows.customer.map(({ customer_id: one }) => one)).not.toContain('1');
  });

  trap('closes are those of the history: close_at is the first one, and stands when the ticket is open again', async () => {
    const rows = await after(async ({ desk }, id) => {
      await desk.become(id, at('03-02 13:00:00'), BEA, 'closed');
      await desk.update(id, at('03-02 13:00:00'), { close_at: at('03-02 13:00:00'), last_close_at: at('03-02 13:00:00') });
      await desk.become(id, at('03-02 15:00:00'), ZOE, 'open');
    });
    expect(rows.ticket).toMatchObject([{ closed_at: null, status: 'open' }]);
    expect(events(rows, 'status')).toEqual([
      ['new', 'closed', '3', 'agent'],
      ['closed', 'open', '30', 'customer'],
    ]);
  });

  trap('who speaks is the sender, not whoever typed it: a call that an agent wrote down', async () => {
    const rows = await after(async ({ desk }) => {
      const call = { created_by_id: BEA, create_article_type_id: desk.number('ticket_article_types', 'phone') };
      const id = await desk.ticket(2, ZOE, NOON, call);
      await desk.article(id, NOON, 'Customer', 'phone', BEA, { origin_by_id: ZOE });
      const began = { created_by_id: BEA, create_article_sender_id: desk.number('ticket_article_senders', 'Agent') };
      await desk.article(await desk.ticket(3, ZOE, NOON, began), NOON, 'Agent', 'email', BEA);
    });
    expect(rows.ticket.map(({ number, created_by: by, channel }) => [number, by, channel])).toEqual([
      ['1', 'customer', 'email'],
      ['2', 'customer', 'phone'],
      ['3', 'agent', 'email'],
    ]);
    expect(rows.message.map(({ author_kind: kind, author_id: id }) => [kind, id])).toEqual([
      ['customer', '30'],
      ['agent', '3'],
    ]);
  });

  trap('what each article is: mails of triggers, a customer’s note in the portal, notes, calls, out-of-office mails', async () => {
    const written: ReadonlyArray<readonly [what: string, sender: string, type: string, by: number, more: object, kind: string, visibility: string]> = [
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
    const rows = await after(async ({ desk }, id) => {
      for (const [, sender, type, by, more] of written) {
        await desk.article(id, NOON, sender, type, by, more as Record<string, unknown>);
      }
    });
    const read = [...rows.message].sort((a, b) => Number(a.message_id) - Number(b.message_id));
    expect(read.map(({ kind, visibility }, i) => [written[i][0], kind, visibility])).toEqual(
      written.map(([what, , , , , kind, visibility]) => [what, kind, visibility])
    );
    expect(read[1].channel).toBe('twitter');
  });

  trap('states are known by their types, since anybody may name them; removed is deleted', async () => {
    const rows = await after(async ({ desk }, id) => {
      for (const [time, state] of [
        ['13:00:00', 'Wartet auf Lieferant'],
        ['13:10:00', 'pending reminder'],
        ['13:20:00', 'pending close'],
        ['13:30:00', 'removed'],
      ]) {
        await desk.become(id, at(`03-02 ${time}`), BEA, state);
      }
    });
    expect(events(rows, 'status').map(([, to]) => to)).toEqual(['open', 'waiting_customer', 'waiting_customer', 'closed']);
    expect(rows.ticket).toMatchObject([{ status: 'closed', is_deleted: true }]);
    expect(rows.stage.filter(({ pauses_sla: pauses }) => pauses).map(({ label }) => label)).toEqual([
      'pending reminder',
      'pending close',
      'closed',
      'merged',
      'removed',
    ]);
  });

  trap('values in the history are names of then: ids are read', async () => {
    const rows = await after(async ({ desk }, id) => {
      await desk.change(id, at('03-02 13:00:00'), BEA, 'priority', desk.number('ticket_priorities', '3 high'));
      await desk.change(id, at('03-02 13:00:00'), BEA, 'group', desk.number('groups', 'Support::Invoices'));
    });
    expect(events(rows, 'priority', 'team')).toEqual([
      ['2 normal', '3 high', '3', 'agent'],
      ['3', '4', '3', 'agent'],
    ]);
  });

  trap('merged: the articles are the survivor’s, the loser has a note that answers nothing, and nobody has it', async () => {
    const rows = await after(async ({ desk }, survivor) => {
      const loser = await desk.ticket(2, ZOE, NOON);
      await desk.article(loser, NOON, 'Customer', 'email', ZOE);
      await desk.change(loser, at('03-02 12:30:00'), CEM, 'owner', CEM);
      await desk.merge(loser, survivor, at('03-02 13:00:00'), BEA);
    });
    expect(rows.ticket.map(({ number, status, merged_into_id: into, owner_id: owner }) => [number, status, into, owner])).toEqual([
      ['1', 'new', null, null],
      ['2', 'merged', '1', null],
    ]);
    expect(rows.message.map(({ ticket_id: id, kind, author_kind: by }) => [id, kind, by])).toEqual([
      ['1', 'reply', 'customer'],
      ['2', 'note', 'agent'],
    ]);
    expect(events(rows, 'merge')).toEqual([[null, '1', '3', 'agent']]);
  });

  trap('a ticket without a history was imported', async () => {
    const rows = await after(async ({ desk, place: where }, id) => {
      await desk.ticket(2, ZOE, NOON);
      await where.run(`DELETE FROM histories WHERE o_id = ${id}`);
    });
    expect(rows.ticket.map(({ number, is_imported: imported }) => [number, imported])).toEqual([
      ['1', true],
      ['2', false],
    ]);
  });

  trap('histories of articles and users have ids of their own', async () => {
    const rows = await after(async ({ desk }, id) => {
      await desk.insert('histories', {
        history_type_id: desk.number('history_types', 'updated'),
        history_object_id: desk.number('history_objects', 'User'),
        history_attribute_id: desk.number('history_attributes', 'state'),
        o_id: id,
        id_to: desk.number('ticket_states', 'closed'),
        created_by_id: BEA,
      });
    });
    expect(rows.ticket_event ?? []).toEqual([]);
  });

  trap('tags of tickets, not of answers of the knowledge base with the same number; the administrator’s own attributes', async () => {
    const rows = await after(async ({ desk }, id) => {
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
    });
    expect(rows.ticket[0].tags).toEqual(['invoice', 'second "line"']);
    expect(JSON.parse(String(rows.ticket[0].attributes))).toEqual({ plan: 'gold', urgent: 'true' });
  });

  trap('instants are UTC’s, whatever the settings say of the database’s', async () => {
    const opened = await openZammad(await place(), []);
    try {
      await opened.desk.ticket(1, await opened.desk.customer('c10'), NOON);
      const rows = await opened.rows({ rules: { timeZone: 'America/New_York', unassignedIds: [] } });
      expect(timeOf(rows.ticket[0].created_at)).toBe('03-02 12:00:00');
    } finally {
      await opened.close();
    }
  });
}
