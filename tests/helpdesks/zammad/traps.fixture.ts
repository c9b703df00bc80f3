import type { Rows } from '../open-desk';
import type { Place } from '../place';
import { timeOf } from '../time-of';
import { type Opened, openZammad } from './opened.fixture';
import { NOON, TRAPS } from './traps';

/** The numbers of a trap’s tickets begin at so many times its place. */
const APART = 100;

/** The rows of a trap’s tickets in the order in which they were written, and all rows of tables that have no tickets. */
function rowsOf(rows: Rows, place: number): Rows {
  const tickets = rows.ticket.filter(({ number }) => Math.floor(Number(number) / APART) === place);
  const ids = tickets.map(({ ticket_id: id }) => id);
  const written = (row: Rows[string][number]): number => parseInt(String(row.message_id ?? row.event_id ?? row.ticket_id), 10);
  return Object.fromEntries(
    Object.entries(rows).map(([table, all]) => {
      const mine = all.filter(({ ticket_id: id }) => id === undefined || ids.includes(id));
      return [table, 'ticket_id' in all[0] ? mine.sort((a, b) => written(a) - written(b)) : mine];
    })
  );
}

/** Tests of each thing that is easily read wrong: the same in every kind of database. */
export function mindsTraps(place: () => Promise<Place>): void {
  let opened: Opened;
  let rows: Rows;
  beforeAll(async () => {
    opened = await openZammad(await place(), []);
    for (const [i, { act }] of TRAPS.entries()) {
      const asker = await opened.desk.customer('c10');
      let number = i * APART;
      const begin = (more: Readonly<Record<string, unknown>> = {}): Promise<number> => opened.desk.ticket(++number, asker, NOON, more);
      await act(opened.desk, await begin(), begin);
    }
    rows = await opened.rows();
  }, 60_000);
  afterAll(() => opened.close());

  it.each(TRAPS.map(({ name }, i) => [name, i] as const))('%s', (_, i) => TRAPS[i].check(rowsOf(rows, i)));

  it('instants are UTC’s, whatever the settings say of the database’s', async () => {
    const { ticket } = await opened.rows({ databaseTimeZone: 'America/New_York' });
    expect(timeOf(ticket[0].created_at)).toBe('03-02 12:00:00');
  });
}
