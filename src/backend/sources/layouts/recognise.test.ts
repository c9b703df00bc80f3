import { CONNECTIONS, type ConnectionType } from '../../../shared/layouts';
import type { Tables } from './fit';
import { LAYOUTS } from './index';
import type { Columns, HelpdeskLayout } from './layout';
import { needsOf, wishesOf } from './needs';
import { withPrefix } from './prefix';
import { recognise } from './recognise';

const NAMES = Object.keys(LAYOUTS) as Array<keyof typeof LAYOUTS>;
const HELPDESKS = NAMES.flatMap((name) => {
  const layout = LAYOUTS[name];
  return layout.kind === 'helpdesk' ? layout.connections.map((connection) => [name, connection, layout] as const) : [];
});

/** A database that has some columns. */
function having(...columns: readonly Columns[]): Tables {
  const tables = new Map<string, Map<string, boolean>>();
  for (const [table, names] of columns.flatMap((one) => Object.entries(one))) {
    tables.set(table, new Map([...(tables.get(table) ?? []), ...names.map((name) => [name, true] as const)]));
  }
  return tables;
}

it.each(HELPDESKS)('%s is recognised in %s by what it needs, whether or not what it would like is there, too', (name, connection, layout) => {
  for (const tables of [having(needsOf(layout)), having(needsOf(layout), wishesOf(layout))]) {
    expect(recognise(tables, connection, LAYOUTS)).toMatchObject({ name, isWhole: true });
  }
});

it.each(HELPDESKS)('%s is recognised in %s where an older version lacks a column, as not whole', (name, connection, layout) => {
  const needed = Object.entries(needsOf(layout));
  const [table, columns] = needed.find(([, names]) => names.length > 1) ?? needed[0];
  const older = having(Object.fromEntries([...needed, [table, columns.slice(1)]]));
  expect(recognise(older, connection, LAYOUTS)).toMatchObject({ name, isWhole: false });
});

it.each(HELPDESKS.filter(([, , { prefix }]) => prefix !== undefined))('%s is recognised in %s where its tables begin otherwise', (name, connection, layout) => {
  const other = having(needsOf(withPrefix(layout, 'support_')));
  expect(recognise(other, connection, LAYOUTS)).toMatchObject({ name, isWhole: true, options: { prefix: 'support_' } });
  expect(recognise(having(needsOf(layout)), connection, LAYOUTS)).toMatchObject({ name, isWhole: true, options: {} });
});

it('nothing is recognised in tables that are no helpdesk’s, nor where only some are a layout’s', () => {
  const [, , layout] = HELPDESKS[0];
  const some = Object.fromEntries(Object.entries(needsOf(layout)).slice(0, 2));
  for (const connection of Object.keys(CONNECTIONS) as ConnectionType[]) {
    expect(recognise(having(), connection, LAYOUTS)).toBeNull();
    expect(recognise(having({ invoice: ['id', 'total'], ticket: ['ticket_id', 'created_at'] }), connection, LAYOUTS)).toBeNull();
    expect(recognise(having(some), connection, LAYOUTS)).toBeNull();
  }
});

it('of several the one is meant of which most is there', () => {
  const [name, , layout] = HELPDESKS[0];
  const part: HelpdeskLayout = {
    ...layout,
    values: {},
    version: null,
    tables: { ...layout.tables, message: { none: 'left out' }, ticket_event: { none: 'left out' } },
  };
  expect(recognise(having(needsOf(layout)), layout.connections[0], { part, [name]: layout })).toMatchObject({ name });
});
