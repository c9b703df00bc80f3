import { describeWithPostgres } from '../servers/describe-with-postgres';
import { Opened } from './opened.fixture';
import { EXPECTED } from './story';

jest.setTimeout(60_000);

/** What the data source says of each conversation, in the form of what must be said. */
async function said(opened: Opened): Promise<unknown[][]> {
  const { ticket, message } = await opened.rows();
  const records = async (metric: string, ...more: string[]) =>
    (await opened.ask({ kind: 'records', metric, columns: ['ticket', ...more], limit: 1000 })).map(([number, value]) => ({ number, value }));
  const first = await records('time_to_first_response', 'duration');
  const closes = await records('closed');
  const close = await records('time_to_close', 'duration');
  const opens = (await records('net_flow', 'weight')).filter(({ value }) => value === 1);
  return ticket.map(({ ticket_id: id, number, created_by: by }) => {
    const of = <Row extends { number: unknown }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.number === number);
    const written = (kind: string) =>
      message.filter((row) => row.ticket_id === id && row.author_kind === kind && row.kind === 'reply' && row.visibility === 'public').length;
    const durations = [of(first), of(close)].map(([one]) => one?.value ?? null);
    return [Number(number), by, durations[0], of(closes).length, of(opens).length - 1, durations[1], written('agent'), written('customer')];
  });
}

describeWithPostgres('the story that a Chatwoot was told', (server) => {
  it.each(['4.2', '4.14'] as const)('is read as it was, from %s', async (age) => {
    const opened = await Opened.at(server(), age);
    try {
      expect((await said(opened)).sort(([a], [b]) => Number(a) - Number(b))).toEqual(EXPECTED);
      expect(await opened.ask({ metric: 'csat', statistics: ['mean', 'count'] })).toEqual([[3.5, 2]]);
      // each conversation is asked once, however often it is closed: two of the twelve that were closed answered
      expect(await opened.ask({ metric: 'csat_response_rate' })).toEqual([[2 / 12]]);
    } finally {
      await opened.close();
    }
  });
});
