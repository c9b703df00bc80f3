import type { Page } from '@playwright/test';

import { allLoaded, answerTo, expect, openDashboard, panels, test, valuesIn } from './preview';

test('a team chosen above narrows every panel to it', async ({ page }) => {
  await openDashboard(page, 'helpdesk-overview');
  const volume = panels(page).filter({ hasText: 'Support volume' });
  const everyone = await number(volume);
  const answered = answerTo(page, { metric: 'support_volume', filters: [{ field: 'team', op: 'in', values: ['billing'] }] });
  await pick(page, 'Team', 'Billing');
  expect(await valuesIn(await answered)).toBeGreaterThan(0);
  await allLoaded(page);
  const billing = await number(volume);
  expect(billing).toBeGreaterThan(0);
  expect(billing).toBeLessThan(everyone);
  expect(new URL(page.url()).searchParams.get('var-team')).toBe('billing');
});

test('SLA hours are shorter than 24/7', async ({ page }) => {
  await openDashboard(page, 'helpdesk-overview', { 'var-hours': 'all' });
  const all = answerTo(page, { metric: 'time_to_close', hours: 'sla' });
  await pick(page, 'Hours', 'SLA hours');
  expect(await valuesIn(await all)).toBeGreaterThan(0);
});

test('the address holds the time range and the choices', async ({ page }) => {
  const answered = answerTo(page, { metric: 'support_volume', filters: [{ field: 'channel', op: 'in', values: ['chat'] }] });
  await openDashboard(page, 'helpdesk-overview', { from: 'now-90d', to: 'now', 'var-channel': 'chat' });
  const body = (await answered).request().postDataJSON() as { from: string; to: string };
  expect((Number(body.to) - Number(body.from)) / 86_400_000).toBeGreaterThan(88);
});

/** Chooses an option of a dashboard's drop-down, which takes effect when it is left. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Tab');
}

/** The big number of a panel. */
async function number(panel: ReturnType<Page['locator']>): Promise<number> {
  const text = await panel.first().innerText();
  const found = /(\d[\d,.]*)( K)?$/m.exec(text.replace(/^Support volume$/m, ''));
  return Number(found?.[1].replaceAll(',', '')) * (found?.[2] ? 1000 : 1);
}
