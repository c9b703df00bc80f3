/** A log line's further keys. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where the store and the app say what happened; the host writes it as Grafana reads it. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
