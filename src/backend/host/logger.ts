/** A log line's further keys. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes log lines as Grafana reads them. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

type Level = keyof Logger;

/** hclog cuts a line at 64 KiB; what is longer would arrive as garbage. */
const LONGEST = 60_000;

/** One JSON object a line. `@level`, `@message` and `@timestamp` are always strings: a non-string panics Grafana itself. */
export function formatLine(level: Level, message: unknown, fields: LogFields, now: Date): string {
  const line = JSON.stringify({
    ...Object.fromEntries(Object.entries(fields).filter(([key]) => !key.startsWith('@')).map(([key, value]) => [key, plain(value)])),
    '@level': level,
    '@message': String(message).slice(0, LONGEST / 2),
    '@timestamp': now.toISOString().replace('Z', '000Z'),
  });
  return line.length <= LONGEST ? line : formatLine(level, message, { cut: `${line.length} characters` }, now);
}

function plain(value: unknown): unknown {
  if (value instanceof Error) {
    return value.stack ?? value.message;
  }
  return typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' ? String(value) : value;
}

/** A logger on stderr. `redact` takes secrets out of the finished line. */
export function createLogger(redact: (line: string) => string = (line) => line): Logger {
  const write = (level: Level) => (message: string, fields: LogFields = {}) => {
    process.stderr.write(`${redact(formatLine(level, message, fields, new Date()))}\n`);
  };
  // the host may be gone while we still have something to say: that is no news
  process.stderr.on('error', () => undefined);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
