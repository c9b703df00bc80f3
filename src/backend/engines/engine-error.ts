/**
 * - `limit`: more memory or temporary disk than allowed. `busy`: too many statements wait already. `damaged`: the store's file is broken and must be rebuilt.
 * - `closed`: the engine is shutting down. `internal`: anything else, such as SQL that does not bind.
 */
export type EngineErrorKind = 'limit' | 'busy' | 'damaged' | 'closed' | 'internal';

/** A fault of an engine in a user's words; `cause` has the driver's, for the log only. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly kind: EngineErrorKind,
    message: string,
    readonly hint: string | null = null,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}
