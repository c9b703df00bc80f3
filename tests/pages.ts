import type { Locator, Page } from '@playwright/test';

/** Picks what has this text in one of Grafana's drop-downs. */
export async function choose(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.fill(text);
  await field.page().getByRole('option').filter({ hasText: text }).first().click();
}

/** Unfolds a part of the settings' page. */
export async function unfold(page: Page, part: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${part}`), expanded: false }).click();
}
