/** Modules of Grafana's packages that they do not export; vite.config.ts finds them. */
declare module '@internal/data-source-settings' {
  export function initDataSourceInstanceSettings(settings: Record<string, import('@grafana/data').DataSourceInstanceSettings>, defaultName: string): void;
  export function syncDataSourceInstanceSettings(settings: {
    datasources: Record<string, import('@grafana/data').DataSourceInstanceSettings>;
    defaultDatasource: string;
  }): void;
  export function getDataSourceInstanceSettings(ref: unknown, scopedVars?: unknown): Promise<import('@grafana/data').DataSourceInstanceSettings | undefined>;
}

declare module '@internal/data-source-instance' {
  export function setDataSourcePluginImporter(
    load: (meta: import('@grafana/data').DataSourcePluginMeta) => Promise<import('@grafana/data').DataSourcePlugin<import('@grafana/data').DataSourceApi>>
  ): void;
  export function getDataSourceInstance(ref: unknown, scopedVars?: unknown): Promise<import('@grafana/data').DataSourceApi>;
}

declare module '@internal/i18n' {
  export function initializeI18n(options: { language: string; ns: string[] }): Promise<{ language: string }>;
}

declare module '@internal/monaco/*?worker' {
  const Worker: new () => Worker;
  export default Worker;
}
