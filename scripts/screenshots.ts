import type { Browser, Page } from '@playwright/test';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureDemo } from '../demo/ensure';
import { ROOT } from './lib/backend';
import { browsePreview } from './lib/browse-preview';
import { findChromium, INSTALL_CHROMIUM } from './lib/chromium';
import { PANELS_DRAWN } from './lib/panels-drawn';
import { progress } from './lib/terminal';

const IMAGES = join(ROOT, 'docs/img');

/** A picture of the README. */
interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly theme: 'dark' | 'light';
  readonly language?: 'nl-NL';
  /** Also one of the plugin's own, on its page in Grafana. */
  readonly isShipped?: boolean;
}

const explored = {
  metric: 'time_to_first_response',
  view: 'over_time',
  hours: 'sla',
  unit: 'auto',
  statistics: ['median', 'p90'],
  frequency: 'week',
  filters: [{ field: 'priority', op: 'in', values: ['high', 'urgent'] }],
};
const pane = { datasource: 'helpdesk-metrics', queries: [{ refId: 'A', ...explored }], range: { from: 'now-180d', to: 'now' } };

const SHOTS: readonly Shot[] = [
  { name: 'service-overview', path: '/d/helpdesk-overview', width: 1600, height: 1000, theme: 'dark', isShipped: true },
  {
    name: 'query-editor',
    path: `/explore?${new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ a: pane }) }).toString()}`,
    width: 1280,
    height: 1180,
    theme: 'dark',
    isShipped: true,
  },
  { name: 'sla-backlog', path: '/d/helpdesk-sla-backlog', width: 1600, height: 1000, theme: 'dark' },
  { name: 'serviceoverzicht', path: '/d/helpdesk-overview-nl', width: 1600, height: 1000, theme: 'light', language: 'nl-NL' },
];

/** Enough for rates a day that are more than chance. */
const TICKETS = 50_000;

/** `npm run screenshots [-- --dist <a built plugin>]`: takes the README's pictures anew, of the preview over a demo helpdesk. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dist: { type: 'string' }, out: { type: 'string', default: IMAGES } } });
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error(`There is no Chromium on this machine; ${INSTALL_CHROMIUM}.`);
  }
  const folder = join(tmpdir(), 'helpdesk-screenshots');
  const [helpdesk, store] = [join(folder, 'helpdesk'), join(folder, 'store')];
  // a store of other tickets is good for its refresh interval
  rmSync(store, { recursive: true, force: true });
  await ensureDemo({ dir: helpdesk, tickets: TICKETS, onProgress: (text) => progress.show(text) });
  await browsePreview({ executablePath, helpdesk, store, dist: values.dist }, async (browser, url) => {
    mkdirSync(values.out, { recursive: true });
    for (const shot of SHOTS) {
      const file = join(values.out, `${shot.name}.png`);
      await take(browser, url, shot, file);
      if (shot.isShipped && values.out === IMAGES) {
        copyFileSync(file, join(ROOT, 'src/img', `${shot.name}.png`));
      }
      console.log(`${shot.name}.png`);
    }
  });
}

async function take(browser: Browser, url: string, { path, width, height, theme, language = undefined }: Shot, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, timezoneId: 'Europe/Amsterdam', locale: language ?? 'en-US' });
  const wishes = new URLSearchParams({ theme, lang: language ?? 'en-US' }).toString();
  await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}${wishes}`);
  await settled(page);
  await page.screenshot({ path: file, animations: 'disabled' });
  await page.close();
}

/** Waits until everything is drawn with its fonts, and nothing is asked any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(`${PANELS_DRAWN} || document.querySelector('[data-testid=explore-result][data-state=Done] canvas') !== null`);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('[data-state=Loading]') === null);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
