import type { ConnectionType, LayoutChoice } from '../../../shared/layouts';
import type { Tables } from './fit';
import type { HelpdeskLayout, LayoutOptions, Layouts, Named } from './layout';
import { needsOf } from './needs';
import { withPrefix } from './prefix';

/** So much of what a layout needs is enough to know its helpdesk by: an older version lacks some of it. */
const ENOUGH = 0.8;

/** A helpdesk that is known by its tables. */
export interface Recognised extends Named<HelpdeskLayout> {
  /** What its tables say of the layout’s options. */
  readonly options: LayoutOptions;
  /** Whether everything is there that its layout needs. */
  readonly isWhole: boolean;
}

/** The layout whose helpdesk’s tables are there: the one of whose columns most are, of those for a connection; null where it is none of them. */
export function recognise(tables: Tables, connection: ConnectionType, layouts: Layouts): Recognised | null {
  const found = Object.entries(layouts).flatMap(([name, layout]) => {
    if (layout.kind !== 'helpdesk' || !(layout as LayoutChoice).connections.includes(connection)) {
      return [];
    }
    return prefixesOf(layout, tables).map((prefix) => {
      const options: LayoutOptions = prefix === undefined || prefix === layout.prefix ? {} : { prefix };
      const named = { name, layout: withPrefix(layout, prefix), options };
      const needed = Object.entries(needsOf(named.layout)).flatMap(([table, columns]) => columns.map((column) => tables.get(table)?.has(column) === true));
      const there = needed.filter(Boolean).length;
      return { ...named, there, share: there / Math.max(1, needed.length) };
    });
  });
  const [best] = found.filter(({ share }) => share >= ENOUGH).sort((a, b) => b.share - a.share || b.there - a.there);
  return best === undefined ? null : { name: best.name, layout: best.layout, options: best.options, isWhole: best.share === 1 };
}

/** What the names of a layout’s tables may begin with here: by the longest name among them, which is the least likely to end another. */
function prefixesOf(layout: HelpdeskLayout, tables: Tables): ReadonlyArray<string | undefined> {
  const usual = layout.prefix;
  if (usual === undefined) {
    return [undefined];
  }
  const [longest = ''] = Object.keys(needsOf(layout)).sort((a, b) => b.length - a.length);
  const stem = longest.slice(usual.length);
  const found = [...tables.keys()].filter((table) => table.endsWith(stem)).map((table) => table.slice(0, table.length - stem.length));
  return [...new Set(found)].filter((prefix) => /^\w{0,32}$/.test(prefix));
}
