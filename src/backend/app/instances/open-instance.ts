import { availableParallelism } from 'node:os';

import { calendarProblems } from '../../calendar/check-calendar';
import type { Calendar } from '../../../shared/calendar';
import { DuckDbEngine } from '../../engines/duckdb/duckdb-engine';
import type { Logger } from '../../log';
import { createSource, type SourceOptions } from '../../sources';
import type { FilesOptions } from '../../sources/connections/files/files-source';
import { type OwnTables, split, withOwnTables } from '../../sources/own-tables';
import type { Source } from '../../sources/source';
import type { TableName } from '../../canonical/tables';
import type { Layouts } from '../../sources/layouts/layout';
import { deriveDelta } from '../../store/facts/delta/derive-delta';
import { deriveFacts } from '../../store/facts/derive';
import { openStore, type StoreOptions } from '../../store/store';
import type { StoreCleaner } from '../../store/folder/store-cleaner';
import { leadsIntoStore } from '../../store/folder/store-folder';
import { durationMs } from '../../../shared/formats';
import { parseSettings, SettingsError } from '../../../shared/settings';
import { DATA_FOLDER, allowedPath } from './allowed-directories';
import { checkWritten } from '../settings/check-settings';
import { type ContentSettings, fingerprintOf, readFingerprintOf } from '../settings/fingerprint';
import { admitSettings } from '../gate/gate';
import type { Instance } from '../instance';
import type { DataSourceInstance } from '../messages';
import { withFields } from './named-logger';

/** What every data source is opened with. */
interface Surroundings {
  readonly logger: Logger;
  /** Told of the directory that the store lies in. */
  readonly cleaner: Pick<StoreCleaner, 'watch'>;
  /** The layouts that settings may name; the product's own by default. */
  readonly layouts?: Layouts;
}

/** Opens an organization's data source: settings → source, store, engine. Throws a SettingsError or SourceError. */
export async function openInstance(
  { uid, id, json, secrets }: DataSourceInstance,
  orgId: number,
  { logger: common, cleaner, layouts }: Surroundings
): Promise<Instance> {
  const settings = parseSettings(admitSettings(json));
  checkWritten(settings);
  const owner = { orgId, uid, id };
  const logger = withFields(common, { orgId, uid: uid || String(id) });
  const sourceOptions = optionsOf(settings, secrets);
  const own = ownTables(settings);
  const elsewhere = { without: Object.keys(split(own).files) as TableName[], named: split(own).named };
  const source = naming(withOwnTables(createSource({ ...sourceOptions, ...elsewhere }, layouts), own, readingOf(settings)), settings);
  const dir = outsideStores(
    allowedPath(settings.store.directory ?? DATA_FOLDER, 'The store’s directory'),
    `The store’s directory "${settings.store.directory}"`
  );
  cleaner.watch(dir);
  const store = await openStore({
    dir,
    owner,
    source,
    logger,
    fingerprint: fingerprintOf(owner, settings),
    readFingerprint: readFingerprintOf(owner, settings),
    ...derivingWith(settings),
    settings: {
      refreshIntervalMs: durationMs(settings.refreshInterval),
      overlapMs: durationMs(settings.store.overlap),
      sweepIntervalMs: durationMs(settings.store.sweepInterval),
      fullReloadIntervalMs: durationMs(settings.store.reloadInterval),
      memoryLimit: settings.store.memoryLimit,
      threads: settings.store.threads,
      readable: [...(sourceOptions.type === 'files' ? [sourceOptions.path] : []), ...Object.values(split(own).files)],
    },
  });
  const engine = new DuckDbEngine(store.connections, {
    concurrency: Math.max(2, settings.store.threads ?? availableParallelism()),
    onDamage: (schema) => store.reportDamage(schema),
  });
  store.start();
  return {
    owner,
    settings,
    source,
    store,
    engine,
    logger,
    async close() {
      await engine.close();
      await store.close();
      await source.close();
    },
  };
}

/** A source whose rows may name the settings' calendars too. */
function naming(source: Source, { calendars }: ContentSettings): Source {
  const ids = calendars.map(({ id }) => id);
  const changes = source.changes?.bind(source);
  return {
    inspect: (...asked) => source.inspect(...asked),
    load: (target, ...asked) => source.load({ ...target, calendars: ids }, ...asked),
    ...(changes && { changes: (target, ...asked) => changes({ ...target, calendars: ids }, ...asked) }),
    close: () => source.close(),
  };
}

/** How facts are derived, and what was touched is laid over them: by the same settings. */
function derivingWith(settings: ContentSettings): Pick<StoreOptions, 'derive' | 'layOver'> {
  const { defaultCalendar, calendars, agentCalendars, slaTargets, pausingStatuses, answers, newConversationAfter } = settings;
  const options = {
    defaultCalendarId: defaultCalendar,
    extraCalendars: calendars.map(sound),
    agentCalendars,
    slaTargets: slaTargets.map(({ policy, clock, priority, target, calendar = defaultCalendar, pauses }) => ({
      policy,
      clock,
      priority,
      seconds: durationMs(target) / 1000,
      calendarId: calendar,
      pauses,
    })),
    pausingStatuses,
    answers,
    newConversationAfterMs: newConversationAfter === null ? undefined : durationMs(newConversationAfter),
  };
  return {
    derive: (connection, schemas, signal, progress) =>
      deriveFacts(connection, { ...schemas, ...options }, signal, (step, done, total) => progress({ step, done, total })),
    layOver: (connection, places, signal) => deriveDelta(connection, { ...places, ...options }, signal),
  };
}

/** The source's options: paths checked, secrets put in. */
function optionsOf({ source, unassignedIds }: Pick<ContentSettings, 'source' | 'unassignedIds'>, secrets: Readonly<Record<string, string>>): SourceOptions {
  if (source.type === 'files') {
    const path = outsideStores(allowedPath(source.path, 'The source’s path'), `The source’s path "${source.path}"`);
    return { type: source.type, layout: source.layout, path, ...readingOf({ source, unassignedIds }) };
  }
  const { statementTimeout, tls, ...connection } = source;
  return {
    ...connection,
    ...readingOf({ source, unassignedIds }),
    password: secrets.password ?? '',
    statementTimeoutMs: durationMs(statementTimeout),
    tls: { ...tls, ca: secrets.tlsCa || undefined, clientCertificate: secrets.tlsClientCertificate || undefined, clientKey: secrets.tlsClientKey || undefined },
  };
}

/** The tables that come from a place of their own, the paths of files checked. */
function ownTables({ tables }: ContentSettings): OwnTables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, { file, table }]) => {
      const what = `The file of the setting "tables.${name}"`;
      return [name, file === undefined ? { table } : { file: outsideStores(allowedPath(file, what), `${what} "${file}"`) }];
    })
  );
}

/** How values are read, and for how long a file may be. */
function readingOf({ source, unassignedIds }: Pick<ContentSettings, 'source' | 'unassignedIds'>): Pick<FilesOptions, 'rules' | 'readTimeoutMs'> {
  return {
    rules: { timeZone: source.databaseTimeZone, unassignedIds },
    ...(source.type === 'files' ? { readTimeoutMs: durationMs(source.readTimeout) } : {}),
  };
}

/** The path, unless it leads into a store: that may be another organization's. Throws a SettingsError. */
function outsideStores(path: string, what: string): string {
  if (leadsIntoStore(path)) {
    throw new SettingsError(`${what} leads into a store, which may be another organization’s: choose another folder.`);
  }
  return path;
}

/** A calendar of the settings, checked. */
function sound(calendar: Calendar): Calendar {
  const problems = calendarProblems(calendar);
  if (problems.length > 0) {
    throw new SettingsError(problems.join(' '));
  }
  return calendar;
}
