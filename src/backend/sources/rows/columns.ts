import { nearest } from '../../../shared/nearest';
import type { CanonicalColumn, CanonicalTable } from '../../canonical/tables';
import { shown } from './problems';

/** The canonical columns among those that a source has, by name whatever the case; `T` is what it knows of each. */
export function matchColumns<T extends { readonly name: string }>(table: CanonicalTable, found: readonly T[]): Array<T & { readonly column: CanonicalColumn }> {
  return table.columns.flatMap((column) => {
    const match = found.find(({ name }) => name === column.name) ?? found.find(({ name }) => sameName(name, column.name));
    return match ? [{ ...match, column }] : [];
  });
}

/** What is wrong with the columns of a table: required ones that are missing, names that stand twice. */
export function columnProblems(table: CanonicalTable, label: string, found: readonly string[]): string[] {
  const known = table.columns.map(({ name }) => name);
  const unknown = found.filter((name) => !known.some((one) => sameName(one, name)));
  const missing = table.columns.filter((column) => column.required && !found.some((name) => sameName(name, column.name)));
  const twice = known.filter((name) => found.filter((one) => sameName(one, name)).length > 1);
  return [
    ...missing.map(({ name }) => {
      const near = unknown.find((one) => nearest(one, [name]) === name && Math.abs(one.length - name.length) <= 2);
      const semicolons = found.length === 1 && found[0].includes(';') ? ' Its columns are parted by semicolons; a comma is expected.' : '';
      return `${label} has no column "${name}", which is required.${near ? ` It has ${shown(near)}: did you mean "${name}"?` : semicolons}`;
    }),
    ...twice.map((name) => `${label} has more than one column "${name}".`),
  ];
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b;
}
