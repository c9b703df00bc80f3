import type { Dialect } from './dialect';
import { duckdb } from './duckdb';

/** The SQL of the engine that answers: the one place that says which it is. */
export const dialect: Dialect = duckdb;
