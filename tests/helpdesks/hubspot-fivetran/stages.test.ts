import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at } from './desk';
import { openHubspot, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('HubSpot’s stages', (server) => {
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
