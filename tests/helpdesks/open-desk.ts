import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Caller } from '../../src/backend/app/access/caller';
import { holding } from '../../src/backend/app/answers/held-leases';
import { answerQuery } from '../../src/backend/app/answers/answer-query';
import { admitQuery } from '../../src/backend/app/gate/gate';
import type { Instance } from '../../src/backend/app/instance';
import { openInstance } from '../../src/backend/app/instances/open-instance';
import { createSource, type SourceOptions } from '../../src/backend/sources';
import { PLAIN_RULES } from '../../src/backend/sources/rows/rules';
import type { Source } from '../../src/backend/sources/source';
import { NEVER, testTarget } from '../../src/backend/sources/testing/target';
import type { Refresh } from '../../src/backend/store/store';
import { keepingLogger } from '../../src/backend/store/store.fixture';
import type { LayoutName } from '../../src/shared/layouts';
import { decodeFrame } from '../../tools/door/decode';
import type { Place } from './place';
import { readTables } from './read-tables';

const ADMIN: Caller = { kind: 'person', role: 'Admin', alert: false };
const CONTEXT = { orgId: 1, user: null, instance: null, grafanaConfig: {} };

/** Canonical rows as JSON values, by table, each in the order of its key; a table without rows is missing. */
export type Rows = Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;

/** How a desk is read: by which layout, and what it is asked. */
interface Reading {
  readonly layout: LayoutName;
  /** What the source’s settings say besides, such as `layoutOptions`. */
  readonly source?: object;
  /** What the data source’s settings say besides, such as `defaultCalendar`. */
  readonly settings?: object;
  /** The range of every question, whose end is also the time of the asking. */
  readonly range: { readonly fromMs: number; readonly toMs: number };
}

/** A helpdesk’s own tables as a data source reads them, through a user who may read the layout’s tables and nothing else. */
export interface OpenDesk {
  readonly place: Place;
  /** The source alone; `more` goes over its settings. */
  source(more?: object): Source;
  /** The rows that are read. */
  rows(more?: object): Promise<Rows>;
  /** What is said of the tables before anything is loaded. */
  remarks(more?: object): Promise<string[]>;
  /** The rows of an answer; throws what ended the load. */
  ask(query: object): Promise<unknown[][]>;
  /** Finds what was changed since the data was read; says how. */
  refresh(): Promise<Refresh | null>;
  close(): Promise<void>;
}

/** Opens the tables of a place, and takes the place away at the end. */
export async function openDesk(place: Place, reading: Reading): Promise<OpenDesk> {
  await place.grant(readTables(reading.layout));
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-desk-'));
  const before = process.env.GF_PLUGIN_ALLOWED_DIRECTORIES;
  process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = folder;
  const settings = { ...place.source, layout: reading.layout, ...reading.source };
  let instance: Instance | null = null;

  const source = (more: object = {}): Source => {
    const { databaseTimeZone: timeZone = PLAIN_RULES.timeZone, ...options } = { ...settings, ...more } as Readonly<Record<string, unknown>>;
    return createSource({ ...options, rules: { ...PLAIN_RULES, timeZone }, password: place.password } as unknown as SourceOptions);
  };
  const opened = async (): Promise<Instance> =>
    (instance ??= await openInstance(
      {
        id: 1,
        uid: reading.layout,
        name: reading.layout,
        json: JSON.stringify({
          source: settings,
          store: { directory: join(folder, 'store'), memoryLimit: '256MB', threads: 1 },
          ...reading.settings,
        }),
        secrets: { password: place.password },
        updatedMs: 1,
      },
      1,
      { logger: keepingLogger(), cleaner: { watch: () => undefined } }
    ));
  const ask = async (query: object): Promise<unknown[][]> => {
    const asked = await opened();
    await asked.store.ready(30_000, NEVER);
    const { lastError } = asked.store.state();
    if (lastError) {
      throw lastError;
    }
    const admitted = admitQuery({ refId: 'A', queryType: '', ...reading.range, json: JSON.stringify({ view: 'totals', ...query }) });
    const scope = { context: CONTEXT, caller: ADMIN, nowMs: reading.range.toMs };
    const { frames } = await holding((held) => answerQuery(asked, admitted, { ...scope, held }, NEVER));
    const { rows, fields } = decodeFrame(frames[0]);
    return Array.from({ length: rows }, (_, i) => fields.map(({ values }) => values[i]));
  };
  return {
    place,
    source,
    rows: async (more) => {
      const read = source(more);
      const target = await testTarget();
      try {
        await read.load(target, NEVER, () => undefined);
        return (await target.all()) as Rows;
      } finally {
        await read.close();
        target.close();
      }
    },
    remarks: async (more) => {
      const read = source(more);
      const said: string[] = [];
      try {
        await read.inspect(NEVER, ({ text }) => said.push(text));
        return said;
      } finally {
        await read.close();
      }
    },
    ask,
    refresh: async () => {
      const { store } = await opened();
      await store.ready(30_000, NEVER);
      await store.refreshNow();
      return store.state().lastRefresh;
    },
    close: async () => {
      await instance?.close();
      await place.drop();
      process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = before;
      rmSync(folder, { recursive: true });
    },
  };
}

/** The canonical rows of a desk to which something was done; it is taken away then. */
export async function rowsOnce<Desk extends OpenDesk>(opening: Promise<Desk>, act: (opened: Desk) => Promise<unknown>): Promise<Rows> {
  const opened = await opening;
  try {
    await act(opened);
    return await opened.rows();
  } finally {
    await opened.close();
  }
}
