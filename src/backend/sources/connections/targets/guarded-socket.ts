import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction, Socket } from 'node:net';

import { SourceError } from '../../source';
import { type Targets, targetsOf } from './targets';

/** Gives the addresses of a host's name. */
export type Resolve = (
  name: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void;

/** What a guarded socket connects by. */
interface Surroundings {
  /** What the administrator leaves; by the environment's lists where not given. */
  readonly targets?: () => Targets;
  /** The system's resolver where not given. */
  readonly resolve?: Resolve;
}

/**
 * A socket that connects to nothing that the Grafana administrator forbids; it fails with a SourceError. What a name resolves to is
 * looked at while it connects, and no other address is taken, so that DNS leads nowhere else. Every connection to a database is made through one.
 */
export class GuardedSocket extends Socket {
  constructor(private readonly surroundings: Surroundings = {}) {
    super();
  }

  /** Connects to a port and a host, or to a file, as drivers ask for it; other ways of asking are refused. */
  override connect(...asked: unknown[]): this {
    const { targets = () => targetsOf(process.env), resolve = lookup as Resolve } = this.surroundings;
    const [to, host] = asked;
    let left: Targets;
    try {
      left = targets();
    } catch (error) {
      return this.destroy(error as Error);
    }
    if (typeof to === 'string' && host === undefined) {
      return left.allowsFiles ? super.connect(to) : this.destroy(forbidden());
    }
    if (typeof to !== 'number' || typeof host !== 'string') {
      throw new TypeError('A guarded socket connects to a port and a host, or to a file.');
    }
    // what is an address already is not looked up
    return isIP(host) === 0 || left.allows(host) ? super.connect({ port: to, host, lookup: guarded(left, resolve) }) : this.destroy(forbidden());
  }
}

/** A look-up that gives allowed addresses alone. */
function guarded(targets: Targets, resolve: Resolve): LookupFunction {
  return (name, { all, ...options }, done) =>
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const allowed = error ? [] : addresses.filter(({ address }) => targets.allows(address));
      if (error || allowed.length === 0) {
        done(error ?? forbidden(), []);
      } else if (all) {
        done(null, allowed);
      } else {
        done(null, allowed[0].address, allowed[0].family);
      }
    });
}

/** Says neither the address nor the name: by them one could look into a network. */
function forbidden(): SourceError {
  return new SourceError(
    'config',
    'The Grafana administrator forbids connections to the database’s address.',
    'Choose another host; or let the administrator look at denied_targets and allowed_targets of [plugin.helpdesk-metrics-datasource] in grafana.ini.'
  );
}
