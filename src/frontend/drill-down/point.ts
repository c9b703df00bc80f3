import { type DataFrame, type Field, FieldType, getFieldDisplayName, type ScopedVars } from '@grafana/data';

/** Where a link was clicked: the frame as the panel draws it, perhaps transformed. */
export interface Point {
  readonly frame?: DataFrame;
  readonly field?: Field;
  readonly rowIndex?: number;
}

/** What Grafana tells a data link of the point it belongs to. */
export function pointOf(scopedVars: ScopedVars): Point {
  const value: unknown = scopedVars.__dataContext?.value;
  return typeof value === 'object' && value !== null ? value : {};
}

/**
 * Which row of the answer a point belongs to, found by the names of its groups: a transformation may have sorted the rows, renamed the
 * fields or laid one group out as columns. Null where no row, or more than one, fits.
 */
export function rowAt({ frame, field, rowIndex }: Point, dimensions: readonly string[], names: ReadonlyArray<readonly string[]>): number | null {
  if (!frame || rowIndex === undefined) {
    return null;
  }
  const cells = dimensions.map((dimension) => frame.fields.find(({ name }) => name === dimension)?.values[rowIndex]);
  const exact = names.findIndex((row) => row.every((name, i) => name === cells[i]));
  if (exact >= 0) {
    return exact;
  }
  const texts = new Set([
    ...frame.fields.filter(({ type }) => type === FieldType.string).map(({ values }) => String(values[rowIndex])),
    ...(field ? [field.name, getFieldDisplayName(field, frame), ...Object.values(field.labels ?? {})] : []),
  ]);
  const fitting = names.flatMap((row, at) => (row.every((name) => texts.has(name)) ? [at] : []));
  return fitting.length === 1 ? fitting[0] : null;
}
