import { encodeFrame } from './arrow';
import { decodeFrame } from './decode';
import type { Frame } from './frame';

const frame = (fields: Frame['fields'], rows: number): Frame => ({ name: 'f', refId: 'A', rows, fields, meta: { type: 'table', typeVersion: [0, 1] } });

describe('encodeFrame', () => {
  it('keeps every type, null and label', () => {
    const decoded = decodeFrame(encodeFrame(frame([
      { name: 'at', column: { type: 'time', values: [1_700_000_000_123, null, -1] } },
      { name: 'v', column: { type: 'number', values: [1.5, null, -3] }, labels: { team: 'É' }, config: { unit: 's' } },
      { name: 'w', column: { type: 'number', values: Float64Array.of(1, 2, 3), valid: Uint8Array.of(1, 0, 1) } },
      { name: 't', column: { type: 'string', values: ['', null, 'naïve "quoted" 🦆'] } },
      { name: 'b', column: { type: 'boolean', values: [true, null, false] } },
    ], 3)));
    expect(decoded.fields.map(({ values }) => values)).toEqual([
      [1_700_000_000_123, null, -1], [1.5, null, -3], [1, null, 3], ['', null, 'naïve "quoted" 🦆'], [true, null, false],
    ]);
    expect(decoded.fields[1]).toMatchObject({ labels: { team: 'É' }, config: { unit: 's' }, type: 'number' });
    expect(decoded).toMatchObject({ name: 'f', refId: 'A', meta: { type: 'table', typeVersion: [0, 1] } });
  });

  it.each([0, 1, 7, 8, 9, 1000])('keeps %i rows of text', (rows) => {
    const values = Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? null : 'x'.repeat(i % 50)));
    expect(decodeFrame(encodeFrame(frame([{ name: 't', column: { type: 'string', values } }], rows))).fields[0].values).toEqual(values);
  });

  it('makes a frame without fields: no data', () => {
    expect(decodeFrame(encodeFrame(frame([], 0)))).toMatchObject({ rows: 0, fields: [], refId: 'A' });
  });

  it('refuses a column of another length', () => {
    expect(() => encodeFrame(frame([{ name: 'v', column: { type: 'number', values: [1] } }], 2))).toThrow('A column has 1 values; its frame has 2 rows.');
  });
});
