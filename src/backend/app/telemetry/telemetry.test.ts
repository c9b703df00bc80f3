import type { Instance } from '../instance';
import { storeLabel } from '../../store/folder/store-folder';
import { Telemetry } from './telemetry';

const sum = (times: number, rows: number, durationMs: number) => ({ times, rows, durationMs });

/** A data source as far as its figures go. */
const instance = (orgId: number, checkedAt: number | null, running: number, lastError: Error | null = null): Instance =>
  ({
    owner: { orgId, uid: `secret-uid-${orgId}`, id: orgId },
    store: {
      state: () => ({
        checkedAt,
        lastError,
        tableRows: { ticket: 4_711_000 + orgId },
        lastRefresh: checkedAt === null ? null : { kind: 'increment', rows: 12, durationMs: 250 },
        refreshes: { full: sum(1, 900, 8_000), increment: sum(3, 40, 750), nothing: sum(5, 0, 100), failed: orgId - 1 },
      }),
    },
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

test('how far each data source is behind, and what its refreshes cost, until it is closed', async () => {
  const telemetry = new Telemetry();
  const of = (text: string, owner: { orgId: number; uid: string; id: number }) =>
    Object.fromEntries(
      text
        .split('\n')
        .filter((line) => line.includes(`store="${storeLabel(owner)}"`))
        .map((line) => [line.replace(/^helpdesk_metrics_|store="\w+",?/g, '').replace(/\{\}| .*/g, ''), Number(line.split(' ')[1])])
    );
  const [one, two] = [instance(1, 90_000, 0), instance(2, null, 0)];
  const text = await telemetry.text([one, two], 100_000);
  expect(of(text, one.owner)).toEqual({
    refresh_lag_seconds: 10,
    last_refresh_seconds: 0.25,
    last_refresh_rows: 12,
    refresh_failures_total: 0,
    'refreshes_total{kind="full"}': 1,
    'refreshes_total{kind="increment"}': 3,
    'refreshes_total{kind="nothing"}': 5,
    'refresh_rows_total{kind="full"}': 900,
    'refresh_rows_total{kind="increment"}': 40,
    'refresh_rows_total{kind="nothing"}': 0,
    'refresh_seconds_total{kind="full"}': 8,
    'refresh_seconds_total{kind="increment"}': 0.75,
    'refresh_seconds_total{kind="nothing"}': 0.1,
  });
  // never read: it has no lag, and its failures tell of it
  expect(of(text, two.owner)).not.toHaveProperty('refresh_lag_seconds');
  expect(of(text, two.owner)).toMatchObject({ refresh_failures_total: 1 });
  expect(of(await telemetry.text([two], 100_000), one.owner)).toEqual({});
});
