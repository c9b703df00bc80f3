import { DataSourcePlugin } from '@grafana/data';

import { ConfigEditor } from './frontend/config-editor';
import { HelpdeskDataSource } from './frontend/datasource';
import { QueryEditor } from './frontend/query-editor';
import type { DataSourceQuery, DataSourceSettings } from './frontend/types';

export const plugin = new DataSourcePlugin<HelpdeskDataSource, DataSourceQuery, DataSourceSettings>(HelpdeskDataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
