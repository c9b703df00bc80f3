import { meantColumn, meantTable } from '../../canonical/meant';
import { CANONICAL_TABLES, type CanonicalTable } from '../../canonical/tables';
import type { Remark } from '../source';
import { sameName } from './columns';
import { shown } from './shown';

/** How many names a remark spells out. */
const SHOWN = 8;

/** What is worth knowing of the columns of a canonical table: those that are not read, with those that may have been meant, and those that it could have. */
export function columnRemarks(table: CanonicalTable, label: string, found: readonly string[]): Remark[] {
  const known = table.columns.map(({ name }) => name);
  const unknown = found.filter((one) => !known.some((name) => sameName(one, name)));
  const missing = known.filter((name) => !found.some((one) => sameName(one, name)));
  const passedOver = unused(`${label}: `, ['column', 'columns'], unknown, (name) => meantColumn(name, missing), table.name);
  // by when rows changed nothing is counted
  const lacking = missing.filter((name) => name !== 'updated_at');
  return [
    ...(passedOver === null ? [] : [passedOver]),
    ...(lacking.length === 0 ? [] : [{ kind: 'lack', text: `${label} does not have: ${lacking.join(', ')}.`, table: table.name } as const]),
  ];
}

/** The files or tables that are not read, by what messages call them, with the tables that may have been meant; null where all are. `isNear`: only those that were. */
export function unusedTables(kind: 'file' | 'table', found: readonly string[], read: readonly CanonicalTable[], isNear = false): Remark | null {
  const missing = CANONICAL_TABLES.filter((table) => !read.includes(table)).map(({ name }) => name);
  const meant = (name: string): string | null => {
    const dot = name.lastIndexOf('.');
    const table = meantTable(dot > 0 ? name.slice(0, dot) : name, missing);
    return table === null ? null : kind === 'file' ? `${table}${/\.(csv|parquet)$/i.exec(name)?.[0] ?? '.csv'}` : table;
  };
  return unused('', [kind, `${kind}s`], isNear ? found.filter((name) => meant(name) !== null) : found, meant, null);
}

function unused(
  where: string,
  [one, several]: readonly [string, string],
  names: readonly string[],
  meant: (name: string) => string | null,
  table: Remark['table']
): Remark | null {
  if (names.length === 0) {
    return null;
  }
  const near = names.map((name) => ({ name, meant: meant(name) }));
  // what may be a mistake comes first
  const ordered = [...near.filter((each) => each.meant !== null), ...near.filter((each) => each.meant === null)];
  const list = ordered.slice(0, SHOWN).map((each) => shown(each.name) + (each.meant === null ? '' : ` (did you mean ${shown(each.meant)}?)`));
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  const count = names.length === 1 ? `one ${one} is` : `${names.length} ${several} are`;
  const text = `${where}${count} not used: ${list.join(', ')}${more}.`;
  return { kind: 'unused', text: text[0].toUpperCase() === text[0] || where !== '' ? text : text[0].toUpperCase() + text.slice(1), table };
}
