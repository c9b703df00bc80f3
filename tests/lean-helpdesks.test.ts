import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { dashboardFiles } from '../dashboards/src';
import { ensureDemo } from '../demo/ensure';
import { missingTables } from '../src/backend/app/answers/no-data';
import { QUERIES as AT_ONCE } from '../src/shared/bounds';
import { findMetric } from '../src/shared/catalog';
import type { ClientAnswer } from '../tools/door/client';
import { type Built, openBuilt } from './built';
import { helpdesk, ticket } from './oracle/builders';
import { writeHelpdesk } from './oracle/write';

const DAY = 86_400_000;
const NOW = Date.parse('2026-04-30T22:00:00Z');
const RANGE = { fromMs: NOW - 30 * DAY, toMs: NOW };
const WITHOUT = { surveys: ['survey'], SLA: ['sla_target', 'ticket_sla'] } as const;

interface Asked {
  /** The dashboard and the panel. */
  readonly at: string;
  readonly json: Readonly<Record<string, unknown>> & { readonly metric?: string; readonly view?: string };
}

/** Every query of every English dashboard, as it runs with nothing chosen. */
const ASKED: readonly Asked[] = dashboardFiles()
  .filter(({ edition }) => edition.language === 'en')
  .flatMap(({ board, text }) => {
    const { panels } = JSON.parse(text) as { panels: ReadonlyArray<{ title: string; targets?: ReadonlyArray<Record<string, unknown>> }> };
    return panels.flatMap(({ title, targets = [] }) =>
      targets
        .filter(({ metric, kind }) => metric !== undefined || kind !== undefined)
        .map(({ refId: _refId, datasource: _datasource, ...own }) => ({ at: `${board.file}: ${title}`, json: chosen(own) }))
    );
  });

/** A panel's query where all drop-downs say what they say at first. */
function chosen({ filters, ...query }: Record<string, unknown>): Asked['json'] {
  const text = JSON.stringify(query).replaceAll('"$hours"', '"all"').replaceAll('"$view"', '"totals"');
  const own = (filters as ReadonlyArray<{ values?: readonly string[] }> | undefined)?.filter(
    ({ values = [] }) => !values.some((value) => value.startsWith('$'))
  );
  return { ...(JSON.parse(text) as object), ...(own ? { filters: own } : {}), asOf: NOW };
}

describe('helpdesks that lack something, on every dashboard', () => {
  let built: Built;
  const folderOf = (name: string) => join(built.folder, name);

  beforeAll(async () => {
    built = openBuilt();
    await ensureDemo({ dir: folderOf('all'), tickets: 300, months: 3, end: NOW, format: 'csv' });
    for (const [name, tables] of Object.entries(WITHOUT)) {
      cpSync(folderOf('all'), folderOf(name), { recursive: true });
      tables.forEach((table) => rmSync(join(folderOf(name), `${table}.csv`)));
    }
    for (const [name, tickets] of [
      ['empty', []],
      ['three', ['2026-04-02 10:00', '2026-04-10 10:00', '2026-04-29 10:00'].map((created, i) => ticket(`t${i}`, created))],
    ] as const) {
      mkdirSync(folderOf(name));
      await writeHelpdesk(helpdesk({ ticket: tickets }), folderOf(name));
    }
  }, 120_000);
  afterAll(() => built.close());

  it.each(['empty', 'three', 'surveys', 'SLA'])(
    '%s: no error, and nothing where there is nothing, said in words',
    async (name) => {
      const client = await built.start(built.files(name));
      await client.health();
      const there = Object.fromEntries(readdirSync(folderOf(name)).map((file) => [file.replace('.csv', ''), name === 'empty' ? 0 : 1]));
      const tableRows = { ...there, dim_calendar: there.calendar ? 2 : 1 };
      const answers = new Map<string, ClientAnswer>();
      for (let first = 0; first < ASKED.length; first += AT_ONCE) {
        const some = ASKED.slice(first, first + AT_ONCE).map(({ json }, i) => ({ refId: `Q${first + i}`, json, ...RANGE }));
        (await client.query(some)).forEach((answer, refId) => answers.set(refId, answer));
      }
      ASKED.forEach(({ at, json }, i) => {
        const answer = answers.get(`Q${i}`);
        expect([at, answer?.error]).toEqual([at, '']);
        // an empty grid is no word for no data
        const isGrid = json.drawn !== undefined && answer?.frames.some(({ fields }) => fields.length > 0) && valuesOf(answer).length === 0;
        expect([at, isGrid ?? false]).toEqual([at, false]);
        const metric = findMetric(json.metric ?? '');
        if (answer && metric && json.kind !== 'records' && missingTables(metric, { tableRows }, { slaTargets: [] }).length > 0) {
          // nobody’s messages are needed to wait since the creation
          const values = valuesOf(answer);
          expect([at, values.length > 0 && values.every((value) => value === 0)]).toEqual([at, false]);
          const notices = answer.frames[0].meta.notices?.map(({ text }) => text).join();
          expect([at, notices]).toEqual([at, expect.stringContaining(`Data is missing for ${metric.label}`)]);
        }
      });
      await client.stop();
    },
    120_000
  );
});

/** The numbers that an answer holds. */
function valuesOf({ frames }: ClientAnswer): unknown[] {
  return frames.flatMap(({ fields }) =>
    fields.filter(({ type }) => type === 'number').flatMap(({ values }) => Array.from(values).filter((value) => value !== null))
  );
}
