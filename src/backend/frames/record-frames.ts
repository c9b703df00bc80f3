import { dimensionOf } from '../../shared/catalog/dimensions';
import { RECORD_COLUMNS, type RecordColumn } from '../../shared/catalog/record-columns';
import { idOfValue, type Names } from '../../shared/names';
import type { UnitWord } from '../../shared/words';
import type { ResultTable } from '../query/answer/series';
import { recordColumns } from '../query/ask/records';
import type { Column, Frame, FrameField } from './frame';
import type { FrameContext } from './metric-frames';
import { withTicketLinks } from './ticket-link';
import { fieldUnit } from './unit';
import { inUnit, writtenUnit } from './written-unit';

/** The fact rows behind a chart as one table, by work that yields between its columns. */
export function* recordFrames(table: ResultTable, rows: number, context: FrameContext, hoursPerWorkday: number): Generator<void, Frame[]> {
  const { plan, refId, notices, executed, custom, names } = context;
  const columns = recordColumns(plan).map(({ word, column }, i) => ({
    word,
    column,
    values: named(typed(column, table.column(`c${i}`), rows), column, names),
  }));
  const durations = columns.flatMap(({ column, values }) => (column.type === 'seconds' && values.type === 'number' ? Array.from(values.values) : []));
  const fields: FrameField[] = [];
  for (const { word, column, values } of columns) {
    const written = column.type === 'seconds' ? writtenUnit(durations, choiceFor(column, plan.query.unit, hoursPerWorkday)) : null;
    fields.push({
      name: word,
      column: written !== null && values.type === 'number' ? { ...values, values: Array.from(values.values, (value) => inUnit(value, written)) } : values,
      config: {
        displayName: word in RECORD_COLUMNS ? names.column(word) : column.label,
        ...(written === null ? {} : { unit: fieldUnit(written, names) }),
        noValue: 'dimension' in column.from ? names.value(column.from.dimension, null, dimensionOf(column.from.dimension).none) : '–',
      },
    });
    yield;
  }
  return [
    {
      name: plan.metric.label,
      refId,
      rows,
      fields: withTicketLinks(fields, texts(table.column('ticket_id'), rows), context),
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

/** A column with its dimension's fixed and usual values in the reader's language. */
function named(values: Column, { from }: RecordColumn, names: Names): Column {
  if (!('dimension' in from) || values.type !== 'string') {
    return values;
  }
  const { dimension } = from;
  const { values: inStore, known } = dimensionOf(dimension);
  if (typeof inStore === 'string' && known === undefined) {
    return values;
  }
  const called = new Map([...new Set(Array.from(values.values))].map((name) => [name, name && names.value(dimension, idOfValue(dimension, name), name)]));
  return { ...values, values: Array.from(values.values, (name) => called.get(name) ?? null) };
}

/** How a column of durations is written: business time, and what an SLA promises, never in days of 24 hours. */
function choiceFor({ from }: RecordColumn, unit: UnitWord | null, hoursPerWorkday: number): Parameters<typeof writtenUnit>[1] {
  const isSla = 'milliseconds' in from || ('measure' in from && from.measure === 'sla');
  return { asked: isSla && unit === 'days' ? 'hours' : unit, isSla, hoursPerWorkday };
}

function typed({ type }: RecordColumn, values: ArrayLike<unknown> | null, rows: number): Column {
  const own = cells(values, rows);
  switch (type) {
    case 'time':
      return { type: 'time', values: own.map((value) => (value === null ? null : Number(value))) };
    case 'number':
    case 'seconds':
      return { type: 'number', values: own.map((value) => (value === null ? null : Number(value))) };
    case 'boolean':
      return { type: 'boolean', values: own.map((value) => (value === null ? null : Boolean(value))) };
    default:
      return { type: 'string', values: texts(own, rows) };
  }
}

function cells(values: ArrayLike<unknown> | null, rows: number): unknown[] {
  return Array.from({ length: rows }, (_, i) => values?.[i] ?? null);
}

function texts(values: ArrayLike<unknown> | null, rows: number): Array<string | null> {
  return cells(values, rows).map((value) => (value === null ? null : String(value)));
}
