import { choose, DATA_SOURCE, expect, expectData, isOurs, needsGrafana, test, writeJson } from './grafana';

needsGrafana();

test('a panel answers a question with one choice', async ({ panelEditPage }) => {
  await panelEditPage.datasource.set(DATA_SOURCE.name);
  // a new dashboard shows six hours, of which a night has nobody who waits
  await panelEditPage.timeRange.set({ from: 'now-30d', to: 'now' });
  await panelEditPage.toggleTableView();
  const editor = panelEditPage.getQueryEditorRow('A');
  const answered = panelEditPage.waitForQueryDataResponse((response) => response.request().postData()?.includes('"customer_wait_time"') ?? false);
  await choose(editor.getByRole('combobox', { name: 'Quick answers' }), 'Which customers wait longest');
  await expectData(await answered);
  await expect(editor.getByRole('status', { name: 'What this query means' })).toContainText(
    'Mean customer wait time over the whole period, by customer, the 10 highest.'
  );
  await expect(panelEditPage.panel.fieldNames.first()).toContainText('Customer');
  await expect(panelEditPage.panel.data.first()).not.toBeEmpty();
  await expect(panelEditPage.panel.getErrorIcon()).toBeHidden();
});

test('a filter is looked up in the helpdesk as one types', async ({ panelEditPage, page }) => {
  await panelEditPage.datasource.set(DATA_SOURCE.name);
  const editor = panelEditPage.getQueryEditorRow('A');
  await choose(editor.getByRole('combobox', { name: 'Metric' }), 'Opened tickets');
  await editor.getByRole('button', { name: 'Add a filter' }).click();
  await choose(editor.getByRole('combobox', { name: 'Filter 1: what' }), 'Channel');
  const answered = panelEditPage.waitForQueryDataResponse((response) => response.request().postData()?.includes('"field":"channel"') ?? false);
  await editor.getByRole('combobox', { name: 'Filter 1: values' }).fill('chat');
  await page.getByRole('option', { name: /chat/i }).first().click();
  await expectData(await answered);
  await expect(editor.getByRole('status', { name: 'What this query means' })).toContainText('Opened tickets over time, chat channel only.');
});

test('Explore draws a metric over time', async ({ explorePage, page }) => {
  await explorePage.datasource.set(DATA_SOURCE.name);
  const editor = explorePage.getQueryEditorRow('A');
  const answered = page.waitForResponse(
    (response) => isOurs(response) && response.url().includes('/api/ds/query') && response.request().postData()?.includes('"opened"') === true
  );
  // a query that can be answered runs at once
  await choose(editor.getByRole('combobox', { name: 'Metric' }), 'Opened tickets');
  await expectData(await answered);
  await expect(explorePage.timeSeriesPanel.locator).toBeVisible();
});

test('the query as JSON is completed by its schema, and told what is wrong', async ({ explorePage, page }) => {
  await explorePage.datasource.set(DATA_SOURCE.name);
  const editor = explorePage.getQueryEditorRow('A');
  await editor.getByText('Edit as JSON').click();
  const json = editor.locator('.monaco-editor').first();
  await expect(json).toContainText('time_to_first_response');
  await writeJson(json, '{"metric": "csa"}');
  await expect(editor.getByText(/no metric “csa”.*Did you mean “csat”/)).toBeVisible();
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget').getByText('"csat"').first()).toBeVisible();
  await page.keyboard.press('Escape');
  const answered = page.waitForResponse(
    (response) => response.url().includes('/api/ds/query') && response.request().postData()?.includes('"backlog"') === true
  );
  await writeJson(json, '{"metric": "backlog", "view": "totals", "groupBy": ["team"]}');
  await page.keyboard.press('Tab');
  await expectData(await answered);
});
