import fc from 'fast-check';

import { decodeFrame } from '../../../tools/door/decode';
import { encodeFrame } from './arrow';
import type { Frame } from './frame';

const frame = (fields: Frame['fields'], rows: number): Frame => ({ name: 'f', refId: 'A', rows, fields, meta: { type: 'table', typeVersion: [0, 1] } });

describe('encodeFrame', () => {
  it('keeps every type, null and label', () => {
    const decoded = decodeFrame(
      encodeFrame(
        frame(
          [
            { name: 'at', column: { type: 'time', values: [1_700_000_000_123, null, -1] } },
            { name: 'v', column: { type: 'number', values: [1.5, null, -3] }, labels: { team: 'É' }, config: { unit: 's' } },
            { name: 'w', column: { type: 'number', values: Float64Array.of(1, 2, 3), valid: Uint8Array.of(1, 0, 1) } },
            { name: 't', column: { type: 'string', values: ['', null, 'naïve "quoted" 🦆'] } },
            { name: 'b', column: { type: 'boolean', values: [true, null, false] } },
          ],
          3
        )
      )
    );
    expect(decoded.fields.map(({ values }) => values)).toEqual([
      [1_700_000_000_123, null, -1],
      [1.5, null, -3],
      [1, null, 3],
      ['', null, 'naïve "quoted" 🦆'],
      [true, null, false],
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

  const times = (values: Array<number | null>) =>
    decodeFrame(encodeFrame(frame([{ name: 't', column: { type: 'time', values } }], values.length))).fields[0].values;

  it('keeps times to the millisecond, as far as 64 bits of nanoseconds reach', () => {
    const edges = [0, -1, 2 ** 32 - 1, 2 ** 32, -(2 ** 32) - 1, 1_764_000_000_123, -9_223_372_036_854, 9_223_372_036_854];
    expect(times(edges)).toEqual(edges);
    expect(times([1.9, -0.5])).toEqual([1, -1]);
  });

  it('has no time where 64 bits cannot hold it, rather than a wrong one', () => {
    expect(times([Date.parse('9999-12-31'), 9_223_372_036_855, -9_223_372_036_855, Number.NaN, Infinity, 5])).toEqual([null, null, null, null, null, 5]);
  });

  it('keeps halves of a character apart', () => {
    // joined they would be one character of four bytes
    const values = ['a\ud83d', '\ude00b', null, 'é', ''];
    expect(decodeFrame(encodeFrame(frame([{ name: 't', column: { type: 'string', values } }], 5))).fields[0].values).toEqual([
      'a\ufffd',
      '\ufffdb',
      null,
      'é',
      '',
    ]);
  });

  it('keeps JSON', () => {
    const { fields } = decodeFrame(encodeFrame(frame([{ name: 'j', column: { type: 'json', values: [{ a: [1, 'é'] }, null, 'text'] } }], 3)));
    expect(fields[0]).toMatchObject({ type: 'other', values: ['{"a":[1,"é"]}', null, '"text"'] });
  });

  it('keeps fields with no rows', () => {
    expect(
      decodeFrame(
        encodeFrame(
          frame(
            [
              { name: 't', column: { type: 'time', values: [] } },
              { name: 's', column: { type: 'string', values: [] } },
            ],
            0
          )
        )
      )
    ).toMatchObject({ rows: 0, fields: [{ values: [] }, { values: [] }] });
  });

  it('gives back whatever it is given', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', '\0', 'é', '漢', '🦆'), maxLength: 6 });
    const cells = fc.array(
      fc.record({
        time: fc.option(fc.integer({ min: -9_223_372_036_854, max: 9_223_372_036_854 })),
        number: fc.option(fc.double()),
        text: fc.option(text),
        boolean: fc.option(fc.boolean()),
      }),
      { maxLength: 300, size: 'max' }
    );
    fc.assert(
      fc.property(cells, fc.dictionary(text, text), (rows, labels) => {
        const columns = [
          rows.map(({ time }) => time),
          rows.map(({ number }) => number),
          rows.map(({ text }) => text),
          rows.map(({ boolean }) => boolean),
        ] as const;
        const decoded = decodeFrame(
          encodeFrame(
            frame(
              [
                { name: 'time', column: { type: 'time', values: columns[0] } },
                { name: 'number', column: { type: 'number', values: columns[1] }, labels },
                { name: 'text', column: { type: 'string', values: columns[2] } },
                { name: 'boolean', column: { type: 'boolean', values: columns[3] } },
              ],
              rows.length
            )
          )
        );
        expect(decoded.fields.map(({ values }) => values)).toEqual(columns);
        expect(decoded.fields[1].labels).toEqual(labels);
      }),
      { numRuns: 30 }
    );
  });
});
