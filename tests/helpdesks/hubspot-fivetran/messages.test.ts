import { describeWithPostgres } from '../../servers/describe-with-postgres';
import type { Rows } from '../open-desk';
import { at } from './desk';
import { timeOf } from '../time-of';
import { openHubspot, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');
const ONE = at('03-02 13:00:00');

/** The messages in the order of their time. */
const written = ({ message }: Rows) =>
  [...message].sort((a, b) => Number(a.sent_at) - Number(b.sent_at) || String(a.message_id).localeCompare(String(b.message_id)));

describeWithPostgres('HubSpot’s e-mails, calls and notes', (server) => {
  it('are of the side that their direction says, and one that was forwarded is of none', async () => {
    const told: ReadonlyArray<readonly [direction: string | null, more: object, author: string, kind: string]> = [
      ['EMAIL', {}, 'agent', 'reply'],
      ['EMAIL', { property_hs_email_status: 'SENT' }, 'agent', 'reply'],
      ['EMAIL', { property_hs_email_status: 'BOUNCED' }, 'agent', 'reply'],
      ['EMAIL', { property_hs_email_status: 'FAILED' }, 'agent', 'draft'],
      ['EMAIL', { property_hs_email_status: 'SCHEDULED' }, 'agent', 'draft'],
      ['DRAFT_EMAIL', {}, 'agent', 'draft'],
      ['INCOMING_EMAIL', {}, 'customer', 'reply'],
      ['INCOMING_EMAIL', { _fivetran_deleted: true }, 'customer', 'draft'],
      ['FORWARDED_EMAIL', {}, 'system', 'forward'],
      [null, {}, 'system', 'forward'],
    ];
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      for (const [direction, more] of told) {
        await desk.email([1], ONE, direction as string, more as Readonly<Record<string, unknown>>);
      }
      await desk.activity('call', [1], at('03-02 14:00:00'));
      await desk.activity('note', [1], at('03-02 15:00:00'));
      await desk.activity('note', [1], at('03-02 16:00:00'), { _fivetran_deleted: true });
    });
    expect(written(rows).map(({ author_kind: author, kind, visibility }) => [author, kind, visibility])).toEqual([
      ...told.map(([, , author, kind]) => [author, kind, 'public']),
      ['agent', 'call', 'public'],
      ['agent', 'note', 'internal'],
      ['agent', 'draft', 'internal'],
    ]);
  });

  it('are of when they were sent, not of when somebody logged them', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      await desk.email([1], ONE, 'EMAIL', { property_hs_createdate: at('03-04 09:00:00') });
      await desk.email([1], NOON, 'EMAIL', { property_hs_timestamp: null, property_hs_createdate: at('03-03 09:00:00') });
    });
    expect(written(rows).map(({ sent_at: when }) => timeOf(when))).toEqual(['03-02 13:00:00', '03-03 09:00:00']);
  });

  it('are whose HubSpot says they are, else of who had the ticket then; before anybody had it, of somebody', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      await desk.set(1, 'hubspot_owner_id', '10', at('03-02 14:00:00'));
      await desk.set(1, 'hubspot_owner_id', '11', at('03-02 16:00:00'));
      await desk.set(1, 'hubspot_owner_id', '', at('03-02 18:00:00'));
      for (const hour of [13, 14, 15, 16, 17, 19]) {
        await desk.email([1], at(`03-02 ${hour}:00:00`), 'EMAIL');
      }
      await desk.email([1], at('03-02 20:00:00'), 'EMAIL', { property_hubspot_owner_id: 12 });
      await desk.email([1], at('03-02 21:00:00'), 'INCOMING_EMAIL', { property_hubspot_owner_id: 12 });
    });
    expect(written(rows).map(({ author_id: by }) => by)).toEqual([null, '10', '10', '11', '11', null, '12', null]);
  });

  it('stand once for each ticket that they are linked to, however often they are linked', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      await desk.ticket(2, NOON);
      const id = await desk.email([1, 2], ONE, 'EMAIL');
      await desk.put('ticket_engagement', { ticket_id: 1, engagement_id: id, category: 'USER_DEFINED' });
    });
    expect(rows.message.map(({ message_id: id, ticket_id: ticket }) => [id, ticket])).toEqual([
      ['70001-1', '1'],
      ['70001-2', '2'],
    ]);
  });

  it('leave the first answer to HubSpot’s date where no e-mail is it, and count it once where one is', async () => {
    const opened = await openHubspot(server());
    try {
      const { desk } = opened;
      const answered = { property_first_agent_reply_date: ONE };
      // in a conversation alone; in one, and by e-mail later; by an e-mail, of which the date is some seconds before
      for (const id of [1, 2, 3]) {
        await desk.ticket(id, NOON, { property_source_type: 'CHAT', ...answered });
        await desk.set(id, 'hubspot_owner_id', '11', NOON);
      }
      await desk.email([2], at('03-03 13:00:00'), 'EMAIL', { property_hubspot_owner_id: 10 });
      await desk.email([3], at('03-02 13:00:20'), 'EMAIL', { property_hubspot_owner_id: 10 });
      const first = await opened.ask({ kind: 'records', metric: 'time_to_first_response', columns: ['ticket', 'duration', 'author'] });
      expect(first.sort()).toEqual([
        ['1', 3600, 'Cem Cemker'],
        ['2', 3600, 'Cem Cemker'],
        ['3', 3620, 'Bea Beaker'],
      ]);
      expect(await opened.ask({ metric: 'owner_reply_count', groupBy: [] })).toEqual([[4]]);
    } finally {
      await opened.close();
    }
  });
});
