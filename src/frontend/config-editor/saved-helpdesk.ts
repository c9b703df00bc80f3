import { getDataSourceSrv } from '@grafana/runtime';
import type { ComboboxOption } from '@grafana/ui';
import { useMemo } from 'react';

import type { DimensionId } from '../../shared/words';
import type { HelpdeskDataSource } from '../datasource';
import type { EmptyReport, Remark } from '../../shared/findings';
import type { StatusSource } from '../data-status/store-status';
import type { DataSourceSettings, Schema } from '../types';

/** What a health check found, as far as it got. */
export interface HealthDetails {
  readonly tables?: Readonly<Record<string, { readonly rows: number | null; readonly columns: number }>>;
  readonly remarks?: readonly Remark[];
  /** What the store holds of each table. */
  readonly rows?: Readonly<Record<string, number>>;
  readonly reportsWithoutData?: readonly EmptyReport[];
}

/** A country or a part of one. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly regions?: readonly Place[];
}

/** The data source as it was last saved, asked through Grafana. Everything rejects while it was never saved with a source. */
export interface SavedHelpdesk extends StatusSource {
  readonly health: () => Promise<{ readonly message: string; readonly details: HealthDetails }>;
  /** What the settings may say: known of every data source. */
  readonly schema: () => Promise<Schema>;
  readonly countries: (locale: string) => Promise<readonly Place[]>;
  readonly holidays: (params: Readonly<Record<string, string>>) => Promise<ReadonlyArray<{ readonly date: string; readonly name: string }>>;
  /** Values of a dimension for a drop-down; none where the helpdesk cannot be asked. */
  readonly options: (dimension: DimensionId) => (search: string) => Promise<Array<ComboboxOption<string>>>;
}

const QUIET = { showErrorAlert: false };

/** The saved data source of a uid. */
export function useSavedHelpdesk(uid: string): SavedHelpdesk {
  return useMemo(() => {
    const source = async () => (await getDataSourceSrv().get({ uid })) as unknown as HelpdeskDataSource;
    const get = async <Answer>(path: string, params?: Record<string, string>) => (await source()).getResource<Answer>(path, params, QUIET);
    return {
      hasSource: () => (getDataSourceSrv().getInstanceSettings({ uid })?.jsonData as DataSourceSettings | undefined)?.source !== undefined,
      status: async () => (await source()).status(),
      refresh: async () => (await source()).refresh(),
      health: async () => {
        const { message, details } = await (await source()).callHealthCheck();
        return { message, details: (details ?? {}) as HealthDetails };
      },
      schema: async () => (await source()).settingsSchema(),
      countries: async (locale) => (await get<{ countries: Place[] }>('holidays/countries', { locale })).countries,
      holidays: async (params) => (await get<{ holidays: Array<{ date: string; name: string }> }>('holidays', params)).holidays,
      options: (dimension) => async (search) => {
        try {
          return (await (await source()).values(dimension, { search })).values.map(({ id, name }) => ({
            value: id,
            label: name,
            ...(name === id ? {} : { description: id }),
          }));
        } catch {
          return [];
        }
      },
    };
  }, [uid]);
}
