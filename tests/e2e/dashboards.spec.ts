import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { OWNED } from '../../dashboards/src/query';
import { DAY } from '../../demo/units';
import { PANELS_DRAWN } from '../../scripts/lib/panels-drawn';
import { cutTexts } from './cut-texts';
import { answerTo, choose, expect, framesOf, openDashboard, panels, sentQueries, test, valuesIn } from './preview';
import { REPORTS } from './suite-reports';

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: ReadonlyArray<{
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly targets?: ReadonlyArray<{ readonly metric: string; readonly groupBy?: readonly string[] }>;
  }>;
}

/** Nothing is about to be broken on a quiet weekend: then its panel is rightly empty. */
const MAY_BE_EMPTY = ['sla_at_risk'];

/** What the wall board's last 24 hours need an answer for: it is rightly empty where they touch a weekend. */
const NEEDS_AN_ANSWER = ['time_to_first_response', 'sla_attainment'];
const touchesWeekend = () => [Date.now(), Date.now() - DAY].some((moment) => [0, 6].includes(new Date(moment).getUTCDay()));

/** Dimensions whose values are people. */
const PEOPLE = ['owner', 'author', 'agent', 'closed_by', 'customer'];

/** A large screen, a laptop, the same beside Grafana’s docked menu, a phone. */
const PHONE = 390;
const WIDTHS = [1920, 1280, 970, PHONE];

const FOLDER = join(__dirname, '../../dashboards');
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Dashboard;
const inFolder = (folder: string) =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => read(join(folder, name)));
const [english, dutch] = [inFolder('.'), inFolder('nl')];

test('there are eight dashboards in either language', () => {
  expect([english.length, dutch.length]).toEqual([8, 8]);
});

for (const [lang, dashboards] of [
  ['en-US', english],
  ['nl-NL', dutch],
] as const) {
  for (const { uid, title, panels: wanted } of dashboards) {
    test(`every panel of ${title} has data`, async ({ page }) => {
      // the longer name of the two clocks: what fits with it fits with the other; the panels’ heads are Grafana’s own component
      await openDashboard(page, uid, { lang, 'var-hours': 'sla', 'var-agent': await oftenRated(page) });
      const shown = await panels(page).evaluateAll((all) => all.map(({ dataset }) => `${dataset.panelId}: ${dataset.state}`));
      const drawn = wanted.filter(({ type }) => type !== 'row');
      const without = uid.startsWith('helpdesk-wall') && touchesWeekend() ? [...MAY_BE_EMPTY, ...NEEDS_AN_ANSWER] : MAY_BE_EMPTY;
      const mayBeEmpty = drawn.filter(({ targets = [] }) => targets.some(({ metric }) => without.includes(metric))).map(({ id }) => `${id}: NoData`);
      const empty = shown.filter((one) => mayBeEmpty.includes(one));
      expect(shown.map((one) => (empty.includes(one) ? one.replace('NoData', 'Done') : one)).sort()).toEqual(drawn.map(({ id }) => `${id}: Done`).sort());
      for (const one of empty) {
        await expect(panels(page).and(page.locator(`[data-panel-id="${one.split(':')[0]}"]`))).toContainText(lang === 'nl-NL' ? 'Geen gegevens' : 'No data');
      }
      await expect(page.getByTestId('no-data').or(page.getByText(/^(No data|Geen gegevens)$/)), 'what is empty says so, and nothing else').toHaveCount(
        empty.length
      );
      await page.waitForFunction(PANELS_DRAWN);
      for (const report of REPORTS.filter((one) => one.on === uid)) {
        await expect(panels(page).and(page.getByRole('group', { name: report.panel, exact: true })), report.name).toHaveCount(1);
      }
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      // nothing is cut off or needs scrolling sideways
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      const ofPeople = wanted.filter(({ targets = [] }) => targets.some(({ groupBy = [] }) => groupBy.some((by) => PEOPLE.includes(by)))).map(({ id }) => id);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => widest(page), `panels of ${width} pixels`).toBeLessThanOrEqual(width);
        await expect.poll(() => cutTexts(page, { isPhone: width === PHONE, ofPeople }), `titles, heads and cells at ${width} pixels`).toEqual([]);
      }
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

test('a report is shown over time or in totals, around the clock or in SLA hours, and its title says which clock', async ({ page }) => {
  await openDashboard(page, 'helpdesk-team-performance');
  await expect(page.getByRole('group', { name: 'Time in stage, mean, 24/7', exact: true })).toBeVisible();
  const totals = answerTo(page, { metric: 'time_in_stage', view: 'totals', hours: 'all', groupBy: ['stage'] });
  await choose(page.getByRole('combobox', { name: 'Show', exact: true }), 'Totals');
  expect(await valuesIn(await totals)).toBeGreaterThan(0);
  const inHours = answerTo(page, { metric: 'time_in_stage', view: 'totals', hours: 'sla', groupBy: ['stage'] });
  await choose(page.getByRole('combobox', { name: 'Hours', exact: true }), 'SLA hours');
  expect(await valuesIn(await inHours)).toBeGreaterThan(0);
  await expect(page.getByRole('group', { name: 'Time in stage, mean, SLA hours', exact: true })).toHaveAttribute('data-state', 'Done');
});

test('a group of statuses opens into its statuses, a number into the dashboard below it', async ({ page }) => {
  await openDashboard(page, 'helpdesk-scheduling');
  const groups = page.getByRole('group', { name: 'Agent availability by status', exact: true });
  const detailed = answerTo(page, { metric: 'agent_status_time', groupBy: ['agent', 'status'], filters: [{ field: 'availability', values: ['away'] }] });
  await groups
    .getByTitle(/, Away: /)
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Show its statuses below' }).click();
  expect(await valuesIn(await detailed)).toBeGreaterThan(0);
  await expect(page.getByRole('group', { name: 'Statuses in detail: Away', exact: true })).toHaveAttribute('data-state', 'Done');

  await openDashboard(page, 'helpdesk-overview', { 'var-team': 'billing' });
  await page.getByRole('group', { name: 'Unassigned', exact: true }).getByText(/^\d+$/).first().click();
  await page.getByRole('menuitem', { name: 'Open: SLA & backlog' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'SLA & backlog' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('var-team')).toBe('billing');
});

test('a name of the scorecard shows that agent below, with the other choices as they were', async ({ page }) => {
  await openDashboard(page, 'helpdesk-agents', { 'var-team': 'billing' });
  const card = page.getByRole('group', { name: 'Owners: medians, 24/7', exact: true });
  // a bar a share: satisfaction, SLA, reopened
  await expect(card.locator('[role=row]').nth(1).locator('[data-testid="data-testid Bar gauge value"]')).toHaveCount(3);
  const name = card.locator('[role=row]').nth(3).getByRole('link').first();
  const who = await name.innerText();
  const answered = answerTo(page, { metric: 'csat', view: 'totals', compare: 'previous_period' });
  await name.click();
  const { searchParams } = new URL(page.url());
  expect(sentQueries(await answered)[0]).toMatchObject({
    filters: expect.arrayContaining([expect.objectContaining({ values: [searchParams.get('var-agent')] })]),
  });
  await expect(page.getByText(`One agent: ${who}`)).toBeVisible();
  expect(searchParams.get('var-team')).toBe('billing');
});

/** The agent who was rated most in the days of a dashboard: of another, the panels of one agent may rightly be empty. */
async function oftenRated(page: Page): Promise<string> {
  const query = { refId: 'A', metric: 'csat', view: 'totals', groupBy: ['owner'], filters: [OWNED], statistics: ['count'], limit: 1 };
  const [to, DAYS] = [Date.now(), 30 * 86_400_000];
  const data = { from: String(to - DAYS), to: String(to), queries: [{ ...query, datasource: { uid: 'helpdesk-metrics' } }] };
  const [{ schema }] = await framesOf(await page.request.post('/api/ds/query', { data }));
  return schema.meta?.custom?.keys?.[0].owner ?? '';
}

/** How far to the right panels reach, in pixels. */
function widest(page: Page): Promise<number> {
  return panels(page).evaluateAll((all) => Math.max(...all.map((panel) => panel.getBoundingClientRect().right)));
}
