import type { FieldDef } from 'pg';

import type { Flavour } from '../../layouts/flavour';
import type { Denied, LayoutPlace, Place } from '../tables/place';
import { deniedColumns } from '../tables/rights';
import { type Catalogue, catalogueOf } from './catalogue';
import { identifier } from './flavour';
import type { PostgresColumn } from './postgres-table';
import type { Session } from './session';
import { searchIn } from './watching';

/** A schema of a database, as its user sees it. Throws a SourceError where there is none. */
export async function placeIn(session: Session, schema: string): Promise<Place<PostgresColumn>> {
  const catalogue = await catalogueOf(session, schema);
  const { rows: columns, mayLook } = catalogue;
  const of = (table: string) => columns.filter((row) => row.table === table);
  return {
    called: `schema "${schema}"`,
    columns,
    denied: async (wanted) => {
      const tables: Denied[] = [];
      for (const [table, names] of Object.entries(wanted)) {
        // the catalogue shows all that there is
        const lacking = await deniedColumns(of(table), names, () => Promise.resolve(false));
        tables.push(...(lacking ? [{ table, ...lacking }] : []));
      }
      return {
        deeds: mayLook ? [] : [`look into the schema "${schema}"`],
        tables,
        granter: 'the owner of the tables',
        grants: (some) => grants(catalogue, some),
      };
    },
    from: (table) => `${identifier(schema)}.${identifier(table)}`,
    columnsOf: (table, names) =>
      Promise.resolve(
        of(table)
          .filter(({ column }) => names.includes(column))
          .map(({ column, type, isArray }) => ({ name: column, type, isArray }))
      ),
  };
}

/** The same for a layout, whose SELECTs find their tables in it. */
export async function layoutPlaceIn(session: Session, schema: string, flavour: Flavour): Promise<LayoutPlace<PostgresColumn>> {
  const place = await placeIn(session, schema);
  await searchIn(session, schema);
  return {
    ...place,
    flavour,
    ask: async (sql) => (await session.query<Record<string, unknown>>(sql)).rows,
    columnsOfSelect: async (sql) => typed(session, (await session.query(`${sql} LIMIT 0`)).fields),
    refusal: (error) => {
      const state = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
      // 42: syntax, names and types; other faults are the database’s or the connection’s
      return state.startsWith('42') && state !== '42501' ? `SQLSTATE ${state}` : null;
    },
  };
}

function grants({ schema, user, mayLook }: Catalogue, denied: readonly Denied[]): string[] {
  const name = (table: string): string => `${identifier(schema)}.${identifier(table)}`;
  const whole = denied.filter(({ columns }) => columns === null).map(({ table }) => name(table));
  const given = [
    ...(mayLook ? [] : [`USAGE ON SCHEMA ${identifier(schema)}`]),
    ...(whole.length > 0 ? [`SELECT ON ${whole.join(', ')}`] : []),
    ...denied.flatMap(({ table, columns }) => (columns === null ? [] : [`SELECT (${columns.map(identifier).join(', ')}) ON ${name(table)}`])),
  ];
  return given.map((what) => `GRANT ${what} TO ${identifier(user)};`);
}

const UNKNOWN = { type: 'unknown', isArray: false };

/** The columns of an answer, with the names of their types. */
async function typed(session: Session, fields: readonly FieldDef[]): Promise<PostgresColumn[]> {
  const { rows } = await session.query<{ id: number; type: string; isArray: boolean }>(
    `SELECT oid::int8::float8 AS id, typname AS type, typcategory = 'A' AS "isArray" FROM pg_catalog.pg_type WHERE oid = ANY($1::oid[])`,
    [[...new Set(fields.map(({ dataTypeID }) => dataTypeID))]]
  );
  const types = new Map(rows.map(({ id, type, isArray }) => [id, { type, isArray }]));
  return fields.map(({ name, dataTypeID }) => ({ name, ...(types.get(dataTypeID) ?? UNKNOWN) }));
}
