import type { Response } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, expectData, isOurs, needsGrafana, scrollUntil, test } from './grafana';

needsGrafana();

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: ReadonlyArray<{ readonly type: string; readonly title: string; readonly targets?: ReadonlyArray<{ readonly refId: string }> }>;
}

const FOLDER = join(__dirname, '../../dashboards');

for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const { uid, title, panels } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Dashboard;

  test(`every panel of ${title} (${file}) has data`, async ({ gotoDashboardPage, page }) => {
    const responses: Response[] = [];
    page.on('response', (response) => isOurs(response) && response.url().includes('/api/ds/query') && responses.push(response));
    const dashboard = await gotoDashboardPage({ uid });
    await scrollUntil(page, responses, panels.filter(({ targets = [] }) => targets.length > 0).length);
    for (const response of responses) {
      await (isOfEvents(response) ? expect(response.ok()).toBe(true) : expectData(response));
    }
    await expect(dashboard).toHavePanelErrors(0);
    await expect(page.getByText('No data', { exact: true })).toHaveCount(0);
  });
}

/** What happened may be nothing. */
function isOfEvents(response: Response): boolean {
  return response.request().postData()?.includes('"kind":"events"') ?? false;
}
