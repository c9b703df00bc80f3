import type { Instance } from '../instance';
import { Telemetry } from './telemetry';

/** A data source as far as its figures go. */
const instance = (orgId: number, loadedAt: number | null, running: number, lastError: Error | null = null): Instance =>
  ({
    owner: { orgId, uid: `secret-uid-${orgId}`, id: orgId },
    store: { state: () => ({ loadedAt, lastError, tableRows: { ticket: 4_711_000 + orgId } }) },
    engine: { status: () => ({ running, waiting: 0 }) },
  }) as unknown as Instance;

/** The figures without those of the process, by name. */
const figures = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => /^helpdesk_metrics_(data_sources|oldest|queries_running)/.test(line))
      .map((line) => [line.split(' ')[0].replace('helpdesk_metrics_', ''), Number(line.split(' ')[1])])
  );

test('totals of the process, and nothing that names a data source or an organization', async () => {
  const telemetry = new Telemetry();
  telemetry.answered('csat', 200, 0.1);
  const text = await telemetry.text([instance(1, 90_000, 2), instance(2, 40_000, 1, new Error('x')), instance(3, null, 0)], 100_000);
  expect(figures(text)).toEqual({ data_sources_open: 3, data_sources_ready: 2, data_sources_failing: 1, oldest_data_age_seconds: 60, queries_running: 3 });
  expect(text).toContain('helpdesk_metrics_queries_total{metric="csat",status="200"} 1');
  expect(text).not.toMatch(/secret-uid|4711|uid=|org/);
  expect(figures(await telemetry.text([], 100_000))).toEqual({
    data_sources_open: 0,
    data_sources_ready: 0,
    data_sources_failing: 0,
    oldest_data_age_seconds: 0,
    queries_running: 0,
  });
});
