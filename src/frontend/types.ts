import type { DataSourceApi, DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import type { HelpdeskQuery } from '../shared/query';
import type { StatusSource } from './data-status/store-status';
import type { SettingsInput } from '../shared/settings';
import type { CustomFieldId, DimensionId } from '../shared/words';

/** A query as Grafana carries it: ours inside its envelope; one that nobody has touched yet is marked. */
export type DataSourceQuery = DataQuery & HelpdeskQuery & { readonly untouched?: boolean };

/** One filter of a query, with its defaults left out. */
export type QueryFilter = NonNullable<HelpdeskQuery['filters']>[number];

/** What a dashboard variable asks for: the values of a dimension that tickets so filtered have. */
export interface VariableQuery extends DataQuery {
  readonly dimension?: DimensionId;
  readonly filters?: QueryFilter[];
  /** A part of the name or id. */
  readonly search?: string;
}

/** A value of a dimension as the backend looks it up: what it is filtered by, and what it is called. */
export interface DimensionValue {
  readonly id: string;
  readonly name: string;
}

/** Which values of a dimension to look up. */
export interface ValueSearch {
  /** A part of the name or id. */
  readonly search?: string;
  readonly limit?: number;
  /** Only values of rows that pass these. */
  readonly filters?: readonly QueryFilter[];
}

/** What looks things up in the helpdesk. It rejects where the helpdesk cannot be asked. */
export interface ValueLookup {
  /** The values of a dimension, by name, and whether there are more. */
  readonly values: (dimension: DimensionId, search?: ValueSearch) => Promise<{ readonly values: readonly DimensionValue[]; readonly more: boolean }>;
  /** The custom fields that tickets have. */
  readonly customFields: () => Promise<readonly CustomFieldId[]>;
}

/** The data source as Grafana hands it to our editors. */
export type LookupSource = DataSourceApi<DataSourceQuery, DataSourceSettings> & ValueLookup & Pick<StatusSource, 'status' | 'refresh'> & SchemaSource;

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Who knows what a query, and what the settings, may say. */
export interface SchemaSource {
  readonly querySchema: () => Promise<Schema>;
  readonly settingsSchema: () => Promise<Schema>;
}

/** The data source's jsonData. */
export type DataSourceSettings = DataSourceJsonData & Partial<SettingsInput>;
