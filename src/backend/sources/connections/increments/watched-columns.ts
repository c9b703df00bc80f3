import type { CanonicalColumn } from '../../../canonical/tables';
import { matchColumns } from '../../rows/columns';
import type { ReadingRules } from '../../rows/rules';
import type { TableFound } from '../tables/table-found';
import type { KeyWords } from './key-ranges';

/** A column of a database with the canonical one that it is. */
export type Matched<Column> = Column & { readonly column: CanonicalColumn };

/** What a kind of database says of its columns; `timeZone` is that of its clocks. */
interface ColumnWords<Column> {
  /** A condition that is true where an instant of a column lies no earlier than another (epoch milliseconds), or is none; null where its values are no instants to the server. */
  readonly isSince: (column: Column, instant: number, timeZone: string) => string | null;
  /** A part of a key as the text that its canonical value is; null where that is for us to say. */
  readonly keyText: (column: Matched<Column>, timeZone: string) => string | null;
  /** It as a whole number; null where it is none. */
  readonly wholeNumber: (column: Column) => string | null;
  /** A statement of one row, another one wherever a value of these columns differs: so a table is compared without being sent. */
  readonly digest: (columns: readonly Column[], from: string) => string;
}

/** How the rows of a table since an instant, and its keys, are asked for by canonical columns; `words` are those of its database. */
export function watchedColumns<Column extends { readonly name: string }>(
  rules: ReadingRules,
  { isSince, keyText, wholeNumber, digest }: ColumnWords<Column>,
  words: Omit<KeyWords, 'keyText' | 'wholeNumber'>
) {
  type Found = Pick<TableFound<Column>, 'table' | 'columns' | 'rules' | 'from'>;
  const of = <Said>({ table, columns }: Found, name: string, say: (column: Matched<Column>) => Said | null): Said | null => {
    const found = matchColumns(table, columns).find(({ column }) => column.name === name);
    return found === undefined ? null : say(found);
  };
  const zoneOf = (found: Found): string => (found.rules ?? rules).timeZone;
  return {
    since: (found: Found, column: string, instant: number): string | null => of(found, column, (one) => isSince(one, instant, zoneOf(found))),
    digest: ({ table, columns, from }: Found): string => digest(matchColumns(table, columns), from),
    words: (found: Found): KeyWords => ({
      ...words,
      keyText(column) {
        const text = of(found, column, (one) => keyText(one, zoneOf(found)));
        return text && `coalesce(${text}, '')`;
      },
      wholeNumber: (column) => of(found, column, wholeNumber),
    }),
  };
}
