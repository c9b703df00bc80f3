import { SourceError } from '../../source';
import type { PlaceColumn } from '../tables/place';
import type { Session } from './session';

/** One column of a table or view of a schema, as PostgreSQL's catalogue has it. */
interface CatalogueRow extends PlaceColumn {
  /** The type's name, that of the base type for a domain. */
  readonly type: string;
  readonly isArray: boolean;
}

/** What a user sees of a schema. */
export interface Catalogue {
  readonly schema: string;
  /** As whom the server knows us. */
  readonly user: string;
  /** Whether the user may use what is in the schema at all. */
  readonly mayLook: boolean;
  /** The columns of all tables and views, by table and in their order. */
  readonly rows: readonly CatalogueRow[];
}

/** The tables and views in a schema. Throws where there is no such schema; rights are the caller's to check. */
export async function catalogueOf(session: Session, schema: string): Promise<Catalogue> {
  const { rows: schemas } = await session.query<{ user: string; may: boolean }>(
    `SELECT current_user::text AS "user", has_schema_privilege(oid, 'USAGE') AS may FROM pg_catalog.pg_namespace WHERE nspname = $1`,
    [schema]
  );
  if (schemas.length === 0) {
    throw new SourceError('config', `The database has no schema "${schema}".`, 'Check the schema in the data source’s settings; "public" is the usual one.');
  }
  const [{ user, may }] = schemas;
  return { schema, user, mayLook: may, rows: (await session.query<CatalogueRow>(COLUMNS, [schema])).rows };
}

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "column", coalesce(base.typname, t.typname) AS type,
    coalesce(base.typcategory, t.typcategory) = 'A' AS "isArray",
    -- the planner's; none for views and for tables that were never analysed
    CASE WHEN c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 THEN c.reltuples::float8 END AS rows,
    has_column_privilege(c.oid, a.attnum, 'SELECT') AS may
  FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
  WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  ORDER BY c.relname, a.attnum`;
