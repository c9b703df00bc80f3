import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { rowsOnce } from '../open-desk';
import { timeOf } from '../time-of';
import { at } from './desk';
import { openChatwoot, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('what Chatwoot keeps besides conversations', (server) => {
  const with14 = (act: (opened: Opened) => Promise<void>) => rowsOnce(openChatwoot(server(), '4.14', []), act);

  it('a conversation’s attributes, labels, priority, channel and contact', async () => {
    const rows = await with14(async ({ desk }) => {
      const zoe = await desk.contact('Zoë', { company_id: 1 });
      const ann = await desk.contact('Ann', { additional_attributes: { company_name: ' Acme ' } });
      const spammer = await desk.contact('Spammer', { blocked: true });
      await desk.conversation(1, 'chat', zoe, NOON, { priority: 3, cached_label_list: 'invoice, second line', custom_attributes: { plan: 'gold' }, status: 3 });
      await desk.conversation(2, 'mail', ann, NOON, { additional_attributes: { mail_subject: 'Hello' }, team_id: 1, assignee_id: 2 });
      await desk.conversation(3, 'mail', spammer, NOON, { custom_attributes: '[]' });
    });
    expect(rows.ticket).toMatchObject([
      {
        number: '1',
        subject: null,
        channel: 'chat',
        priority: 'urgent',
        tags: ['invoice', 'second line'],
        attributes: '{"plan":"gold"}',
        status: 'on_hold',
        is_spam: false,
      },
      { number: '2', subject: 'Hello', channel: 'email', priority: null, tags: null, team_id: '1', owner_id: '2', status: 'open', is_spam: false },
      { number: '3', is_spam: true, attributes: null },
    ]);
    expect(rows.customer.map(({ name, org_id: org }) => [name, org])).toEqual([
      ['Zoë', '1'],
      ['Ann', 'name:Acme'],
      ['Spammer', null],
    ]);
    expect(rows.organization).toEqual([
      { org_id: '1', name: 'Zenith', updated_at: null },
      { org_id: 'name:Acme', name: 'Acme', updated_at: null },
    ]);
  });

  it('the hours of an inbox: Sunday is the seventh day, a whole day ends at 24:00, and each conversation has them', async () => {
    const rows = await with14(async ({ desk }) => {
      const zoe = await desk.contact('Zoë');
      await desk.conversation(1, 'mail', zoe, NOON);
      await desk.conversation(2, 'chat', zoe, NOON);
    });
    expect(rows.calendar).toEqual([{ calendar_id: 'inbox-1', name: 'Support', time_zone: 'Europe/Amsterdam' }]);
    expect(rows.calendar_hours.map(({ weekday, start, end }) => [weekday, start, end])).toEqual([
      ...[1, 2, 3, 4, 5].map((day) => [day, '09:00', '17:30']),
      [6, '00:00', '24:00'],
    ]);
    expect(rows.ticket_event).toMatchObject([{ ticket_id: '1', field: 'schedule', to_value: 'inbox-1' }]);
  });

  it('a chat for each time that it was open', async () => {
    const rows = await with14(async ({ desk }) => {
      const steps = [
        ['03-02 12:00:00', 'asks'],
        ['03-02 12:00:40', 'bea replies'],
        ['03-02 12:10:00', 'bea closes'],
        ['03-03 08:00:00', 'asks'],
        ['03-03 08:05:00', 'bea notes'],
        ['03-03 09:00:00', 'bea closes'],
        ['03-04 10:00:00', 'asks'],
      ] as const;
      await desk.tell({ number: 1, inbox: 'chat', contact: 'Zoë', steps });
      await desk.event(1, 'conversation_bot_resolved', at('03-03 09:00:00'));
      await desk.tell({ number: 2, inbox: 'mail', contact: 'Zoë', steps });
    });
    const chats = [...rows.chat_session].sort((a, b) => Number(a.started_at) - Number(b.started_at));
    expect(chats.map((row) => [row.ticket_id, timeOf(row.started_at), timeOf(row.first_agent_at), timeOf(row.ended_at), row.ended_by])).toEqual([
      ['1', '03-02 12:00:00', '03-02 12:00:40', '03-02 12:10:00', null],
      ['1', '03-03 08:00:00', null, '03-03 09:00:00', 'bot'],
      ['1', '03-04 10:00:00', null, null, null],
    ]);
  });

  it('what its Enterprise edition keeps: SLA policies around the clock, and the availability that was set', async () => {
    const rows = await with14(async ({ desk }) => {
      await desk.conversation(1, 'mail', await desk.contact('Zoë'), NOON);
      await desk.insert('sla_policies', {
        account_id: 1,
        name: 'Standard',
        first_response_time_threshold: 7200,
        resolution_time_threshold: 172_800,
        only_during_business_hours: true,
      });
      await desk.insert('applied_slas', { account_id: 1, sla_policy_id: 1, conversation_id: 1, created_at: NOON, updated_at: NOON });
      const set = (changes: object, when: string, account = 1) =>
        desk.insert('audits', {
          auditable_type: 'AccountUser',
          auditable_id: 2,
          associated_type: 'Account',
          associated_id: account,
          audited_changes: changes,
          created_at: at(when),
        });
      await set({ availability: 'online', role: 'agent' }, '03-02 08:00:00');
      await set({ availability: ['online', 'busy'] }, '03-02 11:00:00');
      await set({ role: ['agent', 'administrator'] }, '03-02 12:00:00');
      await set({ availability: [2, 1] }, '03-02 16:00:00');
    });
    expect(rows.sla_target.map((row) => [row.policy_id, row.clock, row.target_seconds, row.calendar_id])).toEqual([
      ['1', 'close', 172_800, null],
      ['1', 'first_reply', 7200, null],
    ]);
    expect(rows.ticket_sla.map((row) => [row.ticket_id, row.policy_id, timeOf(row.from), row.to])).toEqual([['1', '1', '03-02 12:00:00', null]]);
    expect(rows.agent_status.map((row) => [row.agent_id, row.status, row.availability, timeOf(row.from), timeOf(row.to)])).toEqual([
      ['2', 'online', 'available', '03-02 08:00:00', '03-02 11:00:00'],
      ['2', 'busy', 'busy', '03-02 11:00:00', '03-02 16:00:00'],
      ['2', 'offline', 'offline', '03-02 16:00:00', null],
    ]);
  });
});
