import { AnswerEnd } from './answer-end';

const packet = (...body: readonly number[]): Buffer => Buffer.from([body.length & 0xff, body.length >> 8, 0, 0, ...body]);
const text = (length: number): number[] => [0xfc, length & 0xff, length >> 8, ...Array<number>(length).fill(0xfe)];
const EOF = packet(0xfe, 0, 0, 2, 0);
const FAULT = packet(0xff, 1, 0);
/** Two columns, and a row that begins as an end does. */
const ROWS = Buffer.concat([
  packet(2),
  packet(3, 0x64),
  packet(3, 0x65),
  EOF,
  packet(1, 0x61, 0xfb),
  packet(...text(300), 0xfb),
  packet(0xfe, ...Array<number>(20).fill(0)),
]);

it.each<[string, Buffer]>([
  ['rows', Buffer.concat([ROWS, EOF])],
  ['a fault among rows', Buffer.concat([ROWS, FAULT])],
  ['no row', Buffer.concat([packet(1), packet(3), EOF, EOF])],
  ['a fault', FAULT],
  ['no columns', packet(0, 0, 0, 2, 0, 0, 0)],
  ['a wish for a file', packet(0xfb, 0x2f)],
])('finds the end of %s, whatever the pieces, and not before', (_, answer) => {
  for (const size of [1, 3, 7, answer.length]) {
    const end = new AnswerEnd();
    const reached: number[] = [];
    for (let at = 0; at < answer.length; at += size) {
      end.push(answer.subarray(at, at + size));
      reached.push(...(end.isReached ? [at + size] : []));
    }
    expect(end.isReached).toBe(true);
    expect(reached).toEqual([Math.ceil(answer.length / size) * size]);
  }
});

it('finds no end before it has come', () => {
  const end = new AnswerEnd();
  end.push(ROWS);
  expect(end.isReached).toBe(false);
});
