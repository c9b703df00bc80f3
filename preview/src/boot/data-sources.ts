import { DataSourceApi, type DataSourceInstanceSettings, DataSourcePlugin } from '@grafana/data';
import { config, type DataSourceSrv, getBackendSrv } from '@grafana/runtime';
import { getDataSourceInstance, setDataSourcePluginImporter } from '@internal/data-source-instance';
import { initDataSourceInstanceSettings, syncDataSourceInstanceSettings } from '@internal/data-source-settings';
import i18next from 'i18next';

import { loadModule } from './plugin-loader';
import { templateSrv } from './template-srv';

type Settings = DataSourceInstanceSettings;
type Plugin = DataSourcePlugin<DataSourceApi>;

const loaded = new Map<string, Promise<Plugin>>();

function settings(): Settings[] {
  return Object.values(config.datasources);
}

/** The built plugin with its texts in the user's language, loaded once. */
export function importPlugin(meta: Settings['meta']): Promise<Plugin> {
  const plugin = loaded.get(meta.id) ?? load(meta);
  loaded.set(meta.id, plugin);
  return plugin;
}

async function load(meta: Settings['meta']): Promise<Plugin> {
  const path = (meta as { translations?: Record<string, string> }).translations?.[config.bootData.user.language];
  const [module] = await Promise.all([
    (async () => {
      // the texts first: the module looks them up as it starts
      if (path) {
        i18next.addResourceBundle(config.bootData.user.language, meta.id, await (await fetch(`/${path}`)).json());
      }
      return loadModule<{ plugin: Plugin }>(meta.module);
    })(),
  ]);
  module.plugin.meta = meta;
  return module.plugin;
}

/** The data sources that plugins and scenes ask for by uid, name or a variable that holds one. */
export const dataSourceSrv: DataSourceSrv = {
  get: (ref, scopedVars) => getDataSourceInstance(ref, scopedVars),
  getList: ({ pluginId, type, filter = () => true } = {}) =>
    settings().filter((one) => (!pluginId || one.type === pluginId) && (!type || [type].flat().includes(one.type)) && filter(one)),
  getInstanceSettings(ref, scopedVars) {
    const name = templateSrv.replace((typeof ref === 'string' ? ref : ref?.uid) ?? '', scopedVars);
    return (
      settings().find(({ uid, name: own }) => uid === name || own === name) ??
      (name === '' || name === 'default' ? settings().find(({ name: own }) => own === config.defaultDatasource) : undefined)
    );
  },
  async reload() {
    await Promise.all(settings().map(async (one) => Object.assign(one, await getBackendSrv().get(`/api/datasources/uid/${one.uid}`))));
    syncDataSourceInstanceSettings(config);
  },
  registerRuntimeDataSource: () => undefined,
};

/** Makes the server's data sources known to @grafana/runtime. */
export function prepareDataSources(): void {
  initDataSourceInstanceSettings(config.datasources, config.defaultDatasource);
  setDataSourcePluginImporter(importPlugin);
}
