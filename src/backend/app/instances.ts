import { LRUCache } from 'lru-cache';

import type { DataSourceInstance } from './messages';
import type { Instance } from './instance';

/** How long a data source that nobody asks stays open: an hour without a panel or a rule. */
const IDLE = 60 * 60_000;

/** Opens data sources once and keeps them: rebuilt when saved anew, closed when idle. */
export class Instances {
  private readonly open = new LRUCache<string, { readonly updatedMs: number; readonly instance: Promise<Instance> }>({
    max: 100, ttl: IDLE, updateAgeOnGet: true, ttlAutopurge: true,
    dispose: ({ instance }) => void this.letGo(instance),
  });
  private closing = Promise.resolve();

  constructor(private readonly create: (settings: DataSourceInstance) => Promise<Instance>) {}

  /** The running instance of a data source, opened if it is not; a failure to open is told each time and not kept. */
  async get(settings: DataSourceInstance): Promise<Instance> {
    const key = settings.uid || String(settings.id);
    const known = this.open.get(key);
    if (known && known.updatedMs === settings.updatedMs) {
      return known.instance;
    }
    if (known) {
      this.open.delete(key);
    }
    // the old one must let go of its store before the new one takes it
    const instance = this.closing.then(() => this.create(settings));
    this.open.set(key, { updatedMs: settings.updatedMs, instance });
    instance.catch(() => {
      if (this.open.peek(key)?.instance === instance) {
        this.open.delete(key);
      }
    });
    return instance;
  }

  /** Those that are open now. */
  async running(): Promise<Instance[]> {
    const settled = await Promise.allSettled([...this.open.values()].map(({ instance }) => instance));
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  async closeAll(): Promise<void> {
    this.open.clear();
    await this.closing;
  }

  private letGo(instance: Promise<Instance>): void {
    const closed = instance.then((one) => one.close(), () => undefined);
    this.closing = Promise.all([this.closing, closed]).then(() => undefined);
  }
}
