import { type PostgresOptions, type PostgresServer, startPostgres } from './postgres';
import { findPostgresBinaries } from './postgres-binaries';

/** A `describe` around one real PostgreSQL server; where there is none, a named skip, but in CI an error. */
export function describeWithPostgres(name: string, define: (server: () => PostgresServer) => void, options: PostgresOptions = {}): void {
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
    afterAll(() => server?.stop());
  });
}
