import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Instance } from './instance';
import { measureProcess } from './process-figures';

/** The plugin's own figures, for Grafana's /metrics. */
export class Telemetry {
  private readonly registry = new Registry();
  private readonly queries = new Counter({ name: 'helpdesk_metrics_queries_total', help: 'Queries answered, by metric and HTTP status.', labelNames: ['metric', 'status'], registers: [this.registry] });
  private readonly seconds = new Histogram({ name: 'helpdesk_metrics_query_seconds', help: 'How long queries took.', buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10], registers: [this.registry] });
  private readonly age = new Gauge({ name: 'helpdesk_metrics_data_age_seconds', help: 'How old the store’s data is.', labelNames: ['uid'], registers: [this.registry] });
  private readonly ready = new Gauge({ name: 'helpdesk_metrics_store_ready', help: '1 once the first load is complete.', labelNames: ['uid'], registers: [this.registry] });
  private readonly rows = new Gauge({ name: 'helpdesk_metrics_table_rows', help: 'Rows read from the helpdesk, by canonical table.', labelNames: ['uid', 'table'], registers: [this.registry] });
  private readonly running = new Gauge({ name: 'helpdesk_metrics_queries_running', help: 'Statements running now.', labelNames: ['uid'], registers: [this.registry] });

  constructor() {
    measureProcess(this.registry);
  }

  /** Notes one answered query. */
  answered(metric: string, status: number, seconds: number): void {
    this.queries.inc({ metric, status: String(status) });
    this.seconds.observe(seconds);
  }

  /** Prometheus text. */
  async text(instances: readonly Instance[], nowMs: number): Promise<string> {
    for (const gauge of [this.age, this.ready, this.rows, this.running]) {
      gauge.reset();
    }
    for (const { uid, store, engine } of instances) {
      const { loadedAt, tableRows } = store.state();
      this.ready.set({ uid }, loadedAt === null ? 0 : 1);
      this.running.set({ uid }, engine.status().running);
      if (loadedAt !== null) {
        this.age.set({ uid }, (nowMs - loadedAt) / 1000);
      }
      for (const [table, count] of Object.entries(tableRows)) {
        this.rows.set({ uid, table }, count);
      }
    }
    return this.registry.metrics();
  }
}
