import { expect, openDashboard, test } from './preview';

test('the page turns light, and stays so on the next one', async ({ page }) => {
  await openDashboard(page, 'helpdesk-overview');
  const ground = () =>
    page.evaluate(() => {
      const [red, green, blue] = (/\d+, \d+, \d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0] ?? '').split(', ').map(Number);
      return red + green + blue < 384 ? 'dark' : 'light';
    });
  expect(await ground()).toBe('dark');
  await page.getByRole('button', { name: 'Use the light theme' }).click();
  await expect(page.getByRole('button', { name: 'Use the dark theme' })).toBeVisible();
  expect(await ground()).toBe('light');
  await page.getByRole('button', { name: 'Open menu' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customer satisfaction', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Customer satisfaction' })).toBeVisible();
  expect(await ground()).toBe('light');
});
