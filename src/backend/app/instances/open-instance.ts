import { availableParallelism } from 'node:os';

import { calendarProblems } from '../../calendar/check-calendar';
import type { Calendar } from '../../../shared/calendar';
import { DuckDbEngine } from '../../engines/duckdb/duckdb-engine';
import type { Logger } from '../../log';
import { createSource, type SourceOptions } from '../../sources';
import type { Source } from '../../sources/source';
import type { Layouts } from '../../sources/layouts/layout';
import { deriveFacts } from '../../store/facts/derive';
import { type Derive, openStore } from '../../store/store';
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
  const derive = deriveWith(settings);
  const sourceOptions = optionsOf(settings, secrets);
  const source = naming(createSource(sourceOptions, layouts), settings);
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
    derive,
    settings: {
      refreshIntervalMs: durationMs(settings.refreshInterval),
      memoryLimit: settings.store.memoryLimit,
      threads: settings.store.threads,
      readable: sourceOptions.type === 'files' ? [sourceOptions.path] : [],
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

/** How facts are derived. */
function deriveWith({ defaultCalendar, calendars, agentCalendars, pausingStatuses, answers, newConversationAfter }: ContentSettings): Derive {
  const options = {
    defaultCalendarId: defaultCalendar,
    extraCalendars: calendars.map(sound),
    agentCalendars,
    pausingStatuses,
    answers,
    newConversationAfterMs: newConversationAfter === null ? undefined : durationMs(newConversationAfter),
  };
  return (connection, schemas, signal, progress) =>
    deriveFacts(connection, { ...schemas, ...options }, signal, (step, done, total) => progress({ step, done, total }));
}

/** The source's options: paths checked, secrets put in. */
function optionsOf({ source, unassignedIds }: ContentSettings, secrets: Readonly<Record<string, string>>): SourceOptions {
  const rules = { timeZone: source.databaseTimeZone, unassignedIds };
  if (source.type === 'files') {
    const path = outsideStores(allowedPath(source.path, 'The source’s path'), `The source’s path "${source.path}"`);
    return { type: source.type, layout: source.layout, path, rules, readTimeoutMs: durationMs(source.readTimeout) };
  }
  const { statementTimeout, tls, ...connection } = source;
  return {
    ...connection,
    rules,
    password: secrets.password ?? '',
    statementTimeoutMs: durationMs(statementTimeout),
    tls: { ...tls, ca: secrets.tlsCa || undefined, clientCertificate: secrets.tlsClientCertificate || undefined, clientKey: secrets.tlsClientKey || undefined },
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
