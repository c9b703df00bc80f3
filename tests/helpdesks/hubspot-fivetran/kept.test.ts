import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at, USERS } from './desk';
import { openHubspot, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('HubSpot’s stages and people', (server) => {
  describe('stages', () => {
    it('have ids of digits, which are texts, and are closed by either of two columns', async () => {
      const { stage } = await rowsAfter(server(), async ({ desk }) => {
        await desk.put('ticket_pipeline_stage', {
          stage_id: '88001',
          pipeline_id: '88',
          label: 'Only the newer',
          display_order: 1,
          is_closed: null,
          ticket_state: 'CLOSED',
        });
        await desk.put('ticket_pipeline_stage', {
          stage_id: '88002',
          pipeline_id: '88',
          label: 'Only the older',
          display_order: 2,
          is_closed: true,
          ticket_state: null,
        });
        await desk.put('ticket_pipeline_stage', {
          stage_id: '0088003',
          pipeline_id: '88',
          label: 'Neither',
          display_order: 3,
          is_closed: null,
          ticket_state: null,
        });
      });
      expect(stage.map(({ stage_id: id, pipeline_id: of, kind, pauses_sla: pauses }) => [id, of, kind, pauses])).toEqual([
        ['0088003', '88', 'open', false],
        ['1', '0', 'new', false],
        ['2', '0', 'waiting_customer', true],
        ['3', '0', 'open', false],
        ['4', '0', 'closed', false],
        ['701', '77', 'new', false],
        ['702', '77', 'open', false],
        ['703', '77', 'closed', false],
        ['704', '77', 'closed', false],
        ['88001', '88', 'closed', false],
        ['88002', '88', 'closed', false],
      ]);
    });

    it('wait where they are called so', async () => {
      const labels = [
        ['First', 'new'],
        ['Waiting for the customer', 'waiting_customer'],
        ['Wait on contact (2nd)', 'waiting_customer'],
        ['Wachten op contact', 'waiting_customer'],
        ['Warten auf Kontakt', 'waiting_customer'],
        ['Waiting on us', 'open'],
        ['Waiting for supplier', 'open'],
        ['On hold', 'on_hold'],
        ['Contact', 'open'],
      ] as const;
      const { stage } = await rowsAfter(server(), async ({ desk }) => {
        for (const [i, [label]] of labels.entries()) {
          await desk.put('ticket_pipeline_stage', { stage_id: `9${i}`, pipeline_id: '9', label, display_order: i, is_closed: false, ticket_state: 'OPEN' });
        }
      });
      expect(stage.filter(({ pipeline_id: of }) => of === '9').map(({ label, kind }) => [label, kind])).toEqual(labels);
    });

    it('that were deleted stay for the tickets that were in them, and do not begin a pipeline; one that was moved stands where it is', async () => {
      const opened = await openHubspot(server());
      try {
        const { desk, admin } = opened;
        await desk.put('ticket_pipeline', { pipeline_id: '55', label: 'Gone', display_order: 3, _fivetran_deleted: true });
        await desk.put('ticket_pipeline_stage', {
          stage_id: '551',
          pipeline_id: '55',
          label: 'Done then',
          display_order: 0,
          is_closed: true,
          ticket_state: 'CLOSED',
          _fivetran_deleted: true,
        });
        await desk.put('ticket_pipeline_stage', {
          stage_id: '700',
          pipeline_id: '77',
          label: 'Before',
          display_order: 0,
          is_closed: false,
          ticket_state: 'OPEN',
          _fivetran_deleted: true,
        });
        await desk.put('ticket_pipeline_stage', {
          stage_id: '702',
          pipeline_id: '0',
          label: 'In repair, once',
          display_order: 9,
          is_closed: true,
          ticket_state: 'CLOSED',
          _fivetran_deleted: true,
        });
        await desk.ticket(1, NOON);
        await desk.set(1, 'hs_pipeline', '55', at('03-03 12:00:00'));
        await desk.set(1, 'hs_pipeline_stage', '551', at('03-03 12:00:00'));
        const { stage } = await opened.rows();
        expect(
          stage.filter(({ stage_id: id }) => ['551', '700', '701', '702'].includes(String(id))).map(({ stage_id: id, pipeline_id: of, kind }) => [id, of, kind])
        ).toEqual([
          ['551', '55', 'closed'],
          ['700', '77', 'open'],
          ['701', '77', 'new'],
          ['702', '77', 'open'],
        ]);
        expect(await opened.ask({ metric: 'closed', groupBy: ['pipeline'] })).toEqual([expect.arrayContaining(['Gone', 1])]);
        expect((await admin.query('SELECT FROM ticket_pipeline WHERE _fivetran_deleted')).rowCount).toBe(1);
      } finally {
        await opened.close();
      }
    });
  });

  describe('people', () => {
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
});
