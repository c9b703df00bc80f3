import { quoted } from '../../../shared/echo';
import { SettingsError } from '../../../shared/settings';
import type { Columns, HelpdeskLayout, LayoutSelect } from './layout';

/** A layout whose tables’ names begin with another prefix than usual; the same where none is given. Throws a SettingsError where a name cannot begin so. */
export function withPrefix(layout: HelpdeskLayout, prefix: string | undefined): HelpdeskLayout {
  const { prefix: usual, version, tables } = layout;
  if (usual === undefined || prefix === undefined || prefix === usual) {
    return layout;
  }
  if (!/^\w{0,32}$/.test(prefix)) {
    throw new SettingsError(
      `The setting "source.layoutOptions.prefix" is ${quoted(prefix)}, with which no table’s name begins: it has letters, digits and underscores alone, such as "${usual}".`
    );
  }
  const renamed = (text: string): string => text.replaceAll(new RegExp(`\\b${usual}(?=\\w)`, 'g'), prefix);
  const columns = (reads: Columns): Columns => Object.fromEntries(Object.entries(reads).map(([table, read]) => [renamed(table), read]));
  const select = (from: LayoutSelect): LayoutSelect => ({
    ...from,
    reads: columns(from.reads),
    maybe: from.maybe && columns(from.maybe),
    select: (sql, here) => renamed(from.select(sql, { ...here, has: (table, column) => here.has(renamed(table), column) })),
  });
  return {
    ...layout,
    version: version !== null && 'column' in version ? { ...version, table: renamed(version.table) } : version,
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, from]) => [name, 'none' in from ? from : select(from as LayoutSelect)])
    ) as HelpdeskLayout['tables'],
  };
}
