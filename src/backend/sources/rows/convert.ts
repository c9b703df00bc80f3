import { END_OF_TIME } from '../../../shared/bounds';
import { identifier, text, texts } from '../../duckdb/sql-text';
import type { CanonicalColumn, Where } from '../../canonical/tables';
import { columnKind } from './column-kind';
import { asKey, idIn, idOfText } from './ids';
import { type RawTable, ROW_NUMBER } from './raw-table';
import { canonicalValue, presentValue } from './reading';

/** The error that a guarded row raises; the sentence for people is made afterwards. */
export const BAD_ROW = 'helpdesk-metrics: a row is not canonical';

/** The first year that is written with four figures. */
const FIRST_YEAR = Date.UTC(1000, 0);

/** The name of the raw value beside a converted one. */
export function written(column: CanonicalColumn): string {
  return identifier(`written ${column.name}`);
}

/** The relation with each column twice: its raw text or value (see `written`), and the canonical one under its own name. */
export function converted(raw: RawTable, from: string = raw.from): string {
  const number = from === raw.numbered ? [identifier(ROW_NUMBER)] : [];
  const present = raw.columns.map(({ column, name, type }) => `${presentValue(column.type, identifier(name), type)} AS ${written(column)}`);
  const canonical = raw.columns.map((found) => `${valueOf(found, raw)} AS ${identifier(found.column.name)}`);
  return `(SELECT *, ${canonical.join(', ')} FROM (SELECT ${[...number, ...present].join(', ')} FROM ${from}))`;
}

/** SQL for the canonical value of a column, from the raw values of its row. */
function valueOf({ column, type }: RawTable['columns'][number], raw: RawTable): string {
  const kind = columnKind(type);
  if (kind === 'canonical') {
    return written(column);
  }
  const isKey = column.type === 'id' && column.required;
  const read = isKey ? asKey(written(column), kind) : canonicalValue(column.type, written(column), type, raw.rules.timeZone);
  const { idWhere, nobodyWhere } = column;
  const isId = idWhere && isWhere(idWhere, raw);
  const value = isId ? idIn(read, `CASE WHEN ${isId} THEN ${idOfText(read)} ELSE ${read} END`) : read;
  const nobody = raw.rules.unassignedIds.map((one) => idOfText(text(one)));
  const isHolder = nobodyWhere && nobody.length > 0 && (nobodyWhere === 'always' ? 'true' : isWhere(nobodyWhere, raw));
  return isHolder ? `CASE WHEN NOT (${isHolder} AND list_contains([${nobody.join(', ')}], ${value})) THEN ${value} END` : value;
}

/** SQL that is true in the rows meant, and never null; or null where the table lacks the column that tells. */
function isWhere({ column, is }: Where, { columns }: Pick<RawTable, 'columns'>): string | null {
  const found = columns.find((one) => one.column.name === column);
  return found ? `coalesce(list_contains([${texts(is)}], ${written(found.column)}), false)` : null;
}

/** SQL that is true where a converted row breaks a column's rules, or null where no row can. */
export function faulty(column: CanonicalColumn): string | null {
  const raw = written(column);
  const value = identifier(column.name);
  const faults: string[] = [];
  if (column.required) {
    faults.push(`${raw} IS NULL`);
  }
  if (column.type !== 'text' && column.type !== 'id') {
    faults.push(`(${raw} IS NOT NULL AND ${value} IS NULL)`);
  }
  if (column.type === 'instant') {
    // beyond lies a mistake of units, or a year of two figures
    faults.push(`${value} NOT BETWEEN ${FIRST_YEAR} AND ${END_OF_TIME - 1}`);
  }
  if (column.oneOf) {
    // a long NOT IN would become a join
    faults.push(`NOT list_contains([${texts(column.oneOf)}], ${value})`);
  }
  if (column.oneOfWhere) {
    faults.push(
      `(${identifier(column.oneOfWhere.column)} = ${text(column.oneOfWhere.is)} AND NOT list_contains([${texts(column.oneOfWhere.words)}], ${value}))`
    );
  }
  if (column.between) {
    faults.push(`${value} NOT BETWEEN ${column.between[0]} AND ${column.between[1]}`);
  }
  if (column.above) {
    faults.push(`${value} <= ${identifier(column.above)}`);
  }
  if (column.inside) {
    const [low, high] = column.inside.map(identifier);
    faults.push(`(${low} < ${high} AND ${value} NOT BETWEEN ${low} AND ${high})`);
  }
  return faults.length === 0 ? null : `coalesce(${faults.join(' OR ')}, false)`;
}

/** `INSERT` of a raw table into its canonical one; it stops with BAD_ROW at the first row that breaks a rule. */
export function insertStatement(raw: RawTable, schema: string): string {
  const has = new Set(raw.columns.map(({ column }) => column));
  const values = raw.table.columns.map((column) => (has.has(column) ? guarded(column) : defaultOf(column)));
  const names = raw.table.columns.map(({ name }) => identifier(name));
  return `INSERT INTO ${schema}.${identifier(raw.table.name)} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${converted(raw)}`;
}

function guarded(column: CanonicalColumn): string {
  const name = identifier(column.name);
  const value = column.default === undefined ? name : `coalesce(${name}, ${defaultOf(column)})`;
  const fault = faulty(column);
  return fault === null ? value : `CASE WHEN ${fault} THEN error(${text(BAD_ROW)}) ELSE ${value} END`;
}

function defaultOf(column: CanonicalColumn): string {
  return column.default === undefined ? 'NULL' : typeof column.default === 'string' ? text(column.default) : String(column.default);
}
