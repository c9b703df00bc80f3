import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unitOf } from '../../src/backend/frames/unit';
import { METRIC_IDS } from '../../src/shared/catalog';
import { parseQuery } from '../../src/shared/query';
import { BOARDS, dashboardFiles } from '.';
import { metricOf } from './query';

const FOLDER = join(__dirname, '..');

interface Target { readonly refId: string; readonly datasource: object; readonly metric: string; readonly hours?: string; readonly filters: ReadonlyArray<{ readonly values: readonly string[] }> }
interface Place { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
interface DrawnPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: Place;
  readonly datasource?: object;
  readonly targets?: readonly Target[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
}
interface Drawn {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly DrawnPanel[];
  readonly templating: { readonly list: ReadonlyArray<{ readonly name: string; readonly type: string }> };
}

const FILES = dashboardFiles().map(({ path, text, language, board }) => ({ path, text, language, board, drawn: JSON.parse(text) as Drawn }));
const panelsOf = ({ panels }: Drawn) => panels.filter(({ type }) => type !== 'row');
const targetsOf = (drawn: Drawn) => panelsOf(drawn).flatMap(({ targets = [] }) => targets);
/** The query as it runs with every drop-down on one value. */
const chosen = (target: Target) => parseQuery(JSON.parse(JSON.stringify(target).replaceAll('"$hours"', '"all"').replace(/"\$\w+"/g, '"1"')));

it('are the files that dashboards/src makes: npx tsx scripts/generate-dashboards.ts', () => {
  const there = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json')).sort();
  expect(there).toEqual(FILES.map(({ path }) => path).sort());
  FILES.forEach(({ path, text }) => expect(readFileSync(join(FOLDER, path), 'utf8')).toBe(text));
});

it('show every metric somewhere', () => {
  const shown = new Set(FILES.filter(({ language }) => language === 'en').flatMap(({ drawn }) => targetsOf(drawn).map(({ metric }) => metric)));
  expect(METRIC_IDS.filter((id) => !shown.has(id))).toEqual([]);
});

it('have uids of their own, of at most 40 characters', () => {
  const uids = FILES.map(({ drawn }) => drawn.uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids.filter((uid) => uid.length > 40)).toEqual([]);
});

it.each(BOARDS)('$uid is the same in every language, but for its words', (board) => {
  const [english, ...others] = FILES.filter((file) => file.board === board).map(({ drawn }) => panelsOf(drawn).map(({ id, type, gridPos, targets }) => ({ id, type, gridPos, metrics: targets?.map(({ metric }) => metric) })));
  others.forEach((other) => expect(other).toEqual(english));
});

describe.each(FILES)('$path', ({ drawn }) => {
  it('has panels with an id, a title, a description and the drop-down’s data source', () => {
    const ids = drawn.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, description, datasource, targets = [] } of panelsOf(drawn)) {
      expect(title).toMatch(/\S/);
      expect(description).toMatch(/\S{3}/);
      for (const one of [datasource, ...targets.map((target) => target.datasource)]) {
        expect(one).toEqual({ type: 'helpdesk-metrics-datasource', uid: '${datasource}' });
      }
    }
  });

  it('has the catalogue’s units', () => {
    for (const { title, targets = [], fieldConfig } of panelsOf(drawn)) {
      const query = chosen(targets[0]);
      const metric = metricOf(query);
      expect([title, fieldConfig?.defaults.unit]).toEqual([title, unitOf(metric, query.statistics?.[0] ?? metric.statistics[0])]);
    }
  });

  it('asks queries that the metric can answer', () => {
    for (const target of targetsOf(drawn)) {
      const { view, hours, statistics = [], groupBy = [], filters } = chosen(target);
      const metric = metricOf(target);
      expect(metric.views).toContain(view);
      expect(metric.hours).toEqual(expect.arrayContaining(target.hours === '$hours' ? ['all', 'sla'] : [hours]));
      expect(metric.statistics).toEqual(expect.arrayContaining([...statistics]));
      expect(Object.keys(metric.dimensions)).toEqual(expect.arrayContaining([...groupBy, ...filters.map(({ field }) => field)]));
    }
  });

  it('has one data source drop-down, and uses every other', () => {
    const names = drawn.templating.list.map(({ name }) => name);
    expect(drawn.templating.list.filter(({ type }) => type === 'datasource')).toHaveLength(1);
    const text = JSON.stringify(targetsOf(drawn));
    expect(names.filter((name) => name !== 'datasource' && !text.includes(`"$${name}"`))).toEqual([]);
    expect([...text.matchAll(/"\$(\w+)"/g)].map(([, name]) => name).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('lays nothing over anything else, within 24 columns', () => {
    const taken = new Set<string>();
    for (const { gridPos: { x, y, w, h } } of drawn.panels) {
      expect(x + w).toBeLessThanOrEqual(24);
      for (let column = x; column < x + w; column++) {
        for (let row = y; row < y + h; row++) {
          expect(taken.has(`${column}/${row}`)).toBe(false);
          taken.add(`${column}/${row}`);
        }
      }
    }
  });
});
