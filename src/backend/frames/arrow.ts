import {
  Binary,
  Bool,
  type Data,
  type DataType,
  Field,
  Float64,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  TimestampNanosecond,
  Utf8,
} from 'apache-arrow';

import { atOnce } from '../turns';
import { encodeTexts } from './encode-texts';
import { encodeTimes } from './encode-times';
import type { Column, Frame } from './frame';
import { Validity } from './validity';

/** A frame as Grafana reads it: Arrow's IPC *file* format, one uncompressed batch. */
export function encodeFrame(frame: Frame): Uint8Array {
  return atOnce(encoding(frame));
}

/** Encodes a frame by work that yields between its columns. */
export function* encoding(frame: Frame): Generator<void, Uint8Array> {
  const children: Array<Data<DataType>> = [];
  for (const { column } of frame.fields) {
    children.push(encodeColumn(column, frame.rows));
    // a column of a few rows is no work
    if (frame.rows > 1_000) {
      yield;
    }
  }
  const fields = frame.fields.map((field, i) => {
    const metadata = new Map([['tstype', TSTYPE[field.column.type]]]);
    if (field.labels && Object.keys(field.labels).length > 0) {
      metadata.set('labels', JSON.stringify(field.labels));
    }
    if (field.config) {
      metadata.set('config', JSON.stringify(field.config));
    }
    // the nullable flag decides whether nulls survive; a time column that has them all stays plain, as alerting wants it
    const nullable = field.column.type !== 'time' || children[i].nullCount > 0;
    return new Field(field.name, children[i].type, nullable, metadata);
  });
  const metadata = new Map([['name', frame.name], ['refId', frame.refId], ...(frame.meta ? [['meta', JSON.stringify(frame.meta)] as const] : [])]);
  const schema = new Schema(fields, metadata);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length: frame.rows, nullCount: 0, children }));
  return RecordBatchFileWriter.writeAll([batch]).toUint8Array(true);
}

const TSTYPE: Readonly<Record<Column['type'], string>> = { time: 'time', number: 'number', string: 'string', boolean: 'boolean', json: 'other' };

function encodeColumn(column: Column, rows: number): Data<DataType> {
  if (column.values.length !== rows) {
    throw new Error(`A column has ${column.values.length} values; its frame has ${rows} rows.`);
  }
  switch (column.type) {
    case 'time':
      return makeData({ type: new TimestampNanosecond(), length: rows, ...encodeTimes(column.values, rows) });
    case 'number':
      return numbers(column, rows);
    case 'boolean': {
      const data = new Uint8Array((rows + 7) >> 3);
      const validity = new Validity(rows);
      for (let i = 0; i < rows; i++) {
        const value = column.values[i];
        if (value === null) {
          validity.clear(i);
        } else if (value) {
          data[i >> 3] |= 1 << (i & 7);
        }
      }
      return makeData({ type: new Bool(), length: rows, data, ...validity.parts });
    }
    case 'string':
      return makeData({ type: new Utf8(), length: rows, ...encodeTexts(column.values, rows) });
    case 'json':
      return makeData({
        type: new Binary(),
        length: rows,
        ...encodeTexts(
          Array.from(column.values, (value) => (value === null ? null : JSON.stringify(value))),
          rows
        ),
      });
  }
}

function numbers(column: Extract<Column, { type: 'number' }>, rows: number): Data<DataType> {
  const { values, valid = null } = column;
  const validity = new Validity(rows);
  const data = values instanceof Float64Array ? values : new Float64Array(rows);
  if (data === values) {
    for (let i = 0; valid !== null && i < rows; i++) {
      if (!valid[i]) {
        validity.clear(i);
      }
    }
  } else {
    for (let i = 0; i < rows; i++) {
      const value = values[i];
      if (value === null || (valid !== null && !valid[i])) {
        validity.clear(i);
      } else {
        data[i] = value;
      }
    }
  }
  return makeData({ type: new Float64(), length: rows, data, ...validity.parts });
}
