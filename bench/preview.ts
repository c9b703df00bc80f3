import type { Browser } from '@playwright/test';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureDemo } from '../demo/ensure';
import { ROOT } from '../scripts/lib/backend';
import { browsePreview } from '../scripts/lib/browse-preview';
import { findChromium, INSTALL_CHROMIUM } from '../scripts/lib/chromium';
import { PANELS_DRAWN } from '../scripts/lib/panels-drawn';
import { progress, table } from '../scripts/lib/terminal';
import { type Figure, HEADER, isMet, line, median } from './figures';

const USAGE = `npm run bench:preview -- [--tickets 50000] [--dist <a built plugin>] [--json]
  opens each dashboard of the preview in a browser that has never seen it: when something is on the screen, and when all panels are drawn`;

const RUNS = 5;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { tickets: { type: 'string', default: '50000' }, dist: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const tickets = Number(values.tickets.replaceAll('_', ''));
  const executablePath = findChromium();
  if (values.help || !Number.isInteger(tickets) || tickets < 1 || executablePath === null) {
    console.error(executablePath === null ? `There is no Chromium on this machine; ${INSTALL_CHROMIUM}.` : USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const helpdesk = join(ROOT, `.demo/preview-${tickets}`);
  const store = join(ROOT, `.store/preview-${tickets}`);
  if ((await ensureDemo({ dir: helpdesk, tickets, onProgress: (text) => progress.show(text) })).made) {
    rmSync(store, { recursive: true, force: true });
  }
  await browsePreview({ executablePath, helpdesk, store, dist: values.dist }, async (browser, url) => {
    const figures = await measure(browser, url);
    if (values.json) {
      console.log(JSON.stringify({ tickets, figures }, null, 2));
    } else {
      console.log(`\n${tickets.toLocaleString('en')} tickets, 1280 × 900, medians of ${RUNS} visits with an empty browser cache\n`);
      console.log(table(HEADER, figures.map(line), new Set([1, 2, 3])));
    }
    process.exitCode = figures.some((figure) => isMet(figure) === false) ? 1 : 0;
  });
}

/** Each dashboard's first paint and last panel, against a page of the same server that has nothing to do. */
async function measure(browser: Browser, url: string): Promise<Figure[]> {
  // the very first page pays for the browser's own start
  await visit(browser, `${url}/d/helpdesk-overview`, true);
  const bare = await repeated(() => visit(browser, `${url}/public/plugins/helpdesk-metrics-datasource/plugin.json`, false));
  const floor = { what: 'plugin.json shown bare by the same server', ms: median(bare.map(({ paint }) => paint)) };
  const figures: Figure[] = [];
  const folder = join(ROOT, 'dashboards');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { uid, title } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { uid: string; title: string };
    progress.show(`Opening ${title}`);
    const visits = await repeated(() => visit(browser, `${url}/d/${uid}`, true));
    const [paints, dones] = [visits.map(({ paint }) => paint), visits.map(({ done }) => done)];
    figures.push(
      { name: `${title}: first paint`, ms: median(paints), runs: paints, floor, target: { ms: 2500 } },
      { name: `${title}: all panels`, ms: median(dones), runs: dones, floor, target: { ms: 4000 } }
    );
  }
  progress.end();
  return figures;
}

async function repeated<Value>(action: () => Promise<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for (let i = 0; i < RUNS; i++) {
    all.push(await action());
  }
  return all;
}

/** When a page first painted and when its last panel had its answer on the screen, in ms after the address was entered. */
async function visit(browser: Browser, url: string, hasPanels: boolean): Promise<{ paint: number; done: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Amsterdam' });
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: 'load' });
    if (hasPanels) {
      await page.waitForFunction(() => (globalThis as unknown as Watched).panelsDrawnAt !== undefined, undefined, { timeout: 60_000 });
      // drop-downs that arrive late make panels ask again
      await page.waitForLoadState('networkidle');
      await page.waitForFunction(() => (globalThis as unknown as Watched).panelsDrawnAt !== undefined);
    }
    // a page that has little to do is loaded before it is painted
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    return await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      done: (globalThis as unknown as Watched).panelsDrawnAt ?? NaN,
    }));
  } finally {
    await context.close();
  }
}

interface Watched {
  panelsDrawnAt?: number;
}

/** Runs in the page: notes in each frame whether all panels are drawn, and since when. */
const WATCH = `(function look() {
  globalThis.panelsDrawnAt = ${PANELS_DRAWN} ? globalThis.panelsDrawnAt ?? performance.now() : undefined;
  requestAnimationFrame(look);
})()`;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
