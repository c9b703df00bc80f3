import { CANONICAL_TABLES, type CanonicalTable } from '../../../canonical/tables';
import { suggestion } from '../../../../shared/nearest';
import type { Columns } from '../../layouts/layout';
import { columnRemarks, unusedTables } from '../../rows/unused';
import { type Remark, SourceError } from '../../source';
import type { PlaceColumn, Place } from './place';
import { checkRights } from './rights';
import type { TableFound } from './table-found';

/** Finds the canonical tables and views of a place, and tells `remark` what of them is unused; throws where there is no ticket table, or no right to read one. */
export async function canonicalTables<Column>(place: Place<Column>, remark: (remark: Remark) => void): Promise<Array<TableFound<Column>>> {
  const names = namesOf(place);
  const found = CANONICAL_TABLES.flatMap((table) => {
    const name = names.find((one) => one === table.name) ?? names.find((one) => one.toLowerCase() === table.name);
    return name === undefined && !table.required ? [] : [{ table, name }];
  });
  // rights may be given column by column: what is not ours to read is not there, unless it is required
  await checkRights(place, Object.assign({}, ...found.map(({ table, name }) => required(place, table, name ?? table.name))) as Columns);
  const tables: Array<TableFound<Column>> = [];
  for (const { table, name } of found) {
    if (name === undefined) {
      const list =
        names.length === 0 ? 'nothing that the user may see' : `${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
      throw new SourceError(
        'schema',
        `The ${place.called} has no table or view "${table.name}"; it has ${list}.`,
        'The canonical tables or views are expected there.'
      );
    }
    tables.push(await tableOf(place, table, name));
  }
  // what else there is is its owner's affair, unless a table may have been meant that is missing
  const others = names.filter((name) => !found.some((one) => one.name === name));
  const read = tables.map(({ table }) => table);
  const ofColumns = found.flatMap(({ table, name = '' }) => columnRemarks(table, labelOf(name), readable(place, name)));
  [unusedTables('table', others, read, true), ...ofColumns].forEach((one) => one && remark(one));
  return tables;
}

/** A table or view that the settings name (`written`) for a canonical one, in a place. Throws where it is not there, or may not be read. */
export async function namedTable<Column>(place: Place<Column>, table: CanonicalTable, name: string, written: string): Promise<TableFound<Column>> {
  await checkRights(place, required(place, table, name));
  if (columnsOf(place, name).length === 0) {
    throw new SourceError(
      'schema',
      `The setting "tables.${table.name}" names "${written}", but the ${place.called} has no table or view "${name}".${suggestion(name, namesOf(place))}`,
      'Name a table or view there that has the columns of the canonical table.'
    );
  }
  return { ...(await tableOf(place, table, name)), label: `table "${written}" (tables.${table.name})` };
}

/** Where a name in the settings points: its place before a dot, where it says one. */
export function placeOf(written: string, own: string): readonly [place: string, name: string] {
  const dot = written.indexOf('.');
  return dot < 0 ? [own, written] : [written.slice(0, dot), written.slice(dot + 1)];
}

async function tableOf<Column>(place: Place<Column>, table: CanonicalTable, name: string): Promise<TableFound<Column>> {
  return {
    table,
    label: labelOf(name),
    from: place.from(name),
    rows: columnsOf(place, name)[0].rows,
    columns: await place.columnsOf(name, readable(place, name)),
  };
}

const labelOf = (name: string): string => `table "${name}"`;
const namesOf = <Column>({ columns }: Place<Column>): string[] => [...new Set(columns.map(({ table }) => table))];
const columnsOf = <Column>({ columns }: Place<Column>, name: string): PlaceColumn[] => columns.filter(({ table }) => table === name);
const readable = <Column>(place: Place<Column>, name: string): string[] =>
  columnsOf(place, name)
    .filter(({ may }) => may)
    .map(({ column }) => column);

/** The columns of a table that must be there, as the database writes them where it shows them. */
function required<Column>(place: Place<Column>, { columns }: CanonicalTable, name: string): Columns {
  const there = columnsOf(place, name).map(({ column }) => column);
  return { [name]: columns.filter((column) => column.required).map((column) => there.find((one) => one.toLowerCase() === column.name) ?? column.name) };
}
