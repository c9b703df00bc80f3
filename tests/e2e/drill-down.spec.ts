import { readFileSync } from 'node:fs';

import type { Page, Response } from '@playwright/test';

import { answerTo, expect, framesOf, openDashboard, openExplore, panels, result, sentQueries, test } from './preview';

test('a bar of a dashboard leads to its tickets, and to no others', async ({ page }) => {
  await openDashboard(page, 'helpdesk-team-performance');
  const panel = panels(page).filter({ hasText: 'Volume by owner: top ten' });
  await panel.scrollIntoViewIfNeeded();
  const bar = panel.getByTitle('Show the tickets').first();
  const shown = numberIn(await bar.innerText());
  expect(shown).toBeGreaterThan(0);
  const answered = answerTo(page, { metric: 'support_volume', kind: 'records' });
  await bar.click();
  const response = await answered;
  expect(await rowsOf(response)).toBe(shown);
  await expect(page).toHaveURL(/\/explore\?/);
  await expect(result(page)).toHaveAttribute('data-panel-type', 'table');
  // each ticket leads to the helpdesk, and all of them to a file
  const [first] = await valuesOf(response, 'ticket_id');
  await expect(result(page).getByRole('link').first()).toHaveAttribute('href', `https://desk.example.com/tickets/${String(first)}`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(lines).toHaveLength(1 + shown);
  expect(lines[0]).toContain('"Ticket"');
});

test('a point of a series leads to the rows of exactly its bucket', async ({ page }) => {
  await openExplore(page, { metric: 'opened', view: 'over_time', frequency: 'week' }, {});
  await expect(result(page)).toHaveAttribute('data-state', 'Done');
  const { at, value } = await pinMiddlePoint(page);
  const answered = answerTo(page, { metric: 'opened', kind: 'records', frequency: 'week' });
  await page.getByRole('link', { name: 'Show the tickets' }).click();
  const response = await answered;
  const [{ at: bucket }] = sentQueries(response);
  expect(bucket).toBe(at);
  expect(await rowsOf(response)).toBe(value);
  const created = await timesOf(response);
  expect(Math.min(...created)).toBeGreaterThanOrEqual(at);
  expect(Math.max(...created)).toBeLessThan(at + 7 * 86_400_000);
});

/** Clicks the point nearest to the middle of the graph, where the tooltip then stays, and gives what it says of the point. */
async function pinMiddlePoint(page: Page): Promise<{ at: number; value: number }> {
  const tooltip = page.getByTestId('data-testid viz-tooltip-wrapper');
  // a graph that is still being laid out hears no pointer
  await expect(async () => {
    await page.mouse.move(0, 0);
    await result(page).locator('.u-over').hover();
    await expect(tooltip).toBeVisible({ timeout: 1000 });
  }).toPass();
  const { x, y } = await result(page)
    .locator('.u-cursor-pt')
    .filter({ visible: true })
    .first()
    .evaluate((point) => {
      const { left, top, width, height } = point.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await expect(page.getByRole('link', { name: 'Show the tickets' })).toBeVisible();
  const [when, , value] = (await tooltip.innerText())
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
  // in the time zone of the browser
  return { at: await page.evaluate((text) => Date.parse(text), when), value: numberIn(value) };
}

function numberIn(text: string): number {
  return Number(/[\d,]+(?=\s*$)/.exec(text.trim())?.[0].replaceAll(',', ''));
}

async function rowsOf(response: Response): Promise<number> {
  return (await framesOf(response))[0].data.values[0].length;
}

async function valuesOf(response: Response, field: string): Promise<readonly unknown[]> {
  const [{ schema, data }] = await framesOf(response);
  return data.values[schema.fields.findIndex(({ name }) => name === field)];
}

async function timesOf(response: Response): Promise<number[]> {
  const [{ schema, data }] = await framesOf(response);
  return data.values[schema.fields.findIndex(({ type }) => type === 'time')] as number[];
}
