import { delaysIn, pooled } from './loop-delay';

const TEXT = ['0.5', '0.99', '0.999', '1']
  .map((quantile, i) => `helpdesk_metrics_event_loop_delay_seconds{quantile="${quantile}"} ${[0.0001, 0.004, 0.02, 0.11][i]}`)
  .join('\n');

describe('event-loop delays', () => {
  it('are read out of Prometheus text, in milliseconds', () => {
    expect(delaysIn(`# HELP x\n${TEXT}\n`, 1_000)).toEqual({ p50: 0.1, p99: 4, p999: 20, most: 110, ms: 1_000 });
    expect(delaysIn('other 1\n', 1_000)).toBeNull();
  });

  it('of many whiles are pooled by their length', () => {
    const still = { p50: 0, p99: 1, p999: 2, most: 3, ms: 9_000 };
    const busy = { p50: 10, p99: 20, p999: 30, most: 400, ms: 1_000 };
    expect(pooled([still], 0.999)).toBe(2);
    expect(pooled([still, busy], 0.5)).toBe(1);
    expect(pooled([still, busy], 0.94)).toBe(10);
    expect(pooled([still, busy], 1)).toBe(400);
    expect(pooled([], 0.999)).toBe(0);
  });
});
