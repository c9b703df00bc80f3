import type { Response } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, expectData, needsGrafana, scrollUntil, test } from './grafana';

needsGrafana();

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: ReadonlyArray<{ readonly targets?: readonly object[] }>;
}

const FOLDER = join(__dirname, '../../public-dashboards');

for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const dashboard = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Dashboard;

  test(`whoever has the link sees every panel of ${dashboard.title} (${file})`, async ({ baseURL, browser, request }) => {
    // one of the test's own, whatever is provisioned
    const uid = dashboard.uid.replace('helpdesk-', 'test-');
    const saved = await request.post('/api/dashboards/db', {
      data: { dashboard: { ...dashboard, uid, title: `${dashboard.title} of a test` }, overwrite: true },
    });
    expect(saved.ok(), await saved.text()).toBe(true);
    const anybody = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
    try {
      const shared = await request.post(`/api/dashboards/uid/${uid}/public-dashboards`, { data: { isEnabled: true, share: 'public' } });
      expect(shared.ok(), await shared.text()).toBe(true);
      const { accessToken } = (await shared.json()) as { accessToken: string };
      const page = await anybody.newPage();
      const responses: Response[] = [];
      page.on('response', (response) => /\/api\/public\/dashboards\/.+\/query$/.test(response.url()) && responses.push(response));
      await page.goto(`/public-dashboards/${accessToken}`);
      await scrollUntil(page, responses, dashboard.panels.filter(({ targets = [] }) => targets.length > 0).length);
      for (const response of responses) {
        await expectData(response);
      }
      await expect(page.getByText('No data', { exact: true })).toHaveCount(0);
    } finally {
      await anybody.close();
      await request.delete(`/api/dashboards/uid/${uid}`);
    }
  });
}
