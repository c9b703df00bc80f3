import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How a text file's letters are written. What is not UTF-16 should be UTF-8. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that the first bytes of a file show: by their mark, or by the zero that UTF-16 has in each Latin letter. */
export function encodingOf(bytes: Buffer): Encoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) {
    return 'utf-16le';
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && bytes.length > 1) ? 'utf-16be' : 'utf-8';
}

/** Reads bytes as text; letters that are none become U+FFFD. */
export function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding);
}

/** Writes a file's text to another place in UTF-8. Rejects with ERR_ENCODING_INVALID_ENCODED_DATA where a byte is not of the encoding. */
export async function copyAsUtf8(from: string, encoding: Encoding, to: string, signal: AbortSignal): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const asText = new Transform({
    transform(bytes: Buffer, _, done) {
      try {
        done(null, decoder.decode(bytes, { stream: true }));
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, decoder.decode());
      } catch (error) {
        done(error as Error);
      }
    },
  });
  await pipeline(createReadStream(from), asText, createWriteStream(to, { mode: 0o600 }), { signal });
}
