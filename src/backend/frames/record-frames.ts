import { dimensionOf } from '../../shared/catalog/dimensions';
import type { RecordColumn } from '../../shared/catalog/record-columns';
import type { ResultTable } from '../query/answer/series';
import { recordColumns } from '../query/ask/records';
import type { Column, Frame, FrameField } from './frame';
import type { FrameContext } from './metric-frames';

/** The fact rows behind a chart as one table, by work that yields between its columns. */
export function* recordFrames(table: ResultTable, rows: number, context: FrameContext): Generator<void, Frame[]> {
  const { plan, refId, notices, executed, custom } = context;
  const fields: FrameField[] = [];
  for (const [i, { word, column }] of recordColumns(plan).entries()) {
    fields.push({
      name: word,
      column: typed(column, table.column(`c${i}`), rows),
      config: {
        displayName: column.label,
        ...(column.type === 'seconds' ? { unit: 's' } : {}),
        ...('dimension' in column.from ? { noValue: dimensionOf(column.from.dimension).none } : {}),
      },
    });
    yield;
  }
  return [
    {
      name: plan.metric.label,
      refId,
      rows,
      fields,
      meta: {
        type: 'table',
        typeVersion: [0, 1],
        preferredVisualisationType: 'table',
        executedQueryString: executed,
        custom: { metric: plan.metric.id, kind: 'records', ...custom },
        ...(notices.length > 0 ? { notices } : {}),
      },
    },
  ];
}

function typed({ type }: RecordColumn, values: ArrayLike<unknown> | null, rows: number): Column {
  const own = Array.from({ length: rows }, (_, i) => values?.[i] ?? null);
  switch (type) {
    case 'time':
      return { type: 'time', values: own.map((value) => (value === null ? null : Number(value))) };
    case 'number':
    case 'seconds':
      return { type: 'number', values: own.map((value) => (value === null ? null : Number(value))) };
    case 'boolean':
      return { type: 'boolean', values: own.map((value) => (value === null ? null : Boolean(value))) };
    default:
      return { type: 'string', values: own.map((value) => (value === null ? null : String(value))) };
  }
}
