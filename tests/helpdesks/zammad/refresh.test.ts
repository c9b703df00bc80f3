import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { placeInPostgres } from '../in-postgres';
import { STORY } from '../story';
import { at } from './desk';
import { type Opened, openZammad } from './opened.fixture';

jest.setTimeout(60_000);

const [BEA, CEM] = [3, 4];

describeWithPostgres('what changes in a Zammad reaches the answers by what changed', (server) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openZammad(
      await placeInPostgres(server()),
      STORY.filter(({ number }) => [1, 2, 6, 8, 9].includes(number))
    );
    const { desk } = opened;
    await desk.insert('calendars', { name: 'Office', timezone: 'UTC', business_hours: '{"mon":{"active":true,"timeframes":[["09:00","17:00"]]}}' });
    await desk.insert('slas', { calendar_id: 1, name: 'High', condition: '{"ticket.priority_id":{"operator":"is","value":"4"}}', first_response_time: 60 });
    await desk.insert('slas', { calendar_id: 1, name: 'Rest', first_response_time: 600 });
  });
  afterEach(() => opened.close());

  /** By which SLA the clocks of a ticket were measured. */
  const policies = async (ticket: string) =>
    opened.ask({ kind: 'records', metric: 'sla_attainment', columns: ['clock', 'policy'], filters: [{ field: 'ticket', op: 'in', values: [ticket] }] });

  it('an answer, a close, another owner, a tag, a merge', async () => {
    const { desk } = opened;
    expect(await opened.ask({ metric: 'closed' })).toEqual([[5]]);
    const sixth = 3;
    await desk.article(sixth, at('04-04 09:00:00'), 'Agent', 'email', BEA);
    await desk.become(sixth, at('04-04 09:00:00'), BEA, 'closed');
    await desk.change(sixth, at('04-04 09:00:00'), BEA, 'owner', CEM);
    await desk.insert('tags', {
      tag_item_id: await desk.insert('tag_items', { name: 'late' }),
      tag_object_id: desk.number('tag_objects', 'Ticket'),
      o_id: sixth,
    });
    expect(await opened.refresh()).toMatchObject({ kind: 'increment' });
    expect(await opened.ask({ metric: 'closed' })).toEqual([[6]]);
    expect(
      await opened.ask({
        kind: 'records',
        metric: 'time_to_first_response',
        columns: ['ticket', 'owner'],
        filters: [{ field: 'tag', op: 'in', values: ['late'] }],
      })
    ).toEqual([['6', 'Cem']]);
    const asked = await opened.ask({ metric: 'ticket_reply_count', groupBy: ['direction'] });
    await desk.merge(5, 4, at('04-04 10:00:00'), BEA);
    expect(await opened.refresh()).toMatchObject({ kind: 'increment' });
    // the article of the loser is the survivor’s, so that it counts still
    expect(await opened.ask({ metric: 'ticket_reply_count', groupBy: ['direction'] })).toEqual(asked);
    expect(await opened.refresh()).toMatchObject({ kind: 'nothing' });
  });

  it('another SLA, since the ticket has another priority now: the one that it had is gone', async () => {
    const { desk } = opened;
    expect(await policies('2')).toEqual([['First reply', '2']]);
    await desk.change(2, at('04-04 09:00:00'), BEA, 'priority', desk.number('ticket_priorities', '3 high'));
    expect(await opened.refresh()).toMatchObject({ kind: 'increment' });
    const rows = (await opened.rows()).ticket_sla.filter(({ ticket_id: id }) => id === '2');
    expect(rows.map(({ policy_id: id, from, to }) => [id, to !== from])).toEqual([
      ['1', true],
      ['2', false],
    ]);
    expect(await policies('2')).toEqual([['First reply', '1']]);
  });

  it('hours, holidays and conditions, by reading all anew', async () => {
    const hours = { metric: 'time_to_first_response', hours: 'sla', filters: [{ field: 'ticket', op: 'in', values: ['1'] }] };
    const [[first]] = await opened.ask(hours);
    await opened.place.run(`UPDATE calendars SET business_hours = '{"mon":{"active":true,"timeframes":[["09:00","10:00"]]}}'`);
    expect(await opened.refresh()).toMatchObject({ kind: 'full' });
    const [[second]] = await opened.ask(hours);
    expect([first, second]).toEqual([6259, 3600]);
    expect(await opened.refresh()).toMatchObject({ kind: 'nothing' });
  });
});
