import { meantColumn } from '../../canonical/meant';
import type { CanonicalColumn, CanonicalTable } from '../../canonical/tables';
import { shown } from './shown';

/** The canonical columns among those that a source has, by name whatever the case; `T` is what it knows of each. */
export function matchColumns<T extends { readonly name: string }>(table: CanonicalTable, found: readonly T[]): Array<T & { readonly column: CanonicalColumn }> {
  return table.columns.flatMap((column) => {
    const match = found.find(({ name }) => name === column.name) ?? found.find(({ name }) => sameName(name, column.name));
    return match ? [{ ...match, column }] : [];
  });
}

/** What is wrong with the columns of a table: required ones that are missing, names that stand twice. `header`: what stands where they should. */
export function columnProblems(table: CanonicalTable, label: string, found: readonly string[], header?: string): string[] {
  const known = table.columns.map(({ name }) => name);
  const unknown = found.filter((name) => !known.some((one) => sameName(one, name)));
  const missing = table.columns.filter((column) => column.required && !found.some((name) => sameName(name, column.name)));
  const twice = known.filter((name) => found.filter((one) => sameName(one, name)).length > 1);
  const isNoHeader = header !== undefined && unknown.length === found.length;
  return [
    ...missing.map(({ name }, i) => {
      const near = unknown.find((one) => meantColumn(one, [name]) === name);
      const meant = near && ` It has ${shown(near)}: did you mean "${name}"?`;
      const instead = isNoHeader && i === 0 ? ` Its first line is ${shown(header)}: the names of the columns are expected there, and nothing before them.` : '';
      return `${label} has no column "${name}", which is required.${meant ?? instead}`;
    }),
    ...twice.map((name) => `${label} has more than one column "${name}".`),
  ];
}

/** Whether a source's name of a column is a canonical one, whatever its case and the spaces around it. */
export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b;
}
