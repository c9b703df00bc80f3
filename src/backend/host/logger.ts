import type { LogFields, Logger } from '../log';
import { errorText, isError } from './error-text';

type Level = keyof Logger;

/** Bytes of a line: hclog cuts at 64 KiB, and what is cut arrives as garbage. */
const LONGEST_LINE = 60_000;

/** Characters of one text in a line: even at six bytes each the message alone fits. */
const LONGEST_TEXT = 8_000;

/** One JSON object a line. `@level`, `@message` and `@timestamp` are always strings: a non-string panics Grafana itself. */
export function formatLine(level: Level, message: unknown, fields: LogFields, now: Date, redact: (text: string) => string = (text) => text): string {
  // clipped after redacting: half a secret is one too
  const clean = (text: string) => redact(text).slice(0, LONGEST_TEXT);
  const head = { '@level': level, '@message': clean(String(message)), '@timestamp': now.toISOString().replace('Z', '000Z') };
  const own = Object.fromEntries(Object.entries(fields).filter(([key]) => !key.startsWith('@')));
  let cut: string;
  try {
    const line = JSON.stringify({ ...own, ...head }, (_key, value: unknown) => plain(value, clean));
    const bytes = Buffer.byteLength(line);
    if (bytes <= LONGEST_LINE) {
      return line;
    }
    cut = `${bytes} bytes`;
  } catch {
    // a logger must not be what fails: a cycle, or a toJSON that throws
    cut = 'not JSON';
  }
  return JSON.stringify({ ...head, cut });
}

function plain(value: unknown, clean: (text: string) => string): unknown {
  if (isError(value)) {
    return errorText(value, clean).slice(0, LONGEST_TEXT);
  }
  if (typeof value === 'string') {
    return clean(value);
  }
  return typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' ? String(value) : value;
}

/** A logger on stderr. `redact` takes secrets out of every text. */
export function createLogger(redact?: (text: string) => string): Logger {
  const write =
    (level: Level) =>
    (message: string, fields: LogFields = {}) => {
      process.stderr.write(`${formatLine(level, message, fields, new Date(), redact)}\n`);
    };
  // the host may be gone while we still have something to say: that is no news
  process.stderr.on('error', () => undefined);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
