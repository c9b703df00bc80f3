import { type Remark, SourceError } from '../source';
import { missingOf, type Tables } from './fit';
import type { Flavour } from './flavour';
import type { HelpdeskLayout, LayoutVersion, Named, OldestSeen } from './layout';

const ORDER = new Intl.Collator('en', { numeric: true });

/** What is to be said of a helpdesk’s version. Throws a SourceError where it is too old. */
function versionRemark({ name, layout: { label } }: Named<HelpdeskLayout>, { oldest, newest }: LayoutVersion, found: string | null): Remark {
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
    : {
        kind: 'note',
        text: `This ${label} says version ${JSON.stringify(found.slice(0, 60))}; the layout "${name}" knows ${oldest.label} to ${newest.label}.`,
      };
}

/** Throws a SourceError where a helpdesk that keeps no version is too old; where the whole table is missing it may not be that helpdesk at all. */
function checkOldest({ name, layout: { label } }: Named<HelpdeskLayout>, { oldest, table, column }: OldestSeen, tables: Tables): void {
  const found = tables.get(table);
  if (found !== undefined && !found.has(column)) {
    throw new SourceError(
      'schema',
      `This ${label} is older than ${oldest}, the oldest that the layout "${name}" reads: its table "${table}" has no column "${column}".`,
      `Update ${label}.`
    );
  }
}

/** Before anything else is read: of an old version it is the version that is wrong, not the table that it lacks. `ask` runs a SELECT and answers its first row, if any. */
export async function checkVersion(
  named: Named<HelpdeskLayout>,
  tables: Tables,
  ask: (what: string, sql: (flavour: Flavour) => string) => Promise<Readonly<Record<string, unknown>> | undefined>,
  remark: (remark: Remark) => void
): Promise<void> {
  const { version } = named.layout;
  if (version === null) {
    return;
  }
  if ('column' in version) {
    checkOldest(named, version, tables);
    remark({ kind: 'note', text: `This ${named.layout.label} is ${version.oldest} or later, which the layout "${named.name}" reads.` });
    return;
  }
  const [missing] = missingOf(named, version.reads, tables);
  if (missing) {
    throw missing;
  }
  const [found = null] = Object.values((await ask('the SELECT for its version', version.select)) ?? {});
  remark(versionRemark(named, version, found === null ? null : String(found)));
}
