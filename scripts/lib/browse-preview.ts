import { type Browser, chromium } from '@playwright/test';

import { startPreview } from '../../preview/server/start-preview';
import { build } from './backend';
import { CHROMIUM_FLAGS } from './chromium';
import { progress } from './terminal';

/** What a browser is to look at; without `dist` the plugin is built. */
export interface Browsed {
  readonly executablePath: string;
  readonly helpdesk: string;
  readonly store: string;
  readonly dist: string | undefined;
}

/** Serves the preview of a helpdesk and opens a browser for it; both end with what is done there. */
export async function browsePreview({ executablePath, helpdesk, store, dist }: Browsed, look: (browser: Browser, url: string) => Promise<void>): Promise<void> {
  if (dist === undefined) {
    progress.show('Building');
    build(true);
  }
  const preview = await startPreview({ port: 0, helpdesk, store, dist, onProgress: (text) => progress.show(text) });
  progress.end();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    await look(browser, preview.url);
  } finally {
    await browser.close();
    await preview.stop();
  }
}
