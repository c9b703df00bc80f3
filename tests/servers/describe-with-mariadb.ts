import { type MariadbOptions, type MariadbServer, startMariadb } from './mariadb';
import { findMariadbBinaries } from './mariadb-binaries';
import { onlyReads } from './only-reads';

/** How a suite differs from the plain one. */
interface SuiteOptions extends MariadbOptions {
  /** Statements that the suite itself tries on purpose as the reader, word by word. */
  readonly attempts?: readonly string[];
}

/** A `describe` around one real MariaDB server; where there is none, a named skip, but in CI an error. After its tests the server's log must show nothing but reading. */
export function describeWithMariadb(name: string, define: (server: () => MariadbServer) => void, { attempts = [], ...options }: SuiteOptions = {}): void {
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
          .filter((statement) => !onlyReads(statement) && !attempts.includes(statement))
      ).toEqual([]);
    });
    // after the hooks of `define`: Jest runs them in the order in which they are made
    afterAll(() => server?.stop());
  });
}
