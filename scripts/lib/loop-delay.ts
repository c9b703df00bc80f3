/** The delays of the backend's event loop over a while, in milliseconds, as its own figures say them. */
export interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly most: number;
  /** How long the while was. */
  readonly ms: number;
}

/** Reads the delays out of the plugin's figures; they begin anew with each reading. Null where the backend does not tell. */
export function delaysIn(prometheus: string, ms: number): Delays | null {
  const of = (quantile: string) =>
    Number(new RegExp(`^helpdesk_metrics_event_loop_delay_seconds\\{quantile="${quantile}"\\} (\\S+)$`, 'm').exec(prometheus)?.[1] ?? NaN) * 1000;
  const delays = { p50: of('0.5'), p99: of('0.99'), p999: of('0.999'), most: of('1'), ms };
  return Number.isNaN(delays.most) ? null : delays;
}

/** A quantile (0–1) of many whiles together, from above: of each, the steps between its own quantiles are taken at their upper end. */
export function pooled(all: readonly Delays[], quantile: number): number {
  const steps = all
    .flatMap(
      ({ p50, p99, p999, most, ms }) =>
        [
          [p50, 0.5 * ms],
          [p99, 0.49 * ms],
          [p999, 0.009 * ms],
          [most, 0.001 * ms],
        ] as const
    )
    .sort(([a], [b]) => a - b);
  const total = steps.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  return steps.find(([, weight]) => (sum += weight) >= quantile * total)?.[0] ?? 0;
}
