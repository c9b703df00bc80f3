import { Gauge, type Registry } from 'prom-client';

import { EventLoopDelay } from './event-loop';

const QUANTILES = [0.5, 0.99, 0.999, 1] as const;

/** Adds the process's own figures to a registry: how late its event loop is (since the last collection), and its memory. */
export function measureProcess(registry: Registry): void {
  const delay = new EventLoopDelay();
  const registers = [registry];
  new Gauge({
    name: 'helpdesk_metrics_event_loop_delay_seconds',
    help: 'How late the event loop came to what was due, since the last collection.',
    labelNames: ['quantile'],
    registers,
    collect() {
      delay.take(QUANTILES).forEach((seconds, i) => this.set({ quantile: String(QUANTILES[i]) }, seconds));
    },
  });
  new Gauge({
    name: 'helpdesk_metrics_resident_memory_bytes',
    help: 'Memory of the process, DuckDB’s included.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'helpdesk_metrics_heap_used_bytes',
    help: 'Memory that JavaScript’s values take.',
    registers,
    collect() {
      this.set(process.memoryUsage().heapUsed);
    },
  });
}
