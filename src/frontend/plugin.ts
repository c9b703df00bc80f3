import { DataSourcePlugin } from '@grafana/data';

import { HelpdeskDataSource } from './datasource';
import { later } from './later';
import type { DataSourceQuery, DataSourceSettings } from './types';

/** The data source with its editors. */
export const plugin = new DataSourcePlugin<HelpdeskDataSource, DataSourceQuery, DataSourceSettings>(HelpdeskDataSource)
  .setConfigEditor(later(async () => (await import('./config-editor/config-editor')).ConfigEditor))
  .setQueryEditor(later(async () => (await import('./query-editor/query-editor')).QueryEditor))
  .setQueryEditorHelp(later(async () => (await import('./cheat-sheet/cheat-sheet')).CheatSheet));
