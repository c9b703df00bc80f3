import { type DataFrame, type DataLink, DataLinkConfigOrigin, type DataQueryResponse, dateTime, type Field, FieldType, type TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';

import { findMetric } from '../../shared/catalog';
import type { Metric } from '../../shared/catalog/metric';
import { QUERY_DEFAULTS } from '../../shared/query/defaults';
import { columnQuery, columnsOf, countName } from '../../shared/query/scorecard';
import { type Frequency, FREQUENCIES, STATISTICS } from '../../shared/words';
import type { DataSourceQuery } from '../types';
import { type GroupKey, groupFilters } from './group-filters';
import { pointOf, rowAt } from './point';
import { recordsQuery } from './records-query';

/** What the links of a response need to know of its request. */
export interface Asked {
  /** As executed: variables replaced, ad hoc filters in. */
  readonly queries: readonly DataSourceQuery[];
  readonly range: TimeRange;
  readonly uid: string;
  readonly name: string;
}

/** The response with a data link on every value of a metric, to Explore with the rows behind it: the same bucket, group and conditions. */
export function withLinks(response: DataQueryResponse, asked: Asked): DataQueryResponse {
  const frames = response.data.filter(isFrame);
  return { ...response, data: response.data.map((frame: unknown) => (isFrame(frame) ? linked(frame, frames, asked) : frame)) };
}

function linked(frame: DataFrame, all: readonly DataFrame[], asked: Asked): DataFrame {
  const query = asked.queries.find(({ refId }) => refId === frame.refId);
  if (query?.kind === 'scorecard') {
    return linkedColumns(frame, query, asked);
  }
  const { metric, view } = metaOf(frame);
  if (!query || (query.kind ?? QUERY_DEFAULTS.kind) !== 'metric' || metric === null || metric.columns.length === 0) {
    return frame;
  }
  const to = view === 'totals' ? totalsLink(frame, metric, query, asked) : seriesLink(frame, all, metric, query, asked);
  return to === null
    ? frame
    : {
        ...frame,
        fields: frame.fields.map((field) => (isValue(field, metric) ? withLink(field, to) : field)),
      };
}

/** Of a scorecard: each column’s own rows, as if the metric had been asked alone. */
function linkedColumns(frame: DataFrame, query: DataSourceQuery, asked: Asked): DataFrame {
  const columns = columnsOf(query);
  return {
    ...frame,
    fields: frame.fields.map((field) => {
      const column = columns.find((one) => field.name === one.name || (one.n && field.name === countName(one)));
      const metric = column ? findMetric(column.metric) : null;
      const to = column && metric && metric.columns.length > 0 ? totalsLink(frame, metric, columnQuery(query, column), asked) : null;
      return to === null ? field : withLink(field, to);
    }),
  };
}

function withLink(field: Field, to: DataLink): Field {
  return { ...field, config: { ...field.config, links: [...(field.config.links ?? []), to] } };
}

/** Of a series: its group, in the bucket under the pointer. Null for what is drawn besides (trends, an earlier period). */
function seriesLink(frame: DataFrame, all: readonly DataFrame[], metric: Metric, query: DataSourceQuery, asked: Asked): DataLink | null {
  const { key, frequency } = metaOf(frame);
  if (key === null || frequency === null) {
    return null;
  }
  const shown = all.filter(({ refId }) => refId === frame.refId).flatMap((one) => metaOf(one).key ?? []);
  const group = groupFilters(metric, key, shown);
  return (
    group &&
    link(metric, asked, (scopedVars) => {
      const { rowIndex, frame: drawn } = pointOf(scopedVars);
      const time: unknown = rowIndex === undefined ? undefined : (drawn ?? frame).fields.find(({ type }) => type === FieldType.time)?.values[rowIndex];
      // a single number drawn of a whole series belongs to no bucket
      return recordsQuery(query, group, typeof time === 'number' ? { at: time, frequency } : null);
    })
  );
}

/** Of a table's rows: each its group. Null where a row's group cannot be said with filters. */
function totalsLink(frame: DataFrame, metric: Metric, query: DataSourceQuery, asked: Asked): DataLink | null {
  const { keys } = metaOf(frame);
  const filters = keys.map((key) => groupFilters(metric, key, keys));
  const rows = filters.flatMap((group) => (group === null ? [] : [group]));
  if (rows.length < keys.length) {
    return null;
  }
  const names = keys.map((key, row) => Object.keys(key).map((dimension) => String(frame.fields.find(({ name }) => name === dimension)?.values[row] ?? '')));
  return link(metric, asked, (scopedVars) =>
    recordsQuery(query, rows.length === 1 ? rows[0] : (rows[rowAt(pointOf(scopedVars), Object.keys(keys[0] ?? {}), names) ?? -1] ?? []), null)
  );
}

type Build = (scopedVars: Parameters<typeof pointOf>[0]) => DataSourceQuery;

function link(metric: Metric, { range, uid, name }: Asked, build: Build): DataLink<DataSourceQuery> {
  // the very instants of this answer: "now" would have moved on by the time of the click
  const [from, to] = [dateTime(range.from), dateTime(range.to)];
  return {
    title: metric.columns.includes('ticket') ? t('drill.tickets', 'Show the tickets') : t('drill.rows', 'Show the rows'),
    url: '',
    origin: DataLinkConfigOrigin.Datasource,
    internal: { datasourceUid: uid, datasourceName: name, query: ({ scopedVars }) => build(scopedVars), range: { from, to, raw: { from, to } } },
  };
}

/** The fields that hold a metric's own statistics: not its groups, nor what is compared with. */
function isValue({ name, type }: Field, metric: Metric): boolean {
  return type === FieldType.number && (name === metric.id || (STATISTICS as readonly string[]).includes(name));
}

/** What the backend says of a frame, as far as it is what it should be. */
function metaOf({ meta }: DataFrame): { metric: Metric | null; view: unknown; key: GroupKey | null; keys: readonly GroupKey[]; frequency: Frequency | null } {
  const { metric, view, key, keys, frequency, series }: Readonly<Record<string, unknown>> = meta?.custom ?? {};
  return {
    metric: typeof metric === 'string' ? findMetric(metric) : null,
    view,
    key: series === undefined && isKey(key) ? key : null,
    keys: Array.isArray(keys) ? keys.filter(isKey) : [],
    frequency: FREQUENCIES.find((one) => one === frequency) ?? null,
  };
}

function isKey(key: unknown): key is GroupKey {
  return typeof key === 'object' && key !== null;
}

function isFrame(data: unknown): data is DataFrame {
  return typeof data === 'object' && data !== null && 'fields' in data && Array.isArray(data.fields);
}
