import sqlTag, { empty, join, raw, type Sql } from 'sql-template-tag';

/** SQL with bound values: `sql\`x = ${value}\`` never inlines a value. */
export const sql = sqlTag;
export { empty, join, raw, type Sql };

/** An identifier of the catalogue's: letters, digits and underscores only, so that nothing else can become SQL. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) {
    throw new Error(`"${identifier}" is not an identifier of the catalogue.`);
  }
  return raw(identifier);
}

/** A number computed by the compiler (an edge, a key), as a literal. */
export function literal(value: number): Sql {
  if (!Number.isFinite(value)) {
    throw new Error(`${value} cannot be a literal.`);
  }
  return raw(String(value));
}

/** Conditions joined by AND; TRUE where there is none. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('TRUE') : join([...conditions], ' AND ');
}
