import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';

import * as emotion from '@emotion/css';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as i18next from 'i18next';
import * as lodash from 'lodash';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as rxjs from 'rxjs';

/** What Grafana gives to plugins instead of their bundling it. */
const SHARED: Readonly<Record<string, object>> = {
  '@emotion/css': emotion,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  i18next,
  lodash,
  react,
  'react/jsx-runtime': jsxRuntime,
  'react-dom': reactDom,
  rxjs,
};

let isReady = false;

function prepare(): void {
  if (!isReady) {
    isReady = true;
    System.addImportMap({ imports: Object.fromEntries(Object.keys(SHARED).map((name) => [name, `shared:${name}`])) });
    Object.entries(SHARED).forEach(([name, module]) => System.set(`shared:${name}`, { ...module, __esModule: true }));
  }
}

/** A plugin's built module. */
export async function loadModule<Module extends object>(path: string): Promise<Module> {
  prepare();
  const module = (await System.import(`${location.origin}/${path}`)) as { default?: unknown };
  // webpack's asynchronous modules (top-level await) export a promise
  return (await (module.default ?? module)) as Module;
}
