import { EventBusSrv, type GrafanaConfig, locationUtil, type PanelPlugin } from '@grafana/data';
import {
  config,
  type EchoSrv,
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
  setEchoSrv,
  setGrafanaLiveSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { NEVER, of } from 'rxjs';

import { loadPanel, loadedPanel } from '../panels/registry';
import { backendSrv } from './backend-srv';
import { dataSourceSrv, prepareDataSources } from './data-sources';
import { startMonaco } from './monaco';
import { fillRegistries } from './registries';
import { runRequest } from './run-request';
import { templateSrv, variablesForUrl } from './template-srv';

const silent: EchoSrv = { flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined, onInteraction: () => () => undefined };

/** Puts in place what Grafana's server page sets up before a plugin or a scene runs. */
export function startServices(): void {
  fillRegistries();
  startMonaco();
  setBackendSrv(backendSrv);
  setTemplateSrv(templateSrv);
  setDataSourceSrv(dataSourceSrv);
  prepareDataSources();
  setRunRequest(runRequest);
  setEchoSrv(silent);
  setAppEvents(new EventBusSrv());
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setReturnToPreviousHook(() => () => undefined);
  setGrafanaLiveSrv({
    getConnectionState: () => of(false),
    getStream: () => NEVER,
    getDataStream: () => NEVER,
    getQueryData: () => NEVER,
    getPresence: () => NEVER,
    publish: async () => undefined,
  } as never);
  setPluginImportUtils({ importPanelPlugin: (id) => loadPanel(id), getPanelPluginFromCache: (id): PanelPlugin | undefined => loadedPanel(id) });
  locationUtil.initialize({
    config: config as unknown as GrafanaConfig,
    getVariablesUrlParams: () => variablesForUrl() as never,
    getTimeRangeForUrl: () => ({ from: 'now-30d', to: 'now' }),
  });
}
