import { type MariadbOptions, type MariadbServer, startMariadb } from './mariadb';
import { findMariadbBinaries } from './mariadb-binaries';

/** All that a source may ever say to a server: SELECT alone reads, and the rest is its own session's. */
const HARMLESS = /^(SELECT\b|SET SESSION\b|START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY$)/;

/** A `describe` around one real MariaDB server; where there is none, a named skip, but in CI an error. After its tests the server's log must show nothing but reading. */
export function describeWithMariadb(name: string, define: (server: () => MariadbServer) => void, options: MariadbOptions = {}): void {
  const binaries = findMariadbBinaries();
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
    let server: MariadbServer | null = null;
    const running = (): MariadbServer => {
      if (!server) {
        throw new Error('The MariaDB server is not running.');
      }
      return server;
    };
    beforeAll(async () => {
      server = await startMariadb(options);
    }, 60_000);
    define(running);
    it('was sent nothing but what reads', () => {
      expect(
        running()
          .statements()
          .filter((statement) => !HARMLESS.test(statement))
      ).toEqual([]);
    });
    // after the hooks of `define`: Jest runs them in the order in which they are made
    afterAll(() => server?.stop());
  });
}
