import type { Dims } from './dimensions';
import type { Row } from './metric';
import type { Dimension, Key } from './query';

/** Rows by key. */
export class Groups {
  private readonly byKey = new Map<string, { readonly key: Key; readonly rows: Row[] }>();

  constructor(
    private readonly groupBy: readonly Dimension[],
    rows: readonly Row[]
  ) {
    if (groupBy.length === 0) {
      this.group([]);
    }
    for (const row of rows) {
      for (const key of keysOf(row.dims, this.groupBy)) {
        this.group(key).push(row);
      }
    }
  }

  keys(): Key[] {
    return [...this.byKey.values()].map((one) => one.key);
  }

  rowsOf(key: Key): readonly Row[] {
    return this.byKey.get(JSON.stringify(key))?.rows ?? [];
  }

  private group(key: Key): Row[] {
    const id = JSON.stringify(key);
    const group = this.byKey.get(id) ?? { key, rows: [] };
    this.byKey.set(id, group);
    return group.rows;
  }
}

/** The keys under which a row counts: "a row counts once under each value" of a many-valued dimension; none is null. */
function keysOf(dims: Dims, groupBy: readonly Dimension[]): Key[] {
  let keys: Array<Array<string | null>> = [[]];
  for (const dimension of groupBy) {
    const values = dims[dimension] ?? [];
    const ids: Array<string | null> = values.length === 0 ? [null] : [...values];
    keys = keys.flatMap((key) => ids.map((id) => [...key, id]));
  }
  return keys;
}
