import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at, BEA, becomes, CEM, ZOE } from './desk';
import { type Opened, openAirbyte } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = '03-02 12:00:00';
const LATER = '03-09 12:00:00';

describeWithPostgres('what Airbyte changes in its tables of a Zendesk', (server) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openAirbyte(server());
    for (let id = 1; id <= 30; id++) {
      await opened.desk.ticket(id, NOON, { assignee_id: BEA });
    }
    await opened.desk.comment(30, '03-08 12:00:00', BEA);
    expect(await ask({ metric: 'owner_reply_count' })).toEqual([[1]]);
  });
  afterEach(() => opened.close());

  const ask = (query: object) => opened.ask({ groupBy: [], ...query });
  const increment = async (): Promise<boolean> => (await opened.refresh())?.kind === 'increment';

  it('what came late, copies that were appended, rows that were swapped, what was deleted', async () => {
    const { desk, place } = opened;
    // done before what is known, and copied after it
    await desk.audit(1, '03-02 13:00:00', CEM, [becomes('status', 'solved', 'new'), { id: 900, type: 'Comment', public: true, author_id: CEM }], LATER);
    await desk.copy('tickets', LATER, { id: 1, created_at: at(NOON), status: 'solved', requester_id: ZOE, submitter_id: ZOE });
    await desk.copy('deleted_tickets', LATER, { id: 2, deleted_at: at('03-08 12:00:00') });
    // a full refresh swaps the table: every row is a new copy
    await place.run(`UPDATE users SET _airbyte_extracted_at = '${at(LATER)}', _airbyte_raw_id = gen_random_uuid()::text`);
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'owner_reply_count' })).toEqual([[2]]);
    expect(await ask({ metric: 'time_to_close', statistics: ['mean'] })).toEqual([[3600]]);
    expect(await ask({ metric: 'opened' })).toEqual([[29]]);
    // newer than what was read by more than the overlap, so that nothing is read again by itself
    await desk.comment(30, '03-09 18:00:00', ZOE);
    expect(await increment()).toBe(true);
    await desk.copy('users', '03-10 12:00:00', { id: CEM, name: 'Cem', role: 'end-user' });
    expect(await increment()).toBe(true);
    expect(await ask({ metric: 'owner_reply_count' })).toEqual([[1]]);
  });
});
