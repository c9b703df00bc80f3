import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { answerTo, choose, expect, meaning, openDashboard, openExplore, queryEditor, result, test, valuesIn } from './preview';
import { CONTROLS } from './suite-controls';

test('everything that the suite lets one do has a test that does it', () => {
  const lacking = CONTROLS.filter(({ spec, test: title }) => !readFileSync(join(__dirname, spec), 'utf8').includes(`${title}`));
  expect(lacking).toEqual([]);
});

test('a report is cut, ordered and analysed with its graph in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1050 });
  await openExplore(page, { metric: 'opened', view: 'over_time', frequency: 'week' });
  const editor = queryEditor(page);
  await choose(editor.getByRole('combobox', { name: 'Dimension', exact: true }), 'Team');
  await choose(editor.getByRole('combobox', { name: 'Break down by', exact: true }), 'Priority');
  const sorted = answerTo(page, { groupBy: ['team', 'priority'], sort: { by: 'name', direction: 'asc' } });
  await choose(editor.getByRole('combobox', { name: 'Sort by', exact: true }), 'Name, A to Z');
  expect(await valuesIn(await sorted)).toBeGreaterThan(0);
  await expect(result(page)).toHaveAttribute('data-panel-type', 'timeseries');
  // half of the graph at least
  await expect(result(page).locator('.u-over')).toBeInViewport({ ratio: 0.5 });

  await editor.getByRole('button', { name: 'More options' }).click();
  await editor.getByRole('switch', { name: 'Anomalies' }).check({ force: true });
  const analysed = answerTo(page, { anomalies: true, trend: 'logarithmic' });
  await choose(editor.getByRole('combobox', { name: 'Trend', exact: true }), 'Logarithmic');
  expect(await valuesIn(await analysed)).toBeGreaterThan(0);
  const means = 'Opened tickets per week, by team and priority, by name from A to Z, with a logarithmic trend, with anomalies marked.';
  await expect(meaning(page)).toContainText(means);

  await editor.getByRole('button', { name: 'more', exact: true }).click();
  await expect(editor.getByText(/^About .*Not counted: spam/)).toBeInViewport();
  await expect(editor.getByRole('status', { name: 'How fresh the data is' })).toContainText('Data as of');
  await expect(editor.getByRole('button', { name: 'Refresh now' })).toBeEnabled();
  await page.goto(page.url());
  await expect(meaning(page)).toContainText(means);
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
