import { Counter, Gauge, type Registry } from 'prom-client';

import { type StoreOwner, storeLabel } from '../../store/folder/store-folder';
import { REFRESH_KINDS } from '../../store/store-options';
import type { StoreState } from '../../store/store';

/** What refreshes cost and how far the data is behind, a series for each open data source, under a label that names nobody. */
export class RefreshFigures {
  private readonly lag: Gauge;
  private readonly lastSeconds: Gauge;
  private readonly lastRows: Gauge;
  private readonly times: Counter;
  private readonly rows: Counter;
  private readonly seconds: Counter;
  private readonly failures: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    const gauge = (name: string, help: string) => new Gauge({ name: `helpdesk_metrics_${name}`, help, labelNames: ['store'], registers });
    const counter = (name: string, help: string, labelNames = ['store', 'kind']) =>
      new Counter({ name: `helpdesk_metrics_${name}`, help, labelNames, registers });
    this.lag = gauge('refresh_lag_seconds', 'Since when the helpdesk was last read successfully, also where nothing had changed.');
    this.lastSeconds = gauge('last_refresh_seconds', 'How long the newest refresh that succeeded took.');
    this.lastRows = gauge('last_refresh_rows', 'Rows that it read of the helpdesk.');
    this.times = counter('refreshes_total', 'Refreshes that succeeded, by what they read: full, increment, nothing.');
    this.rows = counter('refresh_rows_total', 'Rows that they read of the helpdesk.');
    this.seconds = counter('refresh_seconds_total', 'How long they took.');
    this.failures = counter('refresh_failures_total', 'Refreshes that failed.', ['store']);
  }

  /** Takes what the stores say of themselves at an instant; a data source that was closed leaves no series behind. */
  take(stores: ReadonlyArray<readonly [StoreOwner, Pick<StoreState, 'checkedAt' | 'lastRefresh' | 'refreshes'>]>, nowMs: number): void {
    for (const figure of [this.lag, this.lastSeconds, this.lastRows, this.times, this.rows, this.seconds, this.failures]) {
      figure.reset();
    }
    for (const [owner, { checkedAt, lastRefresh, refreshes }] of stores) {
      const store = storeLabel(owner);
      if (checkedAt !== null) {
        this.lag.set({ store }, Math.max(0, nowMs - checkedAt) / 1000);
      }
      if (lastRefresh !== null) {
        this.lastSeconds.set({ store }, lastRefresh.durationMs / 1000);
        this.lastRows.set({ store }, lastRefresh.rows);
      }
      this.failures.inc({ store }, refreshes.failed);
      for (const kind of REFRESH_KINDS) {
        const { times, rows, durationMs } = refreshes[kind];
        this.times.inc({ store, kind }, times);
        this.rows.inc({ store, kind }, rows);
        this.seconds.inc({ store, kind }, durationMs / 1000);
      }
    }
  }
}
