import { BIGINT, DOUBLE, type DuckDBPreparedStatement, LIST, VARCHAR } from '@duckdb/node-api';

import type { Parameter } from '../engine';

/** Binds a statement's values, `$1` first. */
export function bindParameters(prepared: DuckDBPreparedStatement, parameters: readonly Parameter[]): void {
  if (prepared.parameterCount !== parameters.length) {
    throw new Error(`The statement has ${prepared.parameterCount} placeholders, but ${parameters.length} values were given.`);
  }
  parameters.forEach((value, i) => bindParameter(prepared, i + 1, value));
}

function bindParameter(prepared: DuckDBPreparedStatement, at: number, value: Parameter): void {
  if (value === null) {
    prepared.bindNull(at);
  } else if (typeof value === 'string') {
    prepared.bindVarchar(at, value);
  } else if (typeof value === 'boolean') {
    prepared.bindBoolean(at, value);
  } else if (typeof value === 'bigint') {
    prepared.bindBigInt(at, value);
  } else if (typeof value === 'number') {
    // a DOUBLE against a BIGINT column would turn the whole column into doubles
    if (Number.isSafeInteger(value)) {
      prepared.bindBigInt(at, BigInt(value));
    } else {
      prepared.bindDouble(at, value);
    }
  } else {
    bindList(prepared, at, value);
  }
}

function bindList(prepared: DuckDBPreparedStatement, at: number, values: readonly string[] | readonly number[]): void {
  if (values.every((value) => Number.isSafeInteger(value)) && values.length > 0) {
    prepared.bindList(
      at,
      values.map((value) => BigInt(value)),
      LIST(BIGINT)
    );
  } else if (values.some((value) => typeof value === 'number')) {
    prepared.bindList(at, values, LIST(DOUBLE));
  } else {
    prepared.bindList(at, values, LIST(VARCHAR));
  }
}
