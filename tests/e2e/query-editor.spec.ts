import type { Page } from '@playwright/test';

import { answerTo, expect, meaning, openExplore, queryEditor, result, sentQueries, test, valuesIn, writeJson } from './preview';

test('a query is built with the keyboard alone', async ({ page }) => {
  await openExplore(page);
  await tabTo(page, 'combobox', 'Metric');
  await page.keyboard.type('time to close');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(meaning(page)).toContainText('Mean time to close');

  await tabTo(page, 'radio', 'Over time');
  await page.keyboard.press('ArrowRight');
  await expect(queryEditor(page).getByRole('radio', { name: 'Totals' })).toBeChecked();
  await tabTo(page, 'radio', '24/7');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, 'combobox', 'Dimension');
  await page.keyboard.type('team');
  await page.keyboard.press('ArrowDown');
  const answered = answerTo(page, { metric: 'time_to_close', view: 'totals', hours: 'sla', groupBy: ['team'] });
  await page.keyboard.press('Enter');

  expect(await valuesIn(await answered)).toBeGreaterThan(1);
  await expect(meaning(page)).toContainText('Mean time to close over the whole period, by team, in SLA hours.');
  await expect(result(page)).toHaveAttribute('data-panel-type', 'table');
});

test('a filter is looked up in the helpdesk as one types', async ({ page }) => {
  await openExplore(page, { metric: 'opened', view: 'over_time' });
  await queryEditor(page).getByRole('button', { name: 'Add a filter' }).click();
  await queryEditor(page).getByRole('combobox', { name: 'Filter 1: what' }).fill('owner');
  await page.getByRole('option', { name: 'Owner', exact: true }).click();
  const values = queryEditor(page).getByRole('combobox', { name: 'Filter 1: values' });
  await values.click();
  const first = await page.getByRole('option').nth(1).innerText();
  const letters = first.trim().slice(0, 4);
  const lookedUp = page.waitForResponse(
    (response) =>
      response.url().includes(`/dimensions/owner/values?`) && response.url().includes(`search=${encodeURIComponent(letters).replaceAll('%20', '+')}`)
  );
  await values.fill(letters);
  const { values: found } = (await (await lookedUp).json()) as { values: Array<{ id: string; name: string }> };
  expect(found.every(({ id, name }) => `${id} ${name}`.toLowerCase().includes(letters.toLowerCase()))).toBe(true);
  const { id, name } = found[0];
  const answered = answerTo(page, { filters: [{ field: 'owner', op: 'in', values: [id] }] });
  await page.getByRole('option', { name }).first().click();
  expect(await valuesIn(await answered)).toBeGreaterThan(0);
  await expect(meaning(page)).toContainText(name);
});

test('all chosen values of a filter are seen', async ({ page }) => {
  await openExplore(page, { metric: 'opened', view: 'over_time', filters: [{ field: 'priority', op: 'in', values: ['high', 'urgent', 'low'] }] });
  for (const name of ['High', 'Urgent', 'Low']) {
    await expect(queryEditor(page).getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
});

test('a metric keeps what still applies of the last one, and says what does not', async ({ page }) => {
  await openExplore(page, { metric: 'time_to_close', view: 'totals', hours: 'sla', groupBy: ['team'] });
  await queryEditor(page).getByRole('combobox', { name: 'Metric' }).fill('Opened tickets');
  const answered = answerTo(page, { metric: 'opened', groupBy: ['team'] });
  await page.getByRole('option').filter({ hasText: 'Opened tickets' }).first().click();
  expect(sentQueries(await answered)[0]).not.toHaveProperty('hours');
  await expect(queryEditor(page).getByText('Left out, because “Opened tickets” does not have it: SLA hours.')).toBeVisible();
});

test('the query as JSON is run when it is right, and named where it is wrong', async ({ page }) => {
  await openExplore(page, { metric: 'opened', view: 'totals' });
  await queryEditor(page).getByText('Edit as JSON').click();
  const editor = queryEditor(page).locator('.monaco-editor').first();
  await expect(editor).toContainText('opened');
  const write = (text: string) => writeJson(editor, text);
  await write('{"metric": "csat", "groupby": ["team"]}');
  await expect(queryEditor(page).getByText(/no key "groupby".*Did you mean "groupBy"/)).toBeVisible();
  // the schema knows the words: what is none is marked, and those that there are can be chosen
  await write('{"metric": "csat", "view": "sideways"}');
  await expect(editor.locator('.squiggly-warning, .squiggly-error').first()).toBeVisible();
  await write('{"metric": "csa"}');
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget').getByText('"csat"').first()).toBeVisible();
  await page.keyboard.press('Escape');
  const answered = answerTo(page, { metric: 'csat', groupBy: ['team'] });
  await write('{"metric": "csat", "groupBy": ["team"]}');
  await page.keyboard.press('Tab');
  expect(await valuesIn(await answered)).toBeGreaterThan(0);
});

test('the cheat sheet’s examples run', async ({ page }) => {
  await openExplore(page);
  await page.getByRole('button', { name: 'Cheat sheet' }).click();
  const example = queryEditor(page).getByRole('button', { name: /SLA/ }).first();
  const answered = page.waitForResponse((response) => sentQueries(response).length > 0);
  await example.click();
  expect(await valuesIn(await answered)).toBeGreaterThan(0);
});

test('the editor speaks Dutch', async ({ page }) => {
  await page.goto('/explore?lang=nl-NL');
  await expect(queryEditor(page).getByRole('combobox', { name: 'Kengetal' })).toHaveValue('Tijd tot eerste reactie');
});

/** Presses Tab until a control of the editor has the focus: at most as often as the page has controls. */
async function tabTo(page: Page, role: 'combobox' | 'radio', name: string): Promise<void> {
  const control = queryEditor(page).getByRole(role, { name, exact: true });
  for (let i = 0; i < 60; i++) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator key does not reach ${role} “${name}”.`);
}
