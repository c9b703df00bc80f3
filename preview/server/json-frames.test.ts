import { join } from 'node:path';

import { encodeFrame } from '../../src/backend/frames/arrow';
import { decodeFrame } from '../../tools/door/decode';
import type { Frame } from '../../src/backend/frames/frame';
import { jsonFrame } from './json-frames';

interface Received {
  readonly name?: string;
  readonly refId?: string;
  readonly meta?: object;
  readonly length: number;
  readonly fields: ReadonlyArray<{ readonly name: string; readonly type: string; readonly values: readonly unknown[] }>;
}

// Grafana's own reader alone: its package's index asks for a browser
const { dataFrameFromJSON } = jest.requireActual<{ dataFrameFromJSON: (json: unknown) => Received }>(
  join(__dirname, '../../node_modules/@grafana/data/dist/cjs/dataframe/DataFrameJSON.cjs')
);

/** A frame from the backend's bytes through this server's JSON to Grafana's own reader, as it reaches a panel. */
const received = (frame: Frame) => dataFrameFromJSON(JSON.parse(JSON.stringify(jsonFrame(decodeFrame(encodeFrame(frame))))));

const FRAME: Frame = {
  name: 'Time to close',
  refId: 'A',
  rows: 3,
  meta: { type: 'timeseries-multi', typeVersion: [0, 1], notices: [{ severity: 'warning', text: '1 row left out.' }], preferredVisualisationType: 'graph' },
  fields: [
    { name: 'time', column: { type: 'time', values: [1_700_000_000_000, 1_700_000_000_001, 1_700_086_400_000] } },
    { name: 'mean', column: { type: 'number', values: [1.5, null, -0.25] }, labels: { team: 'Équipe' }, config: { unit: 's', displayNameFromDS: 'Mean' } },
    { name: 'team', column: { type: 'string', values: ['a "b"', null, ''] } },
    { name: 'late', column: { type: 'boolean', values: [true, null, false] } },
    { name: 'tags', column: { type: 'json', values: [['x', 'y'], null, { z: 1 }] } },
  ],
};

it('reaches Grafana’s reader with every value, type, label and setting', () => {
  const { name, refId, meta, fields, length } = received(FRAME);
  expect({ name, refId, meta, length }).toEqual({ name: 'Time to close', refId: 'A', meta: FRAME.meta, length: 3 });
  expect(fields.map(({ name: field, type }) => [field, type])).toEqual([
    ['time', 'time'],
    ['mean', 'number'],
    ['team', 'string'],
    ['late', 'boolean'],
    ['tags', 'other'],
  ]);
  expect(fields.map(({ values }) => values)).toEqual([
    [1_700_000_000_000, 1_700_000_000_001, 1_700_086_400_000],
    [1.5, null, -0.25],
    ['a "b"', null, ''],
    [true, null, false],
    [['x', 'y'], null, { z: 1 }],
  ]);
  expect(fields[1]).toMatchObject({ labels: { team: 'Équipe' }, config: { unit: 's', displayNameFromDS: 'Mean' } });
});

it('carries the numbers that JSON has no word for', () => {
  const values = [NaN, 1, Infinity, -Infinity, null];
  expect(received({ ...FRAME, rows: 5, fields: [{ name: 'v', column: { type: 'number', values } }] }).fields[0].values).toEqual(values);
});

it('carries an answer without rows or fields', () => {
  expect(received({ ...FRAME, rows: 0, fields: [] })).toMatchObject({ refId: 'A', fields: [], length: 0 });
});
