import { type Remark, SourceError } from '../source';
import type { Tables } from './fit';
import type { HelpdeskLayout, LayoutVersion, Named, OldestSeen } from './layout';

const ORDER = new Intl.Collator('en', { numeric: true });

/** What is to be said of a helpdesk’s version; null where it is known. Throws a SourceError where it is too old. */
export function versionRemark({ name, layout: { label } }: Named<HelpdeskLayout>, { oldest, newest }: LayoutVersion, found: string | null): Remark | null {
  if (found === null) {
    return { kind: 'warning', text: `This ${label} does not say its version; the layout "${name}" knows ${oldest.label} to ${newest.label}.` };
  }
  if (ORDER.compare(found, oldest.mark) < 0) {
    throw new SourceError(
      'schema',
      `This ${label} is older than ${oldest.label}, the oldest that the layout "${name}" reads: its tables say ${JSON.stringify(found.slice(0, 60))}.`,
      `Update ${label}.`
    );
  }
  return ORDER.compare(found, newest.mark) > 0
    ? {
        kind: 'warning',
        text: `This ${label} is newer than ${newest.label}, the newest that the layout "${name}" knows: its tables say ${JSON.stringify(found.slice(0, 60))}. Compare some numbers with its own.`,
      }
    : null;
}

/** Throws a SourceError where a helpdesk that keeps no version is too old; where the whole table is missing it may not be that helpdesk at all. */
export function checkOldest({ name, layout: { label } }: Named<HelpdeskLayout>, { oldest, table, column }: OldestSeen, tables: Tables): void {
  const found = tables.get(table);
  if (found !== undefined && !found.has(column)) {
    throw new SourceError(
      'schema',
      `This ${label} is older than ${oldest}, the oldest that the layout "${name}" reads: its table "${table}" has no column "${column}".`,
      `Update ${label}.`
    );
  }
}
