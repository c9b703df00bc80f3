import { BIGINT, BOOLEAN, DOUBLE, type DuckDBType, INTEGER, SMALLINT, TIMESTAMP, TIMESTAMPTZ, VARCHAR } from '@duckdb/node-api';

import type { CanonicalColumn } from '../../../canonical/tables';

/** The forms in which values reach a batch: few, so that decoding is short. */
export type Wire = 'text' | 'bool' | 'int2' | 'int4' | 'int8' | 'float8' | 'timestamp' | 'timestamptz';

/** One canonical column as it travels. */
export interface WireColumn {
  readonly column: CanonicalColumn;
  readonly wire: Wire;
}

/** The DuckDB type that a form becomes. */
export const WIRE_TYPES: Readonly<Record<Wire, DuckDBType>> = {
  text: VARCHAR,
  bool: BOOLEAN,
  int2: SMALLINT,
  int4: INTEGER,
  int8: BIGINT,
  float8: DOUBLE,
  timestamp: TIMESTAMP,
  timestamptz: TIMESTAMPTZ,
};
