import type { LogFields, Logger } from '../../log';

/** A logger that puts the same fields into each of its lines. */
export function withFields({ debug, info, warn, error }: Logger, always: LogFields): Logger {
  const more =
    (write: Logger['info']): Logger['info'] =>
    (message, fields = {}) =>
      write(message, { ...always, ...fields });
  return { debug: more(debug), info: more(info), warn: more(warn), error: more(error) };
}
