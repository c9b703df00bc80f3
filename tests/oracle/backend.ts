import type { OracleSettings } from './model';
import type { OracleQuery, OracleShape, Range } from './query';

/** The backend under test, as the oracle test sees it. */
export interface Backend<Handle> {
  /** Loads a canonical CSV folder; the settings' default calendar and top boxes apply. */
  load(folder: string, settings: OracleSettings): Promise<Handle>;
  /** Asks one query; `nowMs` is the request's time. */
  ask(handle: Handle, query: OracleQuery, range: Range, nowMs: number): Promise<OracleShape>;
  /** Frees what `load` took. */
  close(handle: Handle): Promise<void>;
}

/** The real backend. */
export function backend(): Promise<Backend<unknown>> {
  throw new Error('not wired yet');
}
