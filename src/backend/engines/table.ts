/**
 * One column, an array by row.
 * - `number`: any number, NaN where there is none. `valid` has one byte a row, 1 where there is a number, and is null where every row has one.
 * - `boolean`, `text`: null where there is none.
 */
export type Vector =
  | { readonly name: string; readonly kind: 'number'; readonly values: Float64Array; readonly valid: Uint8Array | null }
  | { readonly name: string; readonly kind: 'boolean'; readonly values: ReadonlyArray<boolean | null> }
  | { readonly name: string; readonly kind: 'text'; readonly values: ReadonlyArray<string | null> };

/** A statement's result. It may be shared between callers: read only. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Vector[];
  /** Whether rows were cut off by the row limit. */
  readonly truncated: boolean;
}

/** A column's cells, `null` where there is none: the vector's own array where that says the same, else a new one. */
export function cells(vector: Vector): ArrayLike<number | string | boolean | null> {
  if (vector.kind !== 'number' || vector.valid === null) {
    return vector.values;
  }
  const { valid } = vector;
  return Array.from(vector.values, (value, row) => (valid[row] ? value : null));
}

/** The cells of the column of a name; null where the table has none of that name. */
export function columnCells(table: Table, name: string): ArrayLike<number | string | boolean | null> | null {
  const vector = table.columns.find((column) => column.name === name);
  return vector ? cells(vector) : null;
}
