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

/** Writes a text over all that stands in a code editor. */
export async function writeJson(editor: Locator, text: string): Promise<void> {
  const { keyboard } = editor.page();
  await editor.locator('.view-lines').click();
  await keyboard.press('Control+A');
  await keyboard.insertText(text);
  // what the editor closed by itself
  await keyboard.press('Control+Shift+End');
  await keyboard.press('Delete');
}
