import type { ConnectionType, LayoutChoice } from '../../../shared/layouts';
import type { Tables } from './fit';
import type { HelpdeskLayout, Layouts, Named } from './layout';
import { needsOf } from './needs';

/** So much of what a layout needs is enough to know its helpdesk by: an older version lacks some of it. */
const ENOUGH = 0.8;

/** A helpdesk that is known by its tables. */
export interface Recognised extends Named<HelpdeskLayout> {
  /** Whether everything is there that its layout needs. */
  readonly isWhole: boolean;
}

/** The layout whose helpdesk’s tables are there: the one of whose columns most are, of those for a connection; null where it is none of them. */
export function recognise(tables: Tables, connection: ConnectionType, layouts: Layouts): Recognised | null {
  const found = Object.entries(layouts).flatMap(([name, layout]) => {
    if (layout.kind !== 'helpdesk' || !(layout as LayoutChoice).connections.includes(connection)) {
      return [];
    }
    const needed = Object.entries(needsOf(layout)).flatMap(([table, columns]) => columns.map((column) => tables.get(table)?.has(column) === true));
    const there = needed.filter(Boolean).length;
    return [{ name, layout, there, share: there / Math.max(1, needed.length) }];
  });
  const [best] = found.filter(({ share }) => share >= ENOUGH).sort((a, b) => b.share - a.share || b.there - a.there);
  return best === undefined ? null : { name: best.name, layout: best.layout, isWhole: best.share === 1 };
}
