import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { basename, join } from 'node:path';
import sirv from 'sirv';

import { DEMO_FOLDER, EXECUTABLE, foldersNamed, loaded, ROOT } from '../../scripts/lib/backend';
import type { WrittenSettings } from '../../scripts/lib/written-settings';
import { bootData, PLUGIN_PATH, type PageWishes, roleOf } from './boot-data';
import { BUILT, buildClient } from './client-build';
import { DataSource } from './data-source';
import { fileDataSource, provisionedDataSources } from './data-sources';
import { readDashboards } from './dashboards';
import { type Answered, type Asked, httpServer } from './http';
import { listen } from './listen';
import { apiHandler } from './routes';

/** What a preview shows; everything has a default. */
export interface PreviewOptions {
  /** 3000; the next free one where it is taken, 0 = any. */
  readonly port?: number;
  /** The helpdesk's folder, where the provisioning file says ${HELPDESK_FOLDER}; the demo's. */
  readonly helpdesk?: string;
  /** The settings of the one data source that is shown instead of the provisioned ones: jsonData, with its secrets. */
  readonly settings?: WrittenSettings;
  /** Where stores are kept. */
  readonly store?: string;
  /** The built plugin. */
  readonly dist?: string;
  /** False: the backend runs, nothing is built or served for the browser. */
  readonly isServed?: boolean;
  readonly onProgress?: (line: string) => void;
}

/** A running preview. */
export interface Preview {
  readonly url: string;
  readonly port: number;
  readonly sources: readonly DataSource[];
  stop(): Promise<void>;
}

/** Builds what is missing of the browser's part, starts the backend for each provisioned data source, waits until they are read, and serves. */
export async function startPreview({
  port = 3000,
  helpdesk = process.env.HELPDESK_FOLDER ?? DEMO_FOLDER,
  settings,
  store = join(ROOT, '.store/preview'),
  dist = join(ROOT, 'dist'),
  isServed = true,
  onProgress = () => undefined,
}: PreviewOptions = {}): Promise<Preview> {
  if (isServed) {
    await buildClient(onProgress);
  }
  mkdirSync(store, { recursive: true });
  const env = { ...process.env, HELPDESK_FOLDER: helpdesk };
  const type = (JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8')) as { id: string }).id;
  const provisioned = settings === undefined ? provisionedDataSources(join(ROOT, 'provisioning/datasources'), type, env) : [fileDataSource(settings, type)];
  const sources: DataSource[] = [];
  const stopAll = () => Promise.all(sources.map(({ client }) => client.stop()));
  try {
    for (const one of provisioned) {
      const jsonData = { ...one.jsonData, store: { directory: store, ...(one.jsonData.store as object | undefined) } };
      const allowed = { GF_PLUGIN_ALLOWED_DIRECTORIES: [store, helpdesk, ...(settings === undefined ? [] : foldersNamed(settings))].join(',') };
      sources.push(await DataSource.start({ ...one, jsonData }, sources.length + 1, join(dist, basename(EXECUTABLE)), allowed));
    }
    await Promise.all(sources.map(({ client }) => loaded(client)));
    if (!isServed) {
      return { url: '', port, sources, stop: async () => void (await stopAll()) };
    }
    const server = httpServer(apiHandler(sources, join(ROOT, 'dashboards')), fileHandlers(dist), (asked) => page(asked, dist, sources));
    const at = await listen(server, port);
    return { url: `http://localhost:${at}`, port: at, sources, stop: async () => void (await Promise.all([closed(server), stopAll()])) };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Built files never change under their name; the plugin's may at any time. */
function fileHandlers(dist: string) {
  const built = sirv(BUILT, {
    gzip: true,
    etag: true,
    dotfiles: false,
    setHeaders: (response, path) =>
      response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'),
  });
  const plugin = sirv(dist, { etag: true, dev: true, dotfiles: false });
  const prefix = `/${PLUGIN_PATH}`;
  const pluginFiles: typeof plugin = (request, response, next) => {
    const url = request.url ?? '';
    if (!url.startsWith(`${prefix}/`)) {
      return next?.();
    }
    request.url = url.slice(prefix.length);
    plugin(request, response, () => {
      request.url = url;
      next?.();
    });
  };
  // index.html is a template: the page handler fills it in
  const builtFiles: typeof built = (request, response, next) => (/^\/($|\?|index\.html)/.test(request.url ?? '') ? next?.() : built(request, response, next));
  return [pluginFiles, builtFiles];
}

async function page({ method, path, query, cookies }: Asked, dist: string, sources: readonly DataSource[]): Promise<Answered> {
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, body: { message: `There is no ${method} ${path}.` } };
  }
  // a file that is not there is no page
  if (/\.\w+$/.test(path) || path.startsWith('/public/')) {
    return { status: 404, body: { message: `There is no ${path}.` } };
  }
  // what an earlier page was asked for stays
  const [theme, language] = [query.get('theme') ?? cookies.preview_theme, query.get('lang') ?? cookies.preview_lang];
  const wishes: PageWishes = {
    theme: theme === 'light' ? 'light' : 'dark',
    language: language?.startsWith('nl') ? 'nl-NL' : 'en-US',
    role: roleOf(query.get('role') ?? cookies.preview_role),
  };
  const data = JSON.stringify(bootData(dist, sources, readDashboards(join(ROOT, 'dashboards')), wishes)).replaceAll('<', '\\u003c');
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8')
    .replace('__BOOT_DATA__', () => data)
    .replace('__LANG__', wishes.language);
  return { status: 200, type: 'text/html', body: html };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
