import type { Columns } from '../../layouts/layout';
import { SourceError } from '../../source';
import type { Denied, Place, PlaceColumn } from './place';

/**
 * Throws a SourceError where the user may not read something that is needed: it names at once what of that, and of what is wished for besides,
 * the user may not read, with the statements that give the rights. What is not there at all is not its affair.
 */
export async function checkRights({ denied }: Pick<Place<never>, 'denied'>, needed: Columns, wished: Columns = {}): Promise<void> {
  const { deeds, tables } = await denied(needed);
  if (deeds.length + tables.length === 0) {
    return;
  }
  const all = await denied(
    Object.fromEntries(Object.keys({ ...needed, ...wished }).map((table) => [table, [...(needed[table] ?? []), ...(wished[table] ?? [])]]))
  );
  const told = all.tables.filter(({ table, isHidden }) => !isHidden || table in needed);
  const whole = told.filter(({ columns }) => columns === null).map(({ table }) => `"${table}"`);
  const lacking = [
    ...all.deeds,
    ...(whole.length > 0 ? [`read the table${whole.length === 1 ? '' : 's'} ${whole.join(', ')}`] : []),
    ...told.flatMap(({ table, columns }) => (columns === null ? [] : [`read ${columns.map((column) => `"${column}"`).join(', ')} of the table "${table}"`])),
  ];
  throw new SourceError('auth', `The user may not ${lacking.join(', nor ')}.`, `As ${all.granter}, run: ${all.grants(told).join(' ')}`);
}

/** What may not be read of a table’s columns, all of which the catalogue shows; `isHidden` tells of one that it does not show whether that is why. */
export async function deniedColumns(
  there: readonly PlaceColumn[],
  columns: readonly string[],
  isHidden: (column: string) => Promise<boolean>
): Promise<Omit<Denied, 'table'> | null> {
  const lacking: string[] = [];
  for (const column of columns) {
    const seen = there.find((one) => one.column === column);
    if (seen === undefined ? await isHidden(column) : !seen.may) {
      lacking.push(column);
    }
  }
  return lacking.length === 0 ? null : { columns: there.some(({ may }) => may) ? lacking : null };
}
