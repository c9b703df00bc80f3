import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import type { HelpdeskQuery } from '../shared/query';
import type { SettingsInput } from '../shared/settings';

/** A query as Grafana carries it: ours inside its envelope. */
export type DataSourceQuery = DataQuery & HelpdeskQuery;

/** The data source's jsonData. */
export type DataSourceSettings = DataSourceJsonData & Partial<SettingsInput>;
