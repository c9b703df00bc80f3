import type { Readable } from 'node:stream';

/** So many pieces may wait to be read; more stay with the server. */
const WAITING = 4;

/** What a stream gives, piece by piece, from now on. It is left paused, and not ended; its end before that of the rows is an error. */
export async function* piecesOf(stream: Readable): AsyncGenerator<Buffer, void> {
  const pieces: Buffer[] = [];
  let failed: Error | null = null;
  let wake: () => void = () => undefined;
  const take = (piece: Buffer): void => {
    if (pieces.push(piece) >= WAITING) {
      stream.pause();
    }
    wake();
  };
  const fail = (error?: Error): void => {
    failed ??= error ?? Object.assign(new Error('The connection was lost.'), { code: 'PROTOCOL_CONNECTION_LOST' });
    wake();
  };
  const lost = (): void => fail();
  stream.on('data', take).on('error', fail).on('end', lost).on('close', lost);
  try {
    for (;;) {
      const next = pieces.shift();
      if (next) {
        yield next;
      } else if (failed !== null) {
        throw failed as Error;
      } else {
        const woken = new Promise<void>((resolve) => (wake = resolve));
        stream.resume();
        await woken;
      }
    }
  } finally {
    stream.pause().off('data', take).off('error', fail).off('end', lost).off('close', lost);
  }
}
