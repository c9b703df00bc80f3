import type { Elsewhere } from '../named-tables';
import type { ReadingRules } from '../../rows/rules';
import type { TlsOptions } from '../tls-options';

/** Which database, as whom, and how long we wait. */
export interface PostgresOptions extends Elsewhere {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** The schema that holds the canonical tables or views; `public` by default. */
  readonly schema?: string;
  readonly tls: TlsOptions;
  /** How values are read; plainly by default. */
  readonly rules?: ReadingRules;
  /** How long one table's COPY may take; 10 minutes by default. */
  readonly statementTimeoutMs?: number;
  /** How long an answer may stay away or pause; by default a fifth of a statement's time, but at least a minute. */
  readonly silenceTimeoutMs?: number;
  /** How long the server keeps our snapshot while we ask nothing, since we store and check what came; by default a statement's time, but at least 10 minutes. */
  readonly idleTimeoutMs?: number;
  /** How long we wait for somebody else's lock; 10 seconds by default. */
  readonly lockTimeoutMs?: number;
  /** How long a connection may take to be made; 10 seconds by default. */
  readonly connectTimeoutMs?: number;
}
