import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at, USERS } from './desk';
import { rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('HubSpot’s people', (server) => {
  it('are owners, those who left included, and users who are no owner', async () => {
    const { agent } = await rowsAfter(server(), async ({ desk }) => {
      await desk.put('owner', { owner_id: 13, active_user_id: null, is_active: false, first_name: '', last_name: null, email: 'gone@example.org' });
    });
    expect(agent.map(({ agent_id: id, name, active, is_bot: bot }) => [id, name, active, bot])).toEqual([
      ['10', 'Bea Beaker', true, false],
      ['11', 'Cem Cemker', true, false],
      ['12', 'Dee Deeker', false, false],
      ['13', 'gone@example.org', false, false],
      ['user-503', 'eva@example.org', true, false],
    ]);
  });

  it('change tickets as users, who have other numbers than owners', async () => {
    const told: ReadonlyArray<readonly [source: string | null, id: string | null, kind: string | null, by: string | null]> = [
      ['CRM_UI', `userId:${USERS.bea}`, 'agent', '10'],
      ['MOBILE_ANDROID', `userId:${USERS.cem}`, 'agent', '11'],
      ['CRM_UI', `userId:${USERS.eva}`, 'agent', 'user-503'],
      // as an owner’s number it would be Cem
      ['CRM_UI', 'userId:11', 'agent', 'user-11'],
      ['CRM_UI', null, 'agent', null],
      ['WORKFLOWS', 'enrollmentId:7;actionExecutionIndex:0', 'system', null],
      ['AUTOMATION_PLATFORM', `userId:${USERS.bea}`, 'system', null],
      ['BOT', 'flow-3', 'bot', null],
      ['FORM', null, 'customer', null],
      ['INTEGRATION', '1234', 'system', null],
      [null, null, null, null],
    ];
    const { ticket_event: events } = await rowsAfter(server(), async ({ desk }) => {
      // made an owner again: the active one is meant
      await desk.put('owner', { owner_id: 9, active_user_id: USERS.bea, is_active: false, first_name: 'Bea', last_name: 'Before' });
      await desk.put('owner', { owner_id: 19, active_user_id: USERS.bea, is_active: false, first_name: 'Bea', last_name: 'Between' });
      await desk.ticket(1, NOON);
      for (const [i, [source, id]] of told.entries()) {
        await desk.version(1, 'hs_ticket_priority', i % 2 ? 'LOW' : 'HIGH', at(`03-03 12:00:${String(i).padStart(2, '0')}`), { source, source_id: id });
      }
    });
    const changes = events.filter(({ field }) => field === 'priority').sort((a, b) => Number(a.at) - Number(b.at));
    expect(changes.map(({ actor_kind: kind, actor_id: by }, i) => [told[i][0], told[i][1], kind, by])).toEqual(told);
    expect(changes[0]).toMatchObject({ to_value: 'high', from_value: null });
  });

  it('are given tickets and teams by properties, and to nobody by an empty one', async () => {
    const { ticket_event: events } = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      await desk.set(1, 'hubspot_owner_id', '10', at('03-02 13:00:00'));
      await desk.set(1, 'hubspot_team_id', '2', at('03-02 14:00:00'));
      await desk.set(1, 'hubspot_owner_id', '', at('03-02 15:00:00'));
      await desk.version(1, 'subject', 'Another', at('03-02 16:00:00'));
    });
    const told = [...events].sort((a, b) => Number(a.at) - Number(b.at));
    expect(told.map(({ field, to_value: to }) => [field, to])).toEqual([
      ['pipeline', '0'],
      ['stage', '1'],
      ['owner', '10'],
      ['team', '2'],
      ['owner', null],
    ]);
  });
});
