import { all, indented, join, literal, name, raw, type Sql, sql } from './sql';

/** A statement as a table of its own. */
export function table(statement: Sql, alias: string): Sql {
  return sql`
    (
      ${statement}
    ) ${name(alias)}`;
}

/** The clauses of a SELECT, of which some may be absent. */
interface Clauses {
  readonly columns: readonly Sql[];
  readonly from: Sql;
  readonly joins?: readonly Sql[];
  readonly where?: readonly Sql[];
  readonly groupBy?: readonly Sql[];
  readonly orderBy?: readonly Sql[];
  readonly limit?: number;
}

/** A SELECT, a clause a line, its columns one a line where they are long; of no columns, one of ones. */
export function select({ columns: asked, from, joins = [], where = [], groupBy = [], orderBy = [], limit }: Clauses): Sql {
  const columns = asked.length > 0 ? asked : [raw('1 AS one')];
  const clauses = [
    isLong(columns) ? sql`SELECT${raw('\n  ')}${indented(join([...columns], ',\n'), '  ')}` : sql`SELECT ${join([...columns], ', ')}`,
    sql`FROM ${from}`,
    ...joins,
    ...(where.length > 0 ? [sql`WHERE ${all(where)}`] : []),
    ...(groupBy.length > 0 ? [sql`GROUP BY ${join([...groupBy], ', ')}`] : []),
    ...(orderBy.length > 0 ? [sql`ORDER BY ${join([...orderBy], ', ')}`] : []),
    ...(limit === undefined ? [] : [sql`LIMIT ${literal(limit)}`]),
  ];
  return join(clauses, '\n');
}

/** Letters of columns that stand on one line. */
const LINE = 100;

function isLong(columns: readonly Sql[]): boolean {
  const texts = columns.map(({ text }) => text);
  return texts.some((text) => text.includes('\n')) || texts.join(', ').length > LINE;
}
