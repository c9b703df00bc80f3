import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at } from './desk';
import { timeOf } from '../time-of';
import { openHubspot, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('HubSpot’s tickets', (server) => {
  it('are their customer’s where they came by e-mail, form or chat, whoever made them; what somebody typed besides is the agent’s', async () => {
    const began: ReadonlyArray<readonly [came: string | null, source: string | null, by: string, channel: string | null]> = [
      ['EMAIL', 'CRM_UI', 'customer', 'email'],
      ['FORM', 'WORKFLOWS', 'customer', 'web_form'],
      ['CHAT', 'CONVERSATIONS', 'customer', 'chat'],
      ['WHATSAPP', 'CONVERSATIONS', 'customer', 'whatsapp'],
      ['PHONE', 'CRM_UI', 'agent', 'phone'],
      ['PHONE', 'MOBILE_IOS', 'agent', 'phone'],
      ['PHONE', 'CALLING', 'customer', 'phone'],
      [null, 'CRM_UI', 'agent', null],
      ['', 'CRM_UI_BULK_ACTION', 'agent', null],
      [null, 'FORM', 'customer', null],
      [null, 'API', 'customer', null],
      [null, 'AUTOMATION_PLATFORM', 'system', null],
      [null, 'WORKFLOWS', 'system', null],
      [null, 'BOT', 'bot', null],
    ];
    const { ticket } = await rowsAfter(server(), async ({ desk }) => {
      for (const [i, [came, source]] of began.entries()) {
        await desk.ticket(1001 + i, NOON, { source: source ?? undefined, property_source_type: came });
      }
    });
    expect(ticket.map(({ created_by: by, channel }, i) => [began[i][0], began[i][1], by, channel])).toEqual(began);
  });

  it('that were merged are in their survivor, and are not told as deleted', async () => {
    const opened = await openHubspot(server());
    try {
      for (const id of [1, 2, 3, 4, 5]) {
        await opened.desk.ticket(id, NOON);
      }
      await opened.desk.edit('ticket', 3, { property_hs_merged_object_ids: '1;2' });
      // the survivor was merged itself: its own losers stand with the last one, too
      await opened.desk.edit('ticket', 4, { property_hs_merged_object_ids: '3;1;2' });
      await opened.admin.query('UPDATE ticket SET is_deleted = true WHERE id IN (1, 2, 3, 5)');
      const { ticket } = await opened.rows();
      expect(ticket.map(({ ticket_id: id, merged_into_id: into, is_deleted: deleted, status }) => [id, into, deleted, status])).toEqual([
        ['1', '4', false, 'merged'],
        ['2', '4', false, 'merged'],
        ['3', '4', false, 'merged'],
        ['4', null, false, null],
        ['5', null, true, null],
      ]);
      expect(await opened.ask({ metric: 'opened' })).toEqual([[1]]);
      expect(await opened.ask({ metric: 'opened', include: ['merged'] })).toEqual([[4]]);
      expect(await opened.ask({ metric: 'opened', include: ['deleted'] })).toEqual([[2]]);
      expect((await opened.ask({ metric: 'backlog', include: ['merged'] })).flat()).toContain(1);
    } finally {
      await opened.close();
    }
  });

  it('that the connector marks as deleted are deleted', async () => {
    const { ticket } = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON, { _fivetran_deleted: true, is_deleted: null });
      await desk.ticket(2, NOON, { _fivetran_deleted: null, is_deleted: null });
    });
    expect(ticket.map(({ is_deleted: deleted }) => deleted)).toEqual([true, false]);
  });

  it('close as often as their stages say: the date of the close is cleared and written again', async () => {
    const opened = await openHubspot(server());
    try {
      const { desk } = opened;
      await desk.ticket(1, NOON);
      for (const [stage, when] of [
        ['4', at('03-03 12:00:00')],
        ['3', at('03-04 12:00:00')],
        ['4', at('03-05 12:00:00')],
        // from one closed stage to another: no close
        ['704', at('03-06 12:00:00')],
      ]) {
        await desk.set(1, 'hs_pipeline_stage', stage, when);
      }
      await desk.edit('ticket', 1, { property_closed_date: at('03-06 12:00:00') });
      // open again, though a date was left
      await desk.ticket(2, NOON, { property_closed_date: at('03-03 12:00:00') });
      const closes = await opened.ask({ kind: 'records', metric: 'closed', columns: ['ticket', 'closed_at'] });
      expect(closes.map(([ticket, when]) => [ticket, timeOf(when)])).toEqual([
        ['1', '03-05 12:00:00'],
        ['1', '03-03 12:00:00'],
      ]);
      expect(await opened.ask({ metric: 'time_to_close', statistics: ['max'] })).toEqual([[3 * 86_400]]);
    } finally {
      await opened.close();
    }
  });

  it('close where their oldest versions are no longer kept', async () => {
    const opened = await openHubspot(server());
    try {
      await opened.desk.ticket(1, NOON);
      await opened.desk.set(1, 'hs_pipeline_stage', '4', at('03-03 12:00:00'));
      await opened.desk.ticket(2, NOON, { property_hs_pipeline_stage: '4', property_closed_date: at('03-04 12:00:00') });
      await opened.admin.query(`DELETE FROM ticket_property_history WHERE timestamp_instant = '${NOON}'`);
      const closes = await opened.ask({ kind: 'records', metric: 'time_to_close', columns: ['ticket', 'duration'] });
      expect(closes.sort()).toEqual([
        ['1', 86_400],
        ['2', 2 * 86_400],
      ]);
    } finally {
      await opened.close();
    }
  });

  it('that were imported are marked', async () => {
    const { ticket } = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON, { source: 'IMPORT' });
      await desk.ticket(2, NOON);
    });
    expect(ticket.map(({ is_imported: imported, created_by: by }) => [imported, by])).toEqual([
      [true, 'customer'],
      [false, 'customer'],
    ]);
  });

  it('have the portal’s own properties, those that somebody chose, and what became of HubSpot’s SLA', async () => {
    const { ticket } = await rowsAfter(server(), async ({ desk, place }) => {
      const types = {
        plan: 'text',
        'the "big" one': 'boolean',
        seats: 'numeric',
        due: 'timestamptz',
        hs_object_id: 'bigint',
        hs_time_to_close_sla_status: 'text',
        source_ref: 'text',
      };
      await place.run(...Object.entries(types).map(([name, type]) => `ALTER TABLE ticket ADD IF NOT EXISTS "property_${name.replaceAll('"', '""')}" ${type}`));
      await place.run(...Array.from({ length: 60 }, (_, i) => `ALTER TABLE ticket ADD property_p${i} text`));
      const kept = {
        property_plan: 'gold',
        'property_the "big" one': true,
        property_seats: 5,
        property_hs_time_to_close_sla_status: 'Overdue',
        property_p59: 'last',
      };
      await desk.ticket(1, NOON, {
        ...kept,
        property_due: NOON,
        property_hs_object_id: 1,
        property_source_ref: 'x',
        property_p1: '',
        property_region: 'A story. '.repeat(30),
      });
      await desk.ticket(2, NOON);
    });
    expect(ticket.map(({ attributes }) => JSON.parse(String(attributes)) as unknown)).toEqual([
      { plan: 'gold', 'the "big" one': 'true', seats: '5', hs_time_to_close_sla_status: 'Overdue', p59: 'last' },
      {},
    ]);
  });

  it('have the first of several contacts and companies, and stand once though a pair is linked twice', async () => {
    const { ticket } = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON, {
        property_hs_ticket_priority: 'HIGH',
        property_hs_ticket_category: 'PRODUCT_ISSUE',
        property_hubspot_team_id: 2,
        property_hubspot_owner_id: 11,
      });
      await desk.ticket(2, NOON, { property_hs_ticket_category: '' });
      for (const [contact, category] of [
        [907, 'HUBSPOT_DEFINED'],
        [903, 'HUBSPOT_DEFINED'],
        [903, 'USER_DEFINED'],
      ]) {
        await desk.put('ticket_contact', { ticket_id: 1, contact_id: contact, category });
        await desk.put('ticket_company', { ticket_id: 1, company_id: contact, category });
      }
    });
    expect(ticket).toMatchObject([
      { requester_id: '903', org_id: '903', priority: 'high', category: 'PRODUCT_ISSUE', team_id: '2', owner_id: '11' },
      { requester_id: null, org_id: null, priority: null, category: null, team_id: null, owner_id: null },
    ]);
  });
});
