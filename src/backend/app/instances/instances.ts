import type { Logger } from '../../log';
import { ownerKey } from '../../store/folder/store-folder';
import type { Instance } from '../instance';
import type { DataSourceInstance, PluginContext } from '../messages';
import { Problem } from '../access/problem';

/** How many data sources are open and for how long, times in milliseconds. */
export interface InstanceLimits {
  /** How long one that nobody asks stays open: a deleted one is not read on for longer. */
  readonly idleMs: number;
  /** How many are open at once; the one that was asked longest ago makes room. */
  readonly most: number;
  /** How long one that was saved anew may finish what it was asked. */
  readonly graceMs: number;
}

const LIMITS: InstanceLimits = { idleMs: 15 * 60_000, most: 100, graceMs: 5_000 };

/** An open data source. */
interface Open {
  readonly updatedMs: number;
  readonly instance: Promise<Instance>;
  /** The instance, once it is open. */
  opened: Instance | null;
  /** Requests under way. */
  users: number;
  askedAt: number;
  /** Called when the last request ends. */
  unused: () => void;
}

/** Opens data sources once and keeps them, by organization and uid: opened anew when saved anew, closed when idle. */
export class Instances {
  /** In the order in which they were asked, the newest last. */
  private readonly open = new Map<string, Open>();
  private readonly closing = new Map<string, Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private readonly stopping = new AbortController();

  constructor(
    private readonly create: (settings: DataSourceInstance, orgId: number) => Promise<Instance>,
    private readonly logger: Logger,
    private readonly limits: InstanceLimits = LIMITS
  ) {
    this.timer = setInterval(() => this.closeIdle(), Math.max(1, limits.idleMs / 15)).unref();
  }

  /**
   * Does something with the data source that a request names, which stays open until that is done. A failure to open is told
   * each time and not kept. Throws a Problem where none is named or too many are open.
   */
  async use<Result>({ orgId, instance: settings }: PluginContext, work: (instance: Instance) => Promise<Result>): Promise<Result> {
    if (!settings) {
      throw new Problem(400, 'The request names no data source.');
    }
    const key = ownerKey({ orgId, uid: settings.uid, id: settings.id });
    const one = this.current(key, settings, orgId);
    one.users++;
    try {
      return await work(await one.instance);
    } finally {
      one.users--;
      one.askedAt = performance.now();
      if (one.users === 0) {
        one.unused();
      }
    }
  }

  /** Those that are open now. */
  running(): Instance[] {
    return [...this.open.values()].flatMap(({ opened }) => opened ?? []);
  }

  /** Closes all, whatever they are doing. */
  async closeAll(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    for (const [key, one] of this.open) {
      this.retire(key, one);
    }
    await Promise.all(this.closing.values());
  }

  /** The open data source that answers a request. One that brings older settings gets the newer: else two would close each other in turn. */
  private current(key: string, settings: DataSourceInstance, orgId: number): Open {
    const known = this.open.get(key);
    if (known && known.updatedMs >= settings.updatedMs) {
      this.open.delete(key);
      this.open.set(key, known);
      return known;
    }
    if (known) {
      this.retire(key, known);
    } else {
      this.makeRoom();
    }
    // its own former self must let go of the store first; nobody else is waited for
    const instance = (this.closing.get(key) ?? Promise.resolve()).then(() => {
      if (this.stopping.signal.aborted) {
        throw new Problem(503, 'The plugin is stopping. Try again in a moment.');
      }
      return this.create(settings, orgId);
    });
    const one: Open = { updatedMs: settings.updatedMs, instance, opened: null, users: 0, askedAt: performance.now(), unused: () => undefined };
    this.open.set(key, one);
    instance.then(
      (opened) => {
        one.opened = opened;
      },
      () => {
        if (this.open.get(key) === one) {
          this.open.delete(key);
        }
      }
    );
    return one;
  }

  private closeIdle(): void {
    for (const [key, one] of this.open) {
      if (one.users === 0 && performance.now() - one.askedAt >= this.limits.idleMs) {
        this.retire(key, one);
      }
    }
  }

  private makeRoom(): void {
    if (this.open.size < this.limits.most) {
      return;
    }
    const idle = [...this.open].find(([, { users }]) => users === 0);
    if (!idle) {
      throw new Problem(503, `All ${this.limits.most} data sources that may be open at once are answering. Try again in a moment.`);
    }
    this.retire(...idle);
  }

  /** Closes one that nobody will be given any more, once those who have it are done, or soon. */
  private retire(key: string, one: Open): void {
    this.open.delete(key);
    const before = this.closing.get(key);
    const closed: Promise<void> = Promise.all([before, this.whenUnused(one)])
      .then(() =>
        one.instance.then(
          (instance) => instance.close(),
          () => undefined
        )
      )
      .catch((error: unknown) => this.logger.error('A data source could not be closed.', { error }))
      .then(() => {
        if (this.closing.get(key) === closed) {
          this.closing.delete(key);
        }
      });
    this.closing.set(key, closed);
  }

  private async whenUnused(one: Open): Promise<void> {
    const { signal } = this.stopping;
    if (one.users > 0 && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, this.limits.graceMs);
        one.unused = done;
        signal.addEventListener('abort', done);
      });
    }
  }
}
