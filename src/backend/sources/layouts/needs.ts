import type { Columns, HelpdeskLayout, LayoutSelect } from './layout';

/** The columns that a layout cannot do without, by table. */
export function needsOf(layout: HelpdeskLayout): Columns {
  const { version, values = {}, documents = {} } = layout;
  return together([
    version !== null && 'reads' in version ? version.reads : {},
    ...[...Object.values(values), ...Object.values(documents)].map(({ reads }) => reads),
    ...selects(layout).flatMap(({ reads, optional }) => (optional === undefined ? [reads] : [])),
  ]);
}

/** The columns that it reads where they are there. */
export function wishesOf(layout: HelpdeskLayout): Columns {
  const { documents = {} } = layout;
  return together([
    ...selects(layout).flatMap(({ reads, optional, maybe = {} }) => [optional === undefined ? {} : reads, maybe]),
    ...Object.values(documents).map(({ maybe = {} }) => maybe),
  ]);
}

function selects({ tables }: HelpdeskLayout): LayoutSelect[] {
  return Object.values(tables).flatMap((from) => ('none' in from ? [] : [from as LayoutSelect]));
}

function together(reads: readonly Columns[]): Columns {
  const columns: Record<string, readonly string[]> = {};
  for (const [table, read] of reads.flatMap((one) => Object.entries(one))) {
    columns[table] = [...new Set([...(columns[table] ?? []), ...read])];
  }
  return columns;
}
