import { CHANGED_PREVIEW, expect, test, unfold, writeJson } from './preview';

const PAGE = `${CHANGED_PREVIEW}/config/helpdesk-metrics`;

test('“Save & test” shows what was found', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Save & test' }).click();
  await expect(page.getByTestId('test-result')).toHaveAttribute('data-status', 'success');
  await expect(page.getByTestId('test-result')).toContainText(/Connected: [\d,]+ tickets, [\d,]+ messages, read .* ago/);
  await unfold(page, 'Tables: ');
  const tables = page.getByRole('table', { name: 'Tables of the helpdesk' });
  await expect(tables.getByRole('row', { name: /^ticket [\d,]+$/ })).toBeVisible();
  await expect(tables.getByRole('row', { name: /^survey [\d,]+$/ })).toBeVisible();
  await expect(page.getByText(/^Data as of .*ago/)).toBeVisible();
});

test('a folder that is not there is named, and the old one works again', async ({ page, faults }) => {
  await page.goto(PAGE);
  await unfold(page, 'Helpdesk');
  const path = page.getByRole('textbox', { name: 'Path' });
  const before = await path.inputValue();
  expect(before).not.toBe('');
  try {
    await path.fill(`${before}-that-is-not-there`);
    await page.getByRole('button', { name: 'Save & test' }).click();
    await expect(page.getByTestId('test-result')).toHaveAttribute('data-status', 'error');
    await expect(page.getByTestId('test-result')).toContainText('-that-is-not-there');
  } finally {
    await path.fill(before);
    await page.getByRole('button', { name: 'Save & test' }).click();
    await expect(page.getByTestId('test-result')).toHaveAttribute('data-status', 'success');
  }
  // the refusals that were asked for
  faults.splice(0);
});

test('a country’s public holidays become closed days of a calendar', async ({ page }) => {
  await page.goto(PAGE);
  await unfold(page, 'Calendars and holidays');
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  await page.getByRole('button', { name: 'Public holidays of a country' }).click();
  const country = page.getByRole('combobox', { name: 'Country' });
  await country.fill('Netherlands');
  await page
    .getByRole('option', { name: /^Netherlands/ })
    .first()
    .click();
  const holidays = page.getByRole('list', { name: 'Public holidays' });
  await expect(holidays.getByRole('listitem').filter({ hasText: 'King' }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Add \d+ closed days$/ }).click();
  await expect(page.getByRole('textbox', { name: /date/i }).first()).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
});

test('the settings as JSON are held against their schema', async ({ page }) => {
  await page.goto(PAGE);
  await unfold(page, 'Settings as JSON');
  const editor = page.locator('.monaco-editor').first();
  await expect(editor).toContainText('"source"');
  const marked = editor.locator('.squiggly-warning, .squiggly-error');
  const source = { type: 'files', path: '/data' };
  await writeJson(editor, JSON.stringify({ source, weekStart: 'tuesday' }));
  await expect(marked.first()).toBeVisible();
  await writeJson(editor, JSON.stringify({ source, weekStart: 'sunday' }));
  await expect(marked).toHaveCount(0);
});
