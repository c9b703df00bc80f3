import type { Flavour } from '../flavour';
import type { Here, LayoutDocuments } from '../layout';

/** The administrator’s own attributes of tickets: each is a column of `tickets`. */
export const customAttributes: LayoutDocuments = {
  reads: {
    object_manager_attributes: ['name', 'data_type', 'object_lookup_id', 'editable', 'active'],
    object_lookups: ['id', 'name'],
  },
  select: () => `
    SELECT a.name, a.data_type
    FROM object_manager_attributes a JOIN object_lookups o ON o.id = a.object_lookup_id
    WHERE o.name = 'Ticket' AND a.editable AND a.active
    ORDER BY a.name`,
};

/** Kinds of attributes whose values are a few words; texts that people write at length are none to group by. */
const SHORT = ['input', 'select', 'tree_select', 'integer', 'boolean', 'date', 'datetime', 'checkbox'];

/** The attributes of tickets that are read here: whose columns are there and may be read. */
export function customColumns(here: Here): ReadonlyArray<{ readonly name: string; readonly type: string }> {
  return here.documents('customAttributes').flatMap(({ name, data_type: type }) =>
    // a column’s name comes from the database: Zammad allows no others
    name !== null && type !== null && SHORT.includes(type) && /^[a-z][a-z0-9_]*$/.test(name) && here.has('tickets', name) ? [{ name, type }] : []
  );
}

/** What a ticket has in the administrator’s own attributes, as JSON; null where there are none. */
export function attributesOf(sql: Flavour, here: Here, ticket: string): string {
  const columns = customColumns(here);
  const valueOf = (name: string, type: string): string => {
    const column = `${ticket}."${name}"`;
    // MySQL has numbers for booleans
    return type === 'boolean' ? `CASE WHEN ${column} THEN 'true' WHEN NOT ${column} THEN 'false' END` : type === 'integer' ? column : sql.text(column);
  };
  return columns.length === 0 ? 'NULL' : sql.object(Object.fromEntries(columns.map(({ name, type }) => [name, valueOf(name, type)])));
}
