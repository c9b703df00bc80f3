import { SourceError } from '../../source';
import { type Catalogue, tableName } from './catalogue';

/** The user may not read some tables of a database: all are named, with what to run there. `needs` ends the sentence where a layout needs them. */
export function grantError({ database, user }: Catalogue, tables: readonly string[], needs = ''): SourceError {
  const names = tables.map((table) => `"${table}"`).join(', ');
  return new SourceError(
    'auth',
    `The user may not read the ${tables.length === 1 ? 'table' : 'tables'} ${names}${needs}.`,
    `As one who may grant it, run: ${tables.map((table) => `GRANT SELECT ON ${tableName(database, table)} TO ${user};`).join(' ')}`
  );
}
