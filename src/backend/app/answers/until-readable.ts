import { durationMs } from '../../../shared/formats';
import { Problem } from '../access/problem';
import { notReady } from './freshness';
import type { Request } from './request';

/** How long a panel waits for the first load before it is told to come back. */
export const READABLE_PATIENCE = 5_000;

/** How long an alert rule's query waits for a refresh of data that is too old: Grafana gives a rule 30 s. */
const ALERT_PATIENCE = 20_000;

/** Waits for something to read, a rule for something fresh enough; false where that takes too long. Throws the signal's reason. */
export function untilReadable({ instance: { store, settings }, caller, signal }: Request): Promise<boolean> {
  return caller.alert ? store.fresh(durationMs(settings.maxAge), ALERT_PATIENCE, signal) : store.ready(READABLE_PATIENCE, signal);
}

/** Why there is nothing to read. */
export function unread({ instance: { store }, caller }: Request): Problem {
  return new Problem(503, notReady(store.state(), caller), 'downstream');
}
