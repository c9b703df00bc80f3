/** Keys around every query that are no part of it: Grafana's, and the editor's mark of a query that nobody has touched. Ignored. */
export const ENVELOPE: readonly string[] = [
  'refId',
  'datasource',
  'datasourceId',
  'intervalMs',
  'maxDataPoints',
  'queryCachingTTL',
  'hide',
  'key',
  'queryType',
  'timeRange',
  'scopes',
  'untouched',
];
