import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Caller } from '../../src/backend/app/access/caller';
import { holding } from '../../src/backend/app/answers/held-leases';
import { answerQuery } from '../../src/backend/app/answers/answer-query';
import { admitQuery } from '../../src/backend/app/gate/gate';
import { health } from '../../src/backend/app/health';
import type { Instance } from '../../src/backend/app/instance';
import { openInstance } from '../../src/backend/app/instances/open-instance';
import { LAYOUTS } from '../../src/backend/sources/layouts';
import type { HelpdeskLayout } from '../../src/backend/sources/layouts/layout';
import { NEVER, testTarget } from '../../src/backend/sources/testing/target';
import { keepingLogger } from '../../src/backend/store/store.fixture';
import { decodeFrame } from '../../tools/door/decode';
import type { Place } from '../helpdesks/place';
import { tinydesk } from './layout';

/** Whoever may see all, and a month of a helpdesk. */
export const ADMIN: Caller = { kind: 'person', role: 'Admin', alert: false };
export const MAY = { fromMs: Date.parse('2026-05-01T00:00:00Z'), toMs: Date.parse('2026-06-01T00:00:00Z') };
export const CONTEXT = { orgId: 1, user: null, instance: null, grafanaConfig: {} };

/** The tables that its reader may be given, whatever they are called by then. */
const GRANTED = ['about', 'people', 'cases', 'casses', 'case_states', 'case_labels', 'notes', 'work', 'ratings'];

/** A Tinydesk in a place, as a data source reads it. */
export class Opened {
  private readonly folder = mkdtempSync(join(tmpdir(), 'tinydesk-'));
  private readonly before = process.env.GF_PLUGIN_ALLOWED_DIRECTORIES;
  private instance: Instance | null = null;
  private stores = 0;

  constructor(readonly place: Place) {
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = this.folder;
  }

  /** Opens a data source with a layout in place of the one before. */
  async open(layout = 'tinydesk', as: HelpdeskLayout = tinydesk): Promise<Instance> {
    await this.instance?.close();
    await this.place.grant(GRANTED);
    this.instance = await openInstance(
      {
        id: 1,
        uid: 'tinydesk',
        name: 'Tinydesk',
        json: JSON.stringify({
          source: { ...this.place.source, layout, databaseTimeZone: 'Europe/Amsterdam' },
          store: { directory: join(this.folder, `store-${++this.stores}`), memoryLimit: '256MB', threads: 1 },
        }),
        secrets: { password: this.place.password },
        updatedMs: 1,
      },
      1,
      { logger: keepingLogger(), cleaner: { watch: () => undefined }, layouts: { ...LAYOUTS, tinydesk: as } }
    );
    return this.instance;
  }

  /** The data source under test, opened once, with what it has read. */
  async desk(): Promise<Instance> {
    const instance = this.instance ?? (await this.open());
    await instance.store.ready(20_000, NEVER);
    return instance;
  }

  /** What "Save & test" says to an administrator, or why it cannot. */
  async test(): Promise<{ message: string; remarks: readonly string[] }> {
    const { message, details } = await health(await this.desk(), ADMIN, MAY.toMs, NEVER);
    return { message, remarks: (details as { remarks: ReadonlyArray<{ text: string }> }).remarks.map(({ text }) => text) };
  }

  /** The cells of a metric's answer, a row each. */
  async ask(query: object): Promise<unknown[][]> {
    const asked = await this.desk();
    const admitted = admitQuery({ refId: 'A', queryType: '', ...MAY, json: JSON.stringify({ view: 'totals', ...query }) });
    const { frames } = await holding((held) => answerQuery(asked, admitted, { context: CONTEXT, caller: ADMIN, nowMs: MAY.toMs, held }, NEVER));
    const { rows, fields } = decodeFrame(frames[0]);
    return Array.from({ length: rows }, (_, i) => fields.map(({ values }) => values[i]));
  }

  /** The canonical rows that a load gives. */
  async rows(): Promise<Record<string, unknown[]>> {
    const target = await testTarget();
    try {
      await (await this.desk()).source.load(target, NEVER, () => undefined);
      return await target.all();
    } finally {
      target.close();
    }
  }

  async close(): Promise<void> {
    await this.instance?.close();
    await this.place.drop();
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = this.before;
    rmSync(this.folder, { recursive: true });
  }
}
