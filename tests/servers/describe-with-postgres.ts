import { type PostgresOptions, type PostgresServer, startPostgres } from './postgres';
import { findPostgresBinaries } from './postgres-binaries';
import { misdeeds } from './postgres-log';

/** How a suite differs from the plain one. */
interface SuiteOptions extends PostgresOptions {
  /** Statements that the suite itself tries on purpose through the product's connection, word by word. */
  readonly attempts?: readonly string[];
}

/**
 * A `describe` around one real PostgreSQL server; where there is none, a named skip, but in CI an error. At its end the server's own
 * log is looked at: nothing but what reads was sent by anybody but the tables' owner, and the product was never that owner.
 */
export function describeWithPostgres(name: string, define: (server: () => PostgresServer) => void, { attempts, ...options }: SuiteOptions = {}): void {
  const binaries = findPostgresBinaries();
  if ('skip' in binaries) {
    if (process.env.CI) {
      throw new Error(`"${name}" cannot run in CI: ${binaries.skip}`);
    }
    describe.skip(`${name} (skipped: ${binaries.skip})`, () =>
      define(() => {
        throw new Error(binaries.skip);
      }));
    return;
  }
  describe(name, () => {
    let server: PostgresServer | null = null;
    beforeAll(async () => {
      server = await startPostgres(options);
    }, 60_000);
    define(() => {
      if (!server) {
        throw new Error('The PostgreSQL server is not running.');
      }
      return server;
    });
    // after the hooks of `define`: Jest runs them in the order in which they are made
    afterAll(async () => {
      const done = server ? misdeeds(server.log(), server.owner, attempts) : [];
      await server?.stop();
      expect(done).toEqual([]);
    });
  });
}
