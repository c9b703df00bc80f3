import { createHash } from 'node:crypto';

/** How much is held back until it is known whether it is new, in bytes. */
const HELD = 4 * 1024 * 1024;

/** What a server sends. */
interface Sent {
  readonly pieces: AsyncIterable<Buffer>;
  /** A digest of all of it, once it was read. */
  readonly digest: () => string;
}

/** Reads what a server sends; null where it is short and the same, by a digest, as before. What is long is passed on as it comes. */
export async function unlessKnown(pieces: AsyncIterable<Buffer>, known: string | null): Promise<Sent | null> {
  const hash = createHash('sha256');
  const held: Buffer[] = [];
  let size = 0;
  const coming = pieces[Symbol.asyncIterator]();
  let next = await coming.next();
  for (; !next.done && size < HELD; next = await coming.next()) {
    hash.update(next.value);
    held.push(next.value);
    size += next.value.length;
  }
  let digest: string | null = next.done ? hash.digest('hex') : null;
  if (digest !== null && digest === known) {
    return null;
  }
  const all = async function* (): AsyncGenerator<Buffer, void> {
    try {
      yield* held;
      for (; !next.done; next = await coming.next()) {
        hash.update(next.value);
        yield next.value;
      }
      digest ??= hash.digest('hex');
    } finally {
      await coming.return?.();
    }
  };
  return { pieces: all(), digest: () => digest ?? '' };
}
