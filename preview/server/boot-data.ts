import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DataSource } from './data-source';
import { listed, type DashboardModel } from './dashboards';

/** Where the browser finds the plugin's files. */
export const PLUGIN_PATH = 'public/plugins/helpdesk-metrics-datasource';

/** What a page's address asks for. */
export interface PageWishes {
  readonly theme: 'light' | 'dark';
  readonly language: 'en-US' | 'nl-NL';
  readonly role: Role;
}

/** Who looks: Grafana's roles of an organization. */
export const ROLES = ['Viewer', 'Editor', 'Admin'] as const;
export type Role = (typeof ROLES)[number];

/** The role that an address or a cookie names; an administrator's where none. */
export function roleOf(name: string | null | undefined): Role {
  return ROLES.find((role) => role === name) ?? 'Admin';
}

/** What Grafana's server writes into its page: the settings that the frontend's packages read, the data sources and the dashboards. */
export function bootData(dist: string, sources: readonly DataSource[], dashboards: readonly DashboardModel[], { theme, language, role }: PageWishes) {
  const plugin = JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8')) as {
    id: string;
    languages?: string[];
    info: { logos: Record<string, string>; version: string };
  };
  const logos = Object.fromEntries(Object.entries(plugin.info.logos).map(([size, path]) => [size, `/${PLUGIN_PATH}/${path}`]));
  const translations = Object.fromEntries(
    (plugin.languages ?? [])
      .map((one) => [one, `${PLUGIN_PATH}/locales/${one}/${plugin.id}.json`])
      .filter(([, path]) => existsSync(join(dist, path.slice(PLUGIN_PATH.length))))
  );
  const meta = { ...plugin, info: { ...plugin.info, logos }, module: `${PLUGIN_PATH}/module.js`, baseUrl: PLUGIN_PATH, translations, loadingStrategy: 'fetch' };
  const datasources = Object.fromEntries(sources.map(({ shown }) => [shown.name, { ...shown, meta, cachingConfig: { enabled: false, TTLMs: 0 } }]));
  return {
    settings: {
      datasources,
      defaultDatasource: (sources.find(({ isDefault }) => isDefault) ?? sources.at(0))?.shown.name ?? '',
      buildInfo: { version: '13.2.2', commit: '', env: 'production', edition: 'Open Source' },
      featureToggles: {},
      panels: {},
      apps: {},
      appUrl: '/',
      appSubUrl: '',
      namespace: 'default',
      exploreEnabled: true,
      liveEnabled: false,
      rbacEnabled: false,
      unifiedAlertingEnabled: true,
      disableSanitizeHtml: false,
      pluginCatalogURL: '',
      dateFormats: DATE_FORMATS,
    },
    user: {
      id: 1,
      uid: 'preview',
      isSignedIn: true,
      login: 'admin',
      name: 'admin',
      email: '',
      orgId: 1,
      orgRole: role,
      isGrafanaAdmin: role === 'Admin',
      orgCount: 1,
      orgName: 'Main Org.',
      theme,
      lightTheme: theme === 'light',
      language,
      locale: language,
      regionalFormat: language,
      timezone: 'browser',
      weekStart: 'monday',
      permissions: {},
      gravatarUrl: '',
      helpFlags1: 0,
      hasEditPermissionInFolders: true,
    },
    navTree: [],
    dashboards: dashboards.map(listed),
  };
}

const DATE_FORMATS = {
  fullDate: 'YYYY-MM-DD HH:mm:ss',
  useBrowserLocale: false,
  defaultTimezone: 'browser',
  defaultWeekStart: 'browser',
  interval: { millisecond: 'HH:mm:ss.SSS', second: 'HH:mm:ss', minute: 'HH:mm', hour: 'MM/DD HH:mm', day: 'MM/DD', month: 'YYYY-MM', year: 'YYYY' },
};
