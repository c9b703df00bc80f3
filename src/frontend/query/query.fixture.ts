import type { DataSourceQuery } from '../types';

/** A query in Grafana's envelope. Words may be variables. */
export function queryOf(own: object): DataSourceQuery {
  return { refId: 'A', ...own } as DataSourceQuery;
}
