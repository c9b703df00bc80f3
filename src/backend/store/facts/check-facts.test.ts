import type { DuckDBConnection } from '@duckdb/node-api';
import { rmSync } from 'node:fs';

import { SourceError } from '../../sources/source';
import { until } from '../../../../tests/until';
import { fakeSource, openTestStore, temporaryDirectory } from '../store.fixture';
import { Build } from './build';
import { checkFacts } from './check-facts';
import { deriveFacts } from './derive';
import { derived, OPTIONS } from './derived.fixture';

const check = (connection: DuckDBConnection) => checkFacts(new Build(connection, OPTIONS, new AbortController().signal));

describe('what is derived is what the catalogue declares', () => {
  let connection: DuckDBConnection;

  beforeAll(async () => {
    connection = await derived([`INSERT INTO staging.ticket (ticket_id, created_at) VALUES ('t1', 1772000000000)`]);
  });

  afterAll(() => connection.closeSync());

  /** What is said once a change was made, which is then undone. */
  const saidAfter = async (...change: string[]) => {
    await connection.run('BEGIN');
    try {
      for (const statement of change) {
        await connection.run(statement);
      }
      return await check(connection).then(
        () => 'nothing',
        (error: unknown) => error
      );
    } finally {
      await connection.run('ROLLBACK');
    }
  };

  it('says nothing of what deriveFacts makes', async () => expect(await saidAfter()).toBe('nothing'));

  test.each([
    [
      'a column that nothing derives',
      'ALTER TABLE facts.close_fact DROP COLUMN nth',
      'close_fact lacks nth, which src/shared/catalog/facts.ts declares: derive it in src/backend/store/facts.',
    ],
    [
      'a column that nobody declared',
      'ALTER TABLE facts.close_fact ADD COLUMN mood_ix INTEGER',
      'close_fact has mood_ix, which src/shared/catalog/facts.ts does not declare: declare it there, or derive it no longer.',
    ],
    [
      'a column of another type',
      'ALTER TABLE facts.message_fact ALTER direction TYPE TINYINT',
      'message_fact.direction is TINYINT, which src/shared/catalog/facts.ts declares as integer (INTEGER): cast it in src/backend/store/facts.',
    ],
    [
      'columns in another order',
      'CREATE OR REPLACE TABLE facts.ticket_tag AS SELECT tag_ix, ticket_ix FROM facts.ticket_tag',
      'ticket_tag has tag_ix where src/shared/catalog/tables.ts declares ticket_ix: bring its columns into the declared order.',
    ],
    [
      'a fact that nothing derives',
      'DROP TABLE facts.chat_fact',
      'There is no chat_fact, which src/shared/catalog/facts.ts declares: create it in src/backend/store/facts.',
    ],
    [
      'a dictionary without a column',
      'ALTER TABLE facts.dim_stage DROP COLUMN kind',
      'dim_stage lacks kind, which src/shared/catalog/tables.ts declares: derive it in src/backend/store/facts.',
    ],
    [
      'a helper table of another type',
      'ALTER TABLE facts.owner_span ALTER owner_ix TYPE BIGINT',
      'owner_span.owner_ix is BIGINT, which src/shared/catalog/tables.ts declares as key (INTEGER): cast it in src/backend/store/facts.',
    ],
    [
      'a table that nobody declared',
      'CREATE TABLE facts.mood_fact (ticket_ix INTEGER)',
      'There is a table mood_fact, which the catalogue does not declare: declare it in src/shared/catalog/facts.ts, or make it a temporary one.',
    ],
  ])('names %s', async (_, change, sentence) => {
    const said = await saidAfter(change);
    expect(said).toBeInstanceOf(SourceError);
    expect(said).toMatchObject({ category: 'internal', message: expect.stringContaining(sentence) });
  });
});

test('a load that derives something else fails with the sentence, and the store goes on answering', async () => {
  const dir = temporaryDirectory();
  let loads = 0;
  const store = await openTestStore(dir, fakeSource({ tickets: 7 }), {
    derive: async (connection, schemas, signal) => {
      if (++loads > 1) {
        await connection.run(`CREATE TABLE ${schemas.target}.mood_fact (ticket_ix INTEGER)`);
      }
      await deriveFacts(connection, { ...schemas, defaultCalendarId: null }, signal, () => undefined);
    },
  });
  try {
    store.start();
    await store.ready(20_000);
    await store.refreshNow();
    await until(() => store.state().lastError !== null);
    expect(store.state()).toMatchObject({ phase: 'ready', generation: 1, tableRows: { ticket_fact: 7 } });
    expect(store.state().lastError).toMatchObject({
      category: 'internal',
      message: expect.stringContaining('There is a table mood_fact'),
      hint: expect.stringContaining('the plugin, not in your data'),
    });
    const lease = store.lease();
    const connection = await store.connections.connect();
    expect((await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${lease.schema}.ticket_fact`)).getRows()).toEqual([[7]]);
    store.connections.disconnect(connection);
    lease.release();
  } finally {
    await store.close();
    rmSync(dir, { recursive: true });
  }
}, 60_000);
