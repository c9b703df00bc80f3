import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { answerTo, choose, expect, meaning, openDashboard, openExplore, queryEditor, result, test, valuesIn } from './preview';
import { CONTROLS } from './suite-controls';
import { NOTES } from './suite-notes';

test('everything that the suite lets one do, and says of how it counts, has a test', () => {
  const lacking = [...CONTROLS, ...NOTES].filter(({ file, test: title }) => {
    const text = readFileSync(join(__dirname, '..', file), 'utf8');
    return !["'", '`'].some((quote) => text.includes(`${quote}${title}`));
  });
  expect(lacking).toEqual([]);
});

test('a report is cut, ordered and analysed with its graph in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1050 });
  await openExplore(page, { metric: 'opened', view: 'over_time', frequency: 'week' });
  const editor = queryEditor(page);
  await choose(editor.getByRole('combobox', { name: 'Dimension', exact: true }), 'Team');
  await choose(editor.getByRole('combobox', { name: 'Break down by', exact: true }), 'Priority');
  const sorted = answerTo(page, { groupBy: ['team', 'priority'], sort: { by: 'name', direction: 'desc' } });
  await choose(editor.getByRole('combobox', { name: 'Sort by', exact: true }), 'Name, Z to A');
  expect(await valuesIn(await sorted)).toBeGreaterThan(0);
  await expect(result(page)).toHaveAttribute('data-panel-type', 'timeseries');
  // half of the graph at least
  await expect(result(page).locator('.u-over')).toBeInViewport({ ratio: 0.5 });

  await editor.getByRole('button', { name: 'More options' }).click();
  await editor.getByRole('switch', { name: 'Anomalies' }).check({ force: true });
  const analysed = answerTo(page, { anomalies: true, trend: 'logarithmic' });
  await choose(editor.getByRole('combobox', { name: 'Trend', exact: true }), 'Logarithmic');
  expect(await valuesIn(await analysed)).toBeGreaterThan(0);
  const means = 'Opened tickets per week, by team and priority, by name from Z to A, with a logarithmic trend, with anomalies marked.';
  await expect(meaning(page)).toContainText(means);

  await editor.getByRole('button', { name: 'more', exact: true }).click();
  await expect(editor.getByText(/^About .*Not counted: spam/)).toBeInViewport();
  await expect(editor.getByRole('status', { name: 'How fresh the data is' })).toContainText('Data as of');
  const refreshed = page.waitForResponse((response) => response.url().endsWith('/resources/refresh'));
  await editor.getByRole('button', { name: 'Refresh now' }).click();
  expect((await refreshed).ok()).toBe(true);
  await page.goto(page.url());
  await expect(meaning(page)).toContainText(means);
});

test('a viewer is told why there is no survey data, and cannot refresh', async ({ page, faults }) => {
  await openExplore(page, { metric: 'csat', view: 'over_time' }, { role: 'Viewer' });
  await expect(page.getByRole('alert').filter({ hasText: 'Survey metrics need the Grafana role Editor on this data source; yours is Viewer.' })).toBeVisible();
  await expect(queryEditor(page).getByRole('status', { name: 'How fresh the data is' })).toContainText('Data as of');
  await expect(queryEditor(page).getByRole('button', { name: 'Refresh now' })).toHaveCount(0);
  const refused = await page.request.post('/api/datasources/uid/helpdesk-metrics/resources/refresh');
  expect([refused.status(), await refused.text()]).toEqual([403, expect.stringContaining('A refresh needs the Grafana role Editor; yours is Viewer.')]);
  // the refusals that were asked for
  faults.splice(0);
});

test('several metrics are chosen for one table', async ({ page }) => {
  await openExplore(page);
  const editor = queryEditor(page);
  await editor.getByRole('radio', { name: 'Scorecard' }).check();
  const metrics = editor.getByRole('combobox', { name: 'Metrics', exact: true });
  for (const metric of ['Support volume', 'Customer satisfaction (CSAT)']) {
    await choose(metrics, metric);
  }
  const answered = answerTo(page, { kind: 'scorecard', metrics: ['support_volume', 'csat'], groupBy: ['owner'] });
  await page.keyboard.press('Escape');
  await choose(editor.getByRole('combobox', { name: 'A row for each', exact: true }), 'Owner');
  expect(await valuesIn(await answered)).toBeGreaterThan(2);
  await expect(result(page)).toHaveAttribute('data-panel-type', 'table');
});

test('a dashboard says that changes go into a copy', async ({ page }) => {
  await openDashboard(page, 'helpdesk-satisfaction', { lang: 'en-US' });
  await expect(page.getByLabel(/what you change goes into a copy \(Save as\)/)).toBeVisible();
});
