import { makePostgres } from '../demo/make';
import { planOf } from '../demo/plan';
import { DEFAULTS } from '../demo/ensure';
import { progress } from '../scripts/lib/terminal';
import { NoPostgres, type PostgresServer, startPostgres } from '../tests/servers/postgres';

/** The bench's helpdesk in a PostgreSQL of its own, to be stopped; null where none can be started on this machine. */
export async function filledPostgres(tickets: number, end: number): Promise<PostgresServer | null> {
  const server = await startPostgres({
    settings: { shared_buffers: '2GB', work_mem: '256MB', effective_cache_size: '8GB', random_page_cost: '1.1', max_wal_size: '16GB', log_statement: 'none' },
  }).catch((error: unknown) => {
    if (error instanceof NoPostgres) {
      console.log(`PostgreSQL is left out: ${error.message}`);
      return null;
    }
    throw error;
  });
  try {
    const plan = planOf({ ...DEFAULTS, tickets, end });
    await (server && makePostgres({ url: server.url, schema: 'public', replace: true }, plan, (text) => progress.show(`Filling PostgreSQL: ${text}`)));
    progress.end();
    return server;
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
