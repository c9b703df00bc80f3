import { decodeFrame } from '../../../../tools/door/decode';
import type { Frame } from '../../frames/frame';
import { atOnce } from '../../turns';
import type { Caller } from '../access/caller';
import { AnswerBytes, cutRows, encodeWithin as encodingWithin, rowLimit } from './limits';

const PANEL: Caller = { kind: 'person', role: 'Admin', alert: false };
const RULE: Caller = { kind: 'alert_rule', role: 'None', alert: true };
const encodeWithin = (...asked: Parameters<typeof encodingWithin>) => atOnce(encodingWithin(...asked));
const within = (bytes: number) => ({ grafanaConfig: { GF_RESPONSE_LIMIT: String(bytes) } });
/** So many series; `encoded` counts those whose values were read. */
const series = (length: number, encoded: number[] = []): Frame[] =>
  Array.from({ length }, (_, i) => ({
    name: `s${i}`,
    refId: 'A',
    rows: 1,
    fields: [
      {
        name: 'v',
        column: {
          type: 'number',
          get values() {
            encoded.push(i);
            return [i];
          },
        },
      },
    ],
  }));

describe('bytes', () => {
  const one = encodeWithin(series(1), within(0), PANEL)[0].length;
  const told = (frames: readonly Uint8Array[]) =>
    frames.map(decodeFrame).map(({ name, fields, meta }) => [name, fields.length, ...(meta.notices ?? []).map(({ text }) => text)]);

  test.each<[string, number, unknown[][]]>([
    [
      'none',
      0,
      [
        ['s0', 1],
        ['s1', 1],
        ['s2', 1],
      ],
    ],
    [
      'just enough',
      3 * one,
      [
        ['s0', 1],
        ['s1', 1],
        ['s2', 1],
      ],
    ],
    [
      'one byte too few',
      3 * one - 1,
      [
        ['s0', 1, expect.stringMatching(/^Only 2 of 3 series fit Grafana’s response limit of [\d,]+ bytes: narrow the query\.$/)],
        ['s1', 1],
      ],
    ],
    ['too few for one', 1, [['s0', 0, 'Only 0 of 3 series fit Grafana’s response limit of 1 bytes: narrow the query.']]],
  ])('%s: a panel gets what fits', (_what, limit, expected) => {
    expect(told(encodeWithin(series(3), within(limit), PANEL))).toEqual(expected);
  });

  test('one table does not fit', () => {
    expect(told(encodeWithin(series(1), within(1), PANEL))).toEqual([
      ['s0', 0, 'The answer does not fit Grafana’s response limit of 1 bytes: narrow the query.'],
    ]);
  });

  test.each([[3 * one - 1], [1]])('a rule gets no answer that %i bytes cut', (limit) => {
    expect(() => encodeWithin(series(3), within(limit), RULE)).toThrow(
      expect.objectContaining({ status: 413, message: expect.stringMatching(/GF_RESPONSE_LIMIT/) })
    );
    expect(encodeWithin(series(3), within(3 * one), RULE)).toHaveLength(3);
  });

  test('what does not fit is not encoded', () => {
    const encoded: number[] = [];
    encodeWithin(series(100, encoded), within(2 * one), PANEL);
    expect(Math.max(...encoded)).toBe(2);
  });
});

describe('rows', () => {
  test.each<[string | undefined, number]>([
    ['2', 2],
    ['0', 1_000_000],
    [undefined, 1_000_000],
    ['many', 1_000_000],
    ['1.5', 1_000_000],
    ['Infinity', 1_000_000],
    ['9'.repeat(400), 1_000_000],
    ['-1', 1_000_000],
  ])('GF_SQL_ROW_LIMIT %s: %i', (GF_SQL_ROW_LIMIT, limit) => {
    expect(rowLimit({ grafanaConfig: GF_SQL_ROW_LIMIT === undefined ? {} : { GF_SQL_ROW_LIMIT } })).toBe(limit);
  });

  test.each([
    [{ GF_SQL_ROW_LIMIT: '2' }, 2, 'The answer has more rows than Grafana’s limit of 2 (GF_SQL_ROW_LIMIT): group by less, or set the query’s limit.'],
    [{}, 1_000_000, 'The answer has more rows than the plugin’s limit of 1,000,000: group by less, or set the query’s limit.'],
  ])('a rule is told which limit: %j', (grafanaConfig, limit, message) => {
    expect(() => cutRows(limit, { grafanaConfig }, RULE)).toThrow(expect.objectContaining({ status: 413, message }));
    expect(cutRows(limit, { grafanaConfig }, PANEL).severity).toBe('warning');
  });
});

test('the answers of one request have so many bytes together, and what is asked after that is not read', () => {
  const room = new AnswerBytes();
  const answer = (megabytes: number) => ({ status: 200, frames: [new Uint8Array(megabytes * 1_000_000 - 1), new Uint8Array(1)] });
  const refused = expect.objectContaining({
    status: 413,
    message: 'The answers of this request have more than 32 MB together: group by less, set limits, or ask fewer queries at a time.',
  });
  expect(room.take(answer(20))).toMatchObject({ status: 200 });
  expect(room.take(answer(12))).toMatchObject({ status: 200 });
  room.check();
  expect(() => room.take(answer(1))).toThrow(refused);
  expect(() => room.check()).toThrow(refused);
});
