import { rm } from 'node:fs/promises';

import { canonicalTable, type TableName } from '../../src/backend/canonical/tables';
import type { Source } from '../../src/backend/sources/source';
import { deriveFacts } from '../../src/backend/store/facts/derive';
import type { Derive } from '../../src/backend/store/load/load-parts';
import { openTestStore, temporaryDirectory } from '../../src/backend/store/store.fixture';
import type { Helpdesk } from '../oracle/model';
import { rowsOf } from '../oracle/write';
import { closedTicket, helpdeskOf, openTicket } from './desk';
import type { Answer, Question } from './question';

/** The store's answers: one load of a small helpdesk, through the real derivation, answers all the questions. */
export async function byStore(questions: readonly Question[]): Promise<Answer[]> {
  const dir = temporaryDirectory();
  // due instants are told up to ten years ahead
  const nowMs = Math.max(...questions.map(({ from, to }) => Math.max(from, to ?? from))) + 366 * 86_400_000;
  const store = await openTestStore(dir, sourceOf(helpdeskOf(questions)), { derive, now: () => nowMs });
  try {
    store.start();
    if (!(await store.ready(60_000))) {
      throw store.state().lastError ?? new Error('The helpdesk was not loaded in a minute.');
    }
    const { schema, release } = store.lease();
    const connection = await store.connections.connect();
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
    // ids by key
    await connection.run(`USE ${schema}`);
    const closed = await read(
      'SELECT d.id, s.elapsed_ms, c.close_biz_ms, s.due_at FROM sla_fact s JOIN close_fact c USING (ticket_ix) JOIN dim_ticket d ON d.ix = ticket_ix'
    );
    const running = await read(
      'SELECT d.id, r.due_at, r.unbreached_until_at - 1 AS over_at FROM running_fact r JOIN dim_ticket d ON d.ix = r.ticket_ix WHERE r.ends_at IS NULL'
    );
    store.connections.disconnect(connection);
    release();
    const byId = new Map([...closed, ...running].map((row) => [String(row.id), row]));
    return questions.map((question, i) => answerOf(question, byId.get(closedTicket(i)), byId.get(openTicket(i))));
  } finally {
    await store.close();
    await rm(dir, { recursive: true });
  }
}

type Row = Readonly<Record<string, unknown>>;

/** The answer in the rows of a question's tickets. A clock whose ticket is closed later is due when the one that runs is. */
function answerOf({ to, budget }: Question, closed: Row | undefined, running: Row | undefined): Answer {
  const number = (value: unknown) => (value === null || value === undefined ? null : Number(value));
  if (to !== null) {
    return { elapsed: number(closed?.elapsed_ms), unpaused: number(closed?.close_biz_ms), due: null, over: null };
  }
  const [due, other] = [number(running?.due_at), number(closed?.due_at)];
  if (closed === undefined || due !== other) {
    throw new Error(`A budget of ${budget} ms is due at ${due} while the clock runs, at ${other} once it is met.`);
  }
  return { elapsed: null, unpaused: null, due, over: number(running?.over_at) };
}

const derive: Derive = (connection, schemas, signal, progress) =>
  deriveFacts(connection, { ...schemas, defaultCalendarId: null }, signal, (step, done, total) => progress({ step, done, total }));

/** A source of rows that are there already. */
function sourceOf(helpdesk: Helpdesk): Source {
  return {
    inspect: async () => [{ name: 'ticket', columns: canonicalTable('ticket').columns.map(({ name }) => name), rows: helpdesk.ticket.length }],
    async load({ connection, schema }) {
      for (const table of Object.keys(helpdesk) as TableName[]) {
        const rows = rowsOf(helpdesk, table);
        const columns = Object.keys(rows[0] ?? {});
        const values = rows.map((row) => `(${columns.map((column) => literal(row[column])).join(', ')})`);
        if (rows.length > 0) {
          await connection.run(`INSERT INTO ${schema}.${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES ${values.join(', ')}`);
        }
      }
      return null;
    },
    close: async () => undefined,
  };
}

function literal(value: unknown): string {
  if (typeof value === 'string') {
    return `'${value.replaceAll("'", "''")}'`;
  }
  return Array.isArray(value) ? '[]' : String(value);
}
