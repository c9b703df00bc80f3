import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createApp } from '../../src/backend/app/app';
import type { App, PluginContext } from '../../src/backend/app/messages';
import { decodeFrame, type DecodedFrame } from '../../tools/door/decode';
import { until } from '../until';
import { DEFAULT_SETTINGS, type OracleSettings } from './model';
import { OTHER, type Key, type OracleQuery, type OracleShape, queryJson, type Range } from './query';

/** The backend under test, as the oracle test sees it. */
export interface Backend<Handle> {
  /** Loads a canonical CSV folder; the settings' default calendar and top boxes apply. */
  load(folder: string, settings: OracleSettings): Promise<Handle>;
  /** Asks one query; `nowMs` is the request's time. */
  ask(handle: Handle, query: OracleQuery, range: Range, nowMs: number): Promise<OracleShape>;
  /** The reopenings that the annotation of a range shows. */
  reopenings(handle: Handle, range: Range): Promise<ReadonlyArray<{ readonly ticket: string; readonly at: number }>>;
  /** Frees what `load` took. */
  close(handle: Handle): Promise<void>;
}

/** A helpdesk that the backend has loaded. */
export interface Loaded {
  readonly app: App;
  readonly context: PluginContext;
  readonly stores: string;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The settings' own words; what is as by default is left out. */
function settingsJson({ defaultCalendar, topBox, answers = [], pausingStatuses, newConversationAfterHours = null }: Partial<OracleSettings>): object {
  return {
    defaultCalendar,
    topBox,
    ...(answers.length === 0 ? {} : { answers }),
    ...(pausingStatuses === undefined || pausingStatuses === DEFAULT_SETTINGS.pausingStatuses ? {} : { pausingStatuses }),
    ...(newConversationAfterHours === null ? {} : { newConversationAfter: `${newConversationAfterHours}h` }),
  };
}

/** Loads a canonical folder into a backend in this process; an error says why it could not be loaded. */
export async function loadFolder(folder: string, settings: Partial<OracleSettings>): Promise<Loaded> {
  const stores = await mkdtemp(join(tmpdir(), 'oracle-store-'));
  process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = tmpdir();
  const context: PluginContext = {
    orgId: 1,
    user: { login: 'oracle', role: 'Admin' },
    grafanaConfig: {},
    instance: {
      id: 1,
      uid: 'oracle',
      name: 'Oracle',
      secrets: {},
      updatedMs: 1,
      json: JSON.stringify({
        source: { type: 'files', path: folder },
        ...settingsJson(settings),
        store: { directory: stores, memoryLimit: '512MB', threads: 1 },
        maxAge: '10000d',
      }),
    },
  };
  const app = createApp(silent);
  const status = async () =>
    (await app.callResource({ context, method: 'GET', path: 'status', url: 'status', body: new Uint8Array() }, new AbortController().signal)).body as {
      phase: string;
      lastError: string;
    };
  const isReady = async () => {
    const { phase, lastError } = await status();
    if (phase === 'failed') {
      throw new Error(`The helpdesk was not loaded: ${lastError}`);
    }
    return phase === 'ready';
  };
  await until(isReady, 'the load of a helpdesk', 60_000);
  return { app, context, stores };
}

/** The frames that a query's JSON is answered with; a refusal is an error. */
export async function framesOf({ app, context }: Loaded, query: object, range: Range): Promise<DecodedFrame[]> {
  const json = JSON.stringify(query);
  const answers = await app.queryData(
    { context, headers: {}, queries: [{ refId: 'A', queryType: '', fromMs: range.from, toMs: range.to, json }] },
    new AbortController().signal
  );
  const answer = answers.get('A');
  if (!answer || answer.status !== 200) {
    throw new Error(`The backend refused ${json}: ${answer?.status} ${answer?.error}`);
  }
  return answer.frames.map(decodeFrame);
}

/** Frees what `loadFolder` took. */
export async function unload({ app, stores }: Loaded): Promise<void> {
  await app.stop();
  await rm(stores, { recursive: true });
}

/** The real backend, from settings to encoded frames, in this process: the gRPC door has tests of its own. */
export async function backend(): Promise<Backend<unknown>> {
  return {
    load: loadFolder,
    ask: async (handle, query, range, nowMs) => shapeOf(query, await framesOf(handle as Loaded, { ...queryJson(query), asOf: query.asOf ?? nowMs }, range)),
    reopenings: async (handle, range) => {
      const [frame] = await framesOf(handle as Loaded, { version: 1, kind: 'events', events: ['reopening'] }, range);
      const ids = frame.fields.find(({ name }) => name === 'id')?.values ?? [];
      return Array.from({ length: frame.rows }, (_, row) => ({ ticket: String(ids[row]).split(':')[1], at: Number(frame.fields[0].values[row]) }));
    },
    close: (handle) => unload(handle as Loaded),
  };
}

type Custom = Record<string, unknown>;

/** Frames as the oracle speaks of them: by id, not by name. */
function shapeOf(query: OracleQuery, frames: readonly DecodedFrame[]): OracleShape {
  const withData = frames.filter(({ fields }) => fields.length > 0);
  const without = Number(frames[0]?.meta.notices?.map(({ text }) => /^([\d,]+) rows? had no value/.exec(text)?.[1]).find(Boolean) ?? 0);
  const keyOf = (key: unknown): Key =>
    query.groupBy.map((dimension) => {
      const id = (key as Record<string, string | null>)[dimension];
      return id === '\0' ? OTHER : id;
    });
  if (query.view === 'totals') {
    const [frame] = withData;
    if (!frame) {
      return { rows: [], without };
    }
    const custom = frame.meta.custom as Custom;
    const values = frame.fields.slice(query.groupBy.length);
    return {
      without,
      rows: Array.from({ length: frame.rows }, (_, row) => ({
        key: keyOf((custom.keys as unknown[])[row]),
        n: (custom.n as number[])[row],
        values: Object.fromEntries(query.statistics.map((statistic, i) => [statistic, values[i].values[row] as number | null])),
      })),
    };
  }
  const edges = (frames[0].meta.custom as Custom).edges as number[];
  interface Known {
    readonly key: Key;
    readonly points: Array<{ bucketStart: number; n: number; values: Record<string, number | null> }>;
  }
  const series = new Map<string, Known>();
  for (const {
    meta,
    fields: [time, value],
  } of withData) {
    const custom = meta.custom as Custom;
    const key = keyOf(custom.key);
    const known: Known = series.get(JSON.stringify(key)) ?? {
      key,
      points: time.values.map((at, i) => ({ bucketStart: at as number, n: (custom.n as number[])[i] ?? 0, values: {} })),
    };
    known.points.forEach((point, i) => (point.values[custom.statistic as string] = value.values[i] as number | null));
    series.set(JSON.stringify(key), known);
  }
  return { edges, without, series: [...series.values()] };
}
