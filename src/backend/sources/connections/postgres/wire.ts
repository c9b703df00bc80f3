import { BIGINT, BOOLEAN, DOUBLE, type DuckDBType, INTEGER, SMALLINT, TIMESTAMP, TIMESTAMPTZ, VARCHAR } from '@duckdb/node-api';

/** How values travel in PostgreSQL's binary format: few, so that decoding is short. */
export type Wire = 'text' | 'bool' | 'int2' | 'int4' | 'int8' | 'float8' | 'timestamp' | 'timestamptz';

/** The DuckDB type that a wire format becomes. */
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
