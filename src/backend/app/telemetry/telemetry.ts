import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Instance } from '../instance';
import { measureProcess } from './process-figures';
import { RefreshFigures } from './refresh-figures';

/** The plugin's own figures, for Grafana's /metrics. */
export class Telemetry {
  private readonly registry = new Registry();
  private readonly queries = new Counter({
    name: 'helpdesk_metrics_queries_total',
    help: 'Queries answered, by metric and HTTP status.',
    labelNames: ['metric', 'status'],
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'helpdesk_metrics_query_seconds',
    help: 'How long queries took.',
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  private readonly open = new Gauge({ name: 'helpdesk_metrics_data_sources_open', help: 'Data sources that are open.', registers: [this.registry] });
  private readonly ready = new Gauge({
    name: 'helpdesk_metrics_data_sources_ready',
    help: 'Open data sources whose first load is complete.',
    registers: [this.registry],
  });
  private readonly failing = new Gauge({
    name: 'helpdesk_metrics_data_sources_failing',
    help: 'Open data sources whose last load failed.',
    registers: [this.registry],
  });
  private readonly age = new Gauge({
    name: 'helpdesk_metrics_oldest_data_age_seconds',
    help: 'How old the data of the open data source with the oldest data is.',
    registers: [this.registry],
  });
  private readonly running = new Gauge({ name: 'helpdesk_metrics_queries_running', help: 'Statements running now.', registers: [this.registry] });

  private readonly refreshes = new RefreshFigures(this.registry);

  constructor() {
    measureProcess(this.registry);
  }

  /** Notes one answered query. */
  answered(metric: string, status: number, seconds: number): void {
    this.queries.inc({ metric, status: String(status) });
    this.seconds.observe(seconds);
  }

  /** Prometheus text. Grafana asks for it without an organization and shows it to anybody: it tells totals, and of single data sources nothing that names them. */
  async text(instances: readonly Instance[], nowMs: number): Promise<string> {
    const states = instances.map(({ store }) => store.state());
    const ages = states.flatMap(({ checkedAt }) => (checkedAt === null ? [] : [Math.max(0, nowMs - checkedAt) / 1000]));
    this.open.set(states.length);
    this.ready.set(ages.length);
    this.failing.set(states.filter(({ lastError }) => lastError !== null).length);
    this.age.set(Math.max(0, ...ages));
    this.running.set(instances.reduce((sum, { engine }) => sum + engine.status().running, 0));
    this.refreshes.take(
      instances.map(({ owner }, i) => [owner, states[i]]),
      nowMs
    );
    return this.registry.metrics();
  }
}
