import { onlyReads } from './only-reads';

/** The prefix of every line that begins an entry: who sent it, and as what. */
export const LOG_PREFIX = '<%u|%a> ';

/** The name under which the product connects. */
const PRODUCT = 'Grafana Helpdesk Metrics';

/** One statement that a server was sent. */
interface Sent {
  readonly user: string;
  readonly application: string;
  readonly text: string;
}

/** The statements in a log that was written with `log_statement = all`; those that could not be parsed too. A continued line begins with a tab. */
function sentIn(log: string): Sent[] {
  return log
    .split(/\n(?!\t)/)
    .map((entry) => /^<([^|]*)\|([^>]*)> (?:LOG: {2}(?:statement|execute [^:]*|fastpath function call)|STATEMENT): +([^]*)$/.exec(entry))
    .flatMap((found) => (found ? [{ user: found[1], application: found[2], text: found[3].replaceAll('\n\t', '\n') }] : []));
}

/** What was sent that a helpdesk's user must not be sent, each with who sent it; `attempts` are what a suite itself tries on purpose. The owner makes tables, but is never the product. */
export function misdeeds(log: string, owner: string, attempts: readonly string[] = []): string[] {
  return sentIn(log)
    .filter(({ user, application }) => user !== owner || application === PRODUCT)
    .filter(({ user, text }) => user === owner || (!onlyReads(text) && !attempts.includes(text)))
    .map(({ user, text }) => `${user}: ${text}`);
}
