import { LRUCache } from 'lru-cache';

import type { Logger, LogFields } from '../../log';

/** How long a failure that keeps happening is not written again, in milliseconds. */
const QUIET = 60 * 60_000;

/** Writes failures to Grafana's log with their cause: what most callers are not told. Each once an hour, however many panels ask. */
export class FailureLog {
  private readonly written = new LRUCache<string, true>({ max: 1_000, ttl: QUIET });

  constructor(private readonly logger: Logger) {}

  /** Notes what failed of which data source. */
  note(message: string, source: { readonly orgId: number; readonly uid: string | null }, error: unknown, fields: LogFields = {}): void {
    const key = JSON.stringify([message, source.orgId, source.uid, String(error)]);
    if (!this.written.has(key)) {
      this.written.set(key, true);
      this.logger.error(message, { ...source, ...fields, error });
    }
  }
}
