import { LAYOUTS } from '../../src/backend/sources/layouts';
import type { HelpdeskLayout } from '../../src/backend/sources/layouts/layout';
import { needsOf, wishesOf } from '../../src/backend/sources/layouts/needs';
import type { LayoutName } from '../../src/shared/layouts';

/** A helpdesk’s layout by its name. */
export function helpdeskLayout(name: LayoutName): HelpdeskLayout {
  const layout = LAYOUTS[name];
  if (layout.kind !== 'helpdesk') {
    throw new Error(`The layout "${name}" is no helpdesk’s.`);
  }
  return layout;
}

/** The tables that a layout reads, by its own word, in the order of their names: those that a user must be allowed. */
export function readTables(name: LayoutName): readonly string[] {
  const layout = helpdeskLayout(name);
  return [...new Set([needsOf(layout), wishesOf(layout)].flatMap((columns) => Object.keys(columns)))].sort();
}
