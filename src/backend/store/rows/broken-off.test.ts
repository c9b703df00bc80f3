import { describeWithPostgres } from '../../../../tests/servers/describe-with-postgres';
import { waitsForLock } from '../../../../tests/servers/waits-for-lock';
import { testSchema } from '../../sources/connections/postgres/schema.fixture';
import { ownStores } from '../store.fixture';
import type { Store } from '../store';

const MINUTE = 60_000;

describeWithPostgres('an increment that finds a table altered after it has read others', (server) => {
  const schema = testSchema(server);
  const stores = ownStores();

  const tickets = async (store: Store): Promise<readonly unknown[]> => {
    const lease = store.lease();
    const connection = await store.connections.connect();
    try {
      return (await connection.runAndReadAll(`SELECT ticket_id FROM ${lease.schema}.ticket_fact ORDER BY ALL`)).getRows().flat();
    } finally {
      store.connections.disconnect(connection);
      lease.release();
    }
  };
  const ticket = (id: string, at = 'now()') => `INSERT INTO ticket VALUES ('${id}', ${at}, ${at})`;

  it('leaves none of their rows to the next one', async () => {
    await schema.run(
      'CREATE TABLE ticket (ticket_id text PRIMARY KEY, created_at timestamptz, updated_at timestamptz)',
      'CREATE TABLE message (message_id text PRIMARY KEY, ticket_id text, sent_at timestamptz, author_kind text, kind text, updated_at timestamptz)',
      ticket('old', `now() - interval '1 hour'`)
    );
    const store = await stores.started(schema.source(), { settings: { refreshIntervalMs: 60 * MINUTE, overlapMs: 0, sweepIntervalMs: 60 * MINUTE } });
    await schema.run(ticket('gone'));
    const { isLocked, isDone } = waitsForLock(
      server(),
      schema.quoted(),
      'message',
      `ALTER TABLE message RENAME COLUMN kind TO what; DELETE FROM ticket WHERE ticket_id = 'gone'`
    );
    await isLocked;
    await Promise.all([store.refreshNow(), isDone]);
    expect(store.state()).toMatchObject({ lastError: null, lastRefresh: { kind: 'full' } });
    expect(await tickets(store)).toEqual(['old']);
    await schema.run(ticket('new'));
    await store.refreshNow();
    expect(await tickets(store)).toEqual(['new', 'old']);
    expect(store.state()).toMatchObject({ lastError: null, lastRefresh: { kind: 'increment' } });
  });
});
