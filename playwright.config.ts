import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, type PlaywrightTestOptions, type PlaywrightWorkerOptions, type Project } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from './scripts/lib/chromium';

/** Where the browser tests' previews listen: this port of this run's own, which its workers inherit, and the next; PREVIEW_URL names one that runs already. */
const PORT = Number((process.env.HELPDESK_E2E_PORT ??= String(10_000 + 2 * (process.pid % 10_000))));
const { CI, GRAFANA_URL, GRAFANA_USER = 'admin', GRAFANA_PASSWORD = 'admin', PREVIEW_URL, PLAYWRIGHT_JSON_OUTPUT_FILE } = process.env;
const account = { user: GRAFANA_USER, password: GRAFANA_PASSWORD };

/** A real Grafana at GRAFANA_URL; without one its tests skip themselves. */
const grafana: Project<PlaywrightTestOptions & PluginOptions, PlaywrightWorkerOptions> = {
  name: 'grafana',
  testDir: 'tests/grafana',
  timeout: 240_000,
  // one Grafana, whose settings the tests change too
  workers: 1,
  use: {
    baseURL: GRAFANA_URL,
    user: account,
    grafanaAPICredentials: account,
    provisioningRootDir: 'provisioning',
    userPreferences: { language: 'en-US', timezone: 'Europe/Amsterdam' },
    // "Save & test" waits for the first load of a helpdesk
    actionTimeout: 60_000,
  },
};
// only the preview's tests need the preview
const asked = process.argv.flatMap((one, at, all) => (one.startsWith('--project=') ? one.slice('--project='.length) : one === '--project' ? all[at + 1] : []));
const needsPreview = !PREVIEW_URL && !process.argv.includes('--list') && (asked.length === 0 || asked.includes('e2e'));

export default defineConfig<PluginOptions>({
  outputDir: 'test-results',
  forbidOnly: Boolean(CI),
  // those that change settings have a preview of their own, unless one is given
  workers: PREVIEW_URL ? 1 : 2,
  timeout: 90_000,
  // a machine that is busy with something else is no defect; what passed only then is said
  retries: CI ? 2 : 0,
  expect: { timeout: 20_000 },
  reporter: [['dot'], ['./tests/skip-reasons.ts'], ...(PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as ['json']] : [])],
  use: {
    launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS },
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
  },
  projects: [{ name: 'e2e', testDir: 'tests/e2e', use: { baseURL: PREVIEW_URL ?? `http://localhost:${PORT}` } }, grafana],
  webServer: needsPreview
    ? {
        command: `npx tsx tests/e2e/serve.ts ${PORT}`,
        url: `http://localhost:${PORT}`,
        timeout: 600_000,
        stderr: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      }
    : undefined,
});
