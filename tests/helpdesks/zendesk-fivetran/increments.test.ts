import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at, BEA, CEM, ZOE } from './desk';
import { type Opened, openZendesk } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');
const LATER = at('03-09 12:00:00');

describeWithPostgres('what Fivetran changes in its tables of a Zendesk', (server) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openZendesk(server());
    const { desk } = opened;
    await desk.schedule(9001, 'Europe', 'Amsterdam', [0, 24]);
    for (let id = 1; id <= 30; id++) {
      await desk.ticket(id, NOON, { assignee_id: BEA });
    }
    await desk.comment(30, at('03-08 12:00:00'), BEA);
    await lateNews();
    expect(await ask({ metric: 'owner_reply_count' })).toEqual([[1]]);
  });
  afterEach(() => opened.close());

  /** What was replicated last, of each table: all else is older than it by more than the overlap, and not read again by itself. */
  async function lateNews(when = at('03-08 18:00:00')): Promise<void> {
    await opened.desk.comment(30, when, ZOE);
    await opened.desk.set(30, when, 'group_id', 501);
  }

  const ask = (query: object) => opened.ask({ groupBy: [], ...query });

  /** Refreshes and says whether only what changed was read. */
  async function increment(): Promise<boolean> {
    const refresh = await opened.refresh();
    return refresh?.kind === 'increment';
  }

  it('a comment that came late, one that was deleted, a history that came late, a ticket that was edited', async () => {
    const { desk, place } = opened;
    // written before what is known, and replicated after it
    const late = await desk.comment(1, at('03-02 12:30:00'), BEA, { _fivetran_synced: LATER });
    await place.run(
      `INSERT INTO ticket_field_history VALUES (2, 'status', '${at('03-02 13:00:00')}', 'solved', ${BEA}, '${LATER}')`,
      `UPDATE ticket SET status = 'solved', _fivetran_synced = '${LATER}' WHERE id = 2`,
      `UPDATE ticket SET subject = 'Edited', priority = 'urgent', _fivetran_synced = '${LATER}' WHERE id = 3`,
      `INSERT INTO ticket_tag VALUES (3, 'vip', '${LATER}')`
    );
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'owner_reply_count' })).toEqual([[2]]);
    expect(await ask({ metric: 'time_to_close', statistics: ['mean'] })).toEqual([[3600]]);
    expect(await ask({ metric: 'opened', groupBy: ['tag'], filters: [{ field: 'priority', op: 'equals', values: ['urgent'] }] })).toEqual([['vip', 1]]);

    await place.run(`UPDATE ticket_comment SET _fivetran_deleted = true, _fivetran_synced = '${LATER}' WHERE id = ${late}`);
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'owner_reply_count' })).toEqual([[1]]);
  });

  it('somebody who is no agent any more, without what was done as one', async () => {
    const { desk, place } = opened;
    await desk.comment(5, at('03-09 12:00:00'), CEM);
    await lateNews(at('03-09 18:00:00'));
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'owner_reply_count' })).toEqual([[2]]);
    // Cem never had a ticket: nothing but the role said what he was
    await place.run(`UPDATE "user" SET role = 'end-user', _fivetran_synced = '${at('03-10 12:00:00')}' WHERE id IN (${CEM}, ${BEA})`);
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'owner_reply_count', groupBy: ['author'] })).toEqual([['Bea', 1]]);
  });

  it('a ticket that was deleted, one that was merged, a policy that was given, a rating', async () => {
    const { desk, place } = opened;
    await place.run(
      `UPDATE ticket SET status = 'deleted', _fivetran_synced = '${LATER}' WHERE id = 6`,
      `UPDATE ticket SET merged_ticket_ids = '[8]', _fivetran_synced = '${LATER}' WHERE id = 7`,
      `INSERT INTO ticket_field_history (ticket_id, field_name, updated, value, _fivetran_synced) VALUES
        (9, 'sla_policy', '${NOON}', 'Always', '${LATER}'),
        (9, 'first_reply_time', '${NOON}', '{"minutes":60,"in_business_hours":false}', '${LATER}'),
        (10, 'satisfaction_score', '${at('03-04 12:00:00')}', 'good', '${LATER}')`
    );
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'opened' })).toEqual([[28]]);
    expect(await ask({ metric: 'sla_breaches' })).toEqual([[1]]);
    expect(await ask({ metric: 'csat', statistics: ['share'] })).toEqual([[1]]);
    await desk.ticket(40, LATER, { requester_id: ZOE });
    await place.insert('ticket_schedule', { ticket_id: 40, schedule_id: 9001, created_at: LATER, _fivetran_synced: LATER });
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'opened' })).toEqual([[29]]);
  });
});
