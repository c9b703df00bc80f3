import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, openDashboard, openExplore, result, test, unfold } from './preview';

const DASHBOARDS = [
  'helpdesk-overview',
  'helpdesk-satisfaction',
  'helpdesk-team-performance',
  'helpdesk-agents',
  'helpdesk-ticket-replies',
  'helpdesk-scheduling',
  'helpdesk-sla-backlog',
];
/** The parts of the config editor that are folded at first. */
const PARTS = [
  'Helpdesk',
  'Time',
  'Calendars and holidays',
  'SLA clocks',
  'Targets',
  'What the helpdesk does not keep',
  'Conversations',
  'Satisfaction surveys',
  'Store and refresh',
  'Settings as JSON',
];
const QUERY = {
  metric: 'time_to_close',
  view: 'totals',
  hours: 'sla',
  statistics: ['mean', 'p90'],
  groupBy: ['team'],
  limit: 5,
  compare: 'previous_period',
  filters: [{ field: 'priority', op: 'in', values: ['high'] }],
};

for (const theme of ['dark', 'light']) {
  for (const uid of DASHBOARDS) {
    test(`${uid}, ${theme}: nothing serious`, async ({ page }) => {
      await openDashboard(page, uid, { theme });
      expect(await serious(page)).toEqual([]);
    });
  }

  test(`the query editor with everything open, ${theme}: nothing serious`, async ({ page }) => {
    await openExplore(page, QUERY, { theme });
    await expect(result(page)).toHaveAttribute('data-state', 'Done');
    expect(await serious(page)).toEqual([]);
  });

  test(`the config editor, ${theme}: nothing serious`, async ({ page }) => {
    await page.goto(`/config/helpdesk-metrics?theme=${theme}`);
    await unfold(page, 'Tables: ');
    await expect(page.getByRole('table', { name: 'Tables of the helpdesk' })).toBeVisible();
    for (const part of PARTS) {
      await unfold(page, part);
    }
    await page.getByRole('button', { name: 'Add a calendar' }).click();
    expect(await serious(page)).toEqual([]);
  });
}

/** What axe calls serious or critical, and where. */
async function serious(page: Page): Promise<string[]> {
  // what passes is only counted: to describe each element of it takes axe longer than to look
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`));
}
