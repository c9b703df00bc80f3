import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PANELS_DRAWN } from '../../scripts/lib/panels-drawn';
import { expect, openDashboard, panels, test } from './preview';

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: ReadonlyArray<{
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly targets?: ReadonlyArray<{ readonly metric: string }>;
  }>;
}

/** Nothing is about to be broken on a quiet weekend: then its panel is rightly empty. */
const MAY_BE_EMPTY = 'sla_at_risk';

const FOLDER = join(__dirname, '../../dashboards');
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Dashboard;
const inFolder = (folder: string) =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => read(join(folder, name)));
const [english, dutch] = [inFolder('.'), inFolder('nl')];

test('there are seven dashboards in either language', () => {
  expect([english.length, dutch.length]).toEqual([7, 7]);
});

for (const [lang, dashboards] of [
  ['en-US', english],
  ['nl-NL', dutch],
] as const) {
  for (const { uid, title, panels: wanted } of dashboards) {
    test(`every panel of ${title} has data`, async ({ page }) => {
      await openDashboard(page, uid, { lang });
      const shown = await panels(page).evaluateAll((all) => all.map(({ dataset }) => `${dataset.panelId}: ${dataset.state}`));
      const drawn = wanted.filter(({ type }) => type !== 'row');
      const mayBeEmpty = drawn.filter(({ targets = [] }) => targets.some(({ metric }) => metric === MAY_BE_EMPTY)).map(({ id }) => `${id}: NoData`);
      const empty = shown.filter((one) => mayBeEmpty.includes(one));
      expect(shown.map((one) => (empty.includes(one) ? one.replace('NoData', 'Done') : one)).sort()).toEqual(drawn.map(({ id }) => `${id}: Done`).sort());
      await expect(page.getByTestId('no-data')).toHaveCount(empty.length);
      await page.waitForFunction(PANELS_DRAWN);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      // nothing is cut off or needs scrolling sideways
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    });
  }
}

test('a link leads to the next dashboard with the time and the choices', async ({ page }) => {
  await openDashboard(page, 'helpdesk-overview', { from: 'now-7d', to: 'now', 'var-team': 'billing' });
  await panels(page).getByRole('link', { name: 'SLA & backlog', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'SLA & backlog' })).toBeVisible();
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('from'), searchParams.get('to'), searchParams.get('var-team')]).toEqual(['now-7d', 'now', 'billing']);
});
