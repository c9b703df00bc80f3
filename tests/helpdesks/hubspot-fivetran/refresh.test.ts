import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at } from './desk';
import { openHubspot, type Opened } from './opened.fixture';

jest.setTimeout(180_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('what is changed in HubSpot', (server) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openHubspot(server());
    for (const id of [1, 2, 3, 4]) {
      await opened.desk.ticket(id, NOON, { property_source_type: 'EMAIL' });
    }
    await opened.desk.email([1], at('03-02 13:00:00'), 'EMAIL', { property_hubspot_owner_id: 10 });
    await opened.ask({ metric: 'opened' });
  });
  afterAll(() => opened.close());

  /** The connector comes once more, and the data source looks for what has changed. */
  async function after(hour: number, change: () => Promise<unknown>): Promise<void> {
    opened.desk.synced = at(`05-01 ${String(hour).padStart(2, '0')}:00:00`);
    await change();
    expect(await opened.refresh()).toMatchObject({ kind: 'increment' });
  }

  it('is in the answers after a refresh that reads only what the connector wrote since', async () => {
    const { desk, ask } = opened;
    const first = async () => (await ask({ kind: 'records', metric: 'time_to_first_response', columns: ['ticket', 'duration', 'author'] })).sort();
    expect(await first()).toEqual([['1', 3600, 'Bea Beaker']]);

    // an e-mail and a close; an answer in a conversation
    await after(1, async () => {
      await desk.email([2], at('03-02 14:00:00'), 'EMAIL');
      await desk.set(2, 'hs_pipeline_stage', '4', at('03-02 15:00:00'));
      await desk.edit('ticket', 3, { property_first_agent_reply_date: at('03-02 16:00:00') });
    });
    expect(await first()).toEqual([
      ['1', 3600, 'Bea Beaker'],
      ['2', 7200, null],
      ['3', 14_400, null],
    ]);
    expect(await ask({ metric: 'closed' })).toEqual([[1]]);

    // the e-mail comes that was the answer, and a close, long after it was; one ticket is merged into another
    await after(2, async () => {
      await desk.email([3], at('03-02 16:00:10'), 'EMAIL', { property_hubspot_owner_id: 10 });
      await desk.version(3, 'hs_pipeline_stage', '4', at('03-02 12:30:00'));
      await desk.edit('ticket', 1, { property_hs_merged_object_ids: '4' });
      await desk.edit('ticket', 4, { is_deleted: true });
    });
    expect(await first()).toContainEqual(['3', 14_410, 'Bea Beaker']);
    expect(await ask({ metric: 'closed' })).toEqual([[2]]);
    expect(await ask({ metric: 'opened' })).toEqual([[3]]);

    // what is said of rows that were not written again: who had the ticket when it was answered, whose it is
    await after(3, async () => {
      await desk.version(2, 'hubspot_owner_id', '11', at('03-02 13:30:00'));
      await desk.put('ticket_contact', { ticket_id: 3, contact_id: await desk.contact('Zoë'), category: 'HUBSPOT_DEFINED' });
    });
    expect(await first()).toContainEqual(['2', 7200, 'Cem Cemker']);
    expect(await ask({ kind: 'records', metric: 'opened', columns: ['ticket', 'customer'] })).toContainEqual(['3', 'Zoë']);

    // an e-mail is deleted: there was no answer; a ticket is
    await after(4, async () => {
      await desk.edit('engagement_email', 70_001, { _fivetran_deleted: true });
      await desk.edit('ticket', 2, { _fivetran_deleted: true });
    });
    expect(await first()).toEqual([['3', 14_410, 'Bea Beaker']]);
    expect(await ask({ metric: 'opened' })).toEqual([[2]]);
  });
});
