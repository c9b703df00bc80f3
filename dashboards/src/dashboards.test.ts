import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { grafanaUnit, unitOf } from '../../src/shared/catalog/unit';
import { METRIC_IDS } from '../../src/shared/catalog';
import { type HelpdeskQuery, parseQuery } from '../../src/shared/query';
import { columnQuery, columnsOf } from '../../src/shared/query/scorecard';
import { DATASOURCE } from '../../provisioning/src/rule';
import { BOARDS, type DashboardFile, dashboardFiles } from '.';
import { FRESHNESS_HEIGHT, FRESHNESS_PANEL } from './freshness-panel';
import { NAVIGATION_PANEL } from './navigation-panel';
import { metricOf } from './query';

const ROOT = join(__dirname, '../..');

interface Target {
  readonly refId: string;
  readonly kind?: string;
  readonly datasource: object;
  readonly metric: string;
  readonly view?: string;
  readonly hours?: string;
  readonly unit?: string;
  readonly filters: ReadonlyArray<{ readonly values: readonly string[] }>;
}
interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
interface DrawnPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: Place;
  readonly datasource?: object;
  readonly options?: { readonly content?: string; readonly orientation?: string; readonly xTickLabelMaxLength?: number };
  readonly targets?: readonly Target[];
  readonly fieldConfig?: {
    readonly defaults: { readonly unit?: string; readonly noValue?: string; readonly thresholds?: object };
    readonly overrides?: ReadonlyArray<{ readonly properties: ReadonlyArray<{ readonly id: string; readonly value: unknown }> }>;
  };
}
interface Drawn {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly DrawnPanel[];
  readonly templating?: { readonly list: ReadonlyArray<{ readonly name: string; readonly type: string }> };
  readonly annotations?: { readonly list: readonly object[] };
}

const read = (folder: string, files: readonly DashboardFile[]) =>
  files.map(({ path, text, edition: { language }, board }) => ({ path: `${folder}/${path}`, text, language, board, drawn: JSON.parse(text) as Drawn }));
const FILES = read('dashboards', dashboardFiles());
/** Those to share publicly, of the data source that provisioning/ makes. */
const PUBLIC = read('public-dashboards', dashboardFiles(DATASOURCE.uid));
const ALL = [...FILES, ...PUBLIC];
const panelsOf = ({ panels }: Drawn) => panels.filter(({ type, id }) => type !== 'row' && id !== NAVIGATION_PANEL);
/** All but the one that says how fresh the data is, which is of no metric. */
const reportsOf = (drawn: Drawn) => panelsOf(drawn).filter(({ id }) => id !== FRESHNESS_PANEL);
/** Each metric asked apart, also those of a scorecard. */
const targetsOf = (drawn: Drawn) => reportsOf(drawn).flatMap(({ targets = [] }) => targets.flatMap(apart));
function apart(target: Target): readonly Target[] {
  const query = target as unknown as HelpdeskQuery;
  return target.kind === 'scorecard' ? columnsOf(query).map((column) => columnQuery(query, column) as unknown as Target) : [target];
}
/** The query as it runs with every drop-down on one value. */
const chosen = (target: Target) =>
  parseQuery(
    JSON.parse(
      JSON.stringify(target)
        .replaceAll('"$hours"', '"all"')
        .replaceAll('"$view"', '"over_time"')
        .replace(/"\$\w+"/g, '"1"')
    )
  );

it('are the files that dashboards/src makes: npm run generate', () => {
  const there = ['dashboards', 'public-dashboards'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json'))
      .map((path) => `${folder}/${path}`)
  );
  expect(there.sort()).toEqual(ALL.map(({ path }) => path).sort());
  ALL.forEach(({ path, text }) => expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text));
});

it('show every metric somewhere', () => {
  const shown = new Set(FILES.filter(({ language }) => language === 'en').flatMap(({ drawn }) => targetsOf(drawn).map(({ metric }) => metric)));
  expect(METRIC_IDS.filter((id) => !shown.has(id))).toEqual([]);
});

it('have uids of their own, of at most 40 characters', () => {
  const uids = ALL.map(({ drawn }) => drawn.uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids.filter((uid) => uid.length > 40)).toEqual([]);
});

it.each(
  BOARDS.flatMap((board) => [{ uid: board.uid, board, files: FILES }, ...(board.isOfPersons ? [] : [{ uid: `${board.uid}, public,`, board, files: PUBLIC }])])
)('$uid is the same in every language, but for its words', ({ board, files }) => {
  const [english, ...others] = files
    .filter((file) => file.board === board)
    .map(({ drawn }) => panelsOf(drawn).map(({ id, type, gridPos, targets }) => ({ id, type, gridPos, metrics: targets?.map(({ metric }) => metric) })));
  others.forEach((other) => expect(other).toEqual(english));
});

describe.each(ALL)('$path', ({ path, drawn }) => {
  const isPublic = path.startsWith('public');

  it('has panels with an id, a title, a description and the data source of its edition', () => {
    const ids = drawn.panels.map(({ id }) => id);
    const twice = drawn.panels.filter(({ id }, i) => ids.indexOf(id) !== i);
    expect(twice.map(({ id, title }) => `the id ${id} of “${title}” stands twice`)).toEqual([]);
    reportsOf(drawn).forEach(({ title }) => expect(title).toMatch(/\S/));
    for (const { description, datasource, targets = [] } of panelsOf(drawn)) {
      expect(description).toMatch(/\S{3}/);
      for (const one of [datasource, ...targets.map((target) => target.datasource)]) {
        expect(one).toEqual({ type: 'helpdesk-metrics-datasource', uid: isPublic ? DATASOURCE.uid : '${datasource}' });
      }
    }
  });

  it('says how fresh the data is in the first line, up to its end, as all others', () => {
    const [first] = panelsOf(drawn);
    const { x, ...place } = first.gridPos;
    expect(place).toEqual({ y: 0, w: 24 - x, h: FRESHNESS_HEIGHT });
    expect(first).toMatchObject({ id: FRESHNESS_PANEL, type: 'stat', fieldConfig: { defaults: { unit: 'dateTimeFromNow' } } });
    expect(parseQuery(first.targets?.[0])).toMatchObject({ kind: 'freshness' });
  });

  it('has the catalogue’s units', () => {
    for (const { title, targets = [], fieldConfig } of reportsOf(drawn)) {
      const query = chosen(targets[0]);
      const metric = metricOf(query);
      expect([title, fieldConfig?.defaults.unit]).toEqual([title, grafanaUnit(unitOf(metric, query.statistics?.[0] ?? metric.statistics[0]))]);
    }
  });

  it('writes a mean of counts to two decimals: of one rounded, 1.02 would be 1', () => {
    reportsOf(drawn)
      .filter(({ type, targets: [query] = [] }) => type === 'stat' && query.metric === 'agent_concurrency')
      .forEach(({ fieldConfig }) => expect(fieldConfig?.defaults).toMatchObject({ decimals: 2 }));
  });

  it('says how long the names below upright bars may be: 0 are three dots in Grafana 12.4', () => {
    panelsOf(drawn)
      .filter(({ type, options }) => type === 'barchart' && options?.orientation === 'vertical')
      .forEach(({ title, options }) => expect([title, options?.xTickLabelMaxLength ?? 0]).toEqual([title, 28]));
  });

  it('judges no number: what is good or bad the targets of the settings say', () => {
    const judged = reportsOf(drawn)
      .filter(({ fieldConfig }) => /green|red|orange|yellow/.test(JSON.stringify(fieldConfig?.defaults.thresholds ?? {})))
      .map(({ title }) => title);
    expect(judged).toEqual([]);
  });

  it('says of no data that there is none, in its language', () => {
    const word = path.includes('nl/') ? 'Geen gegevens' : 'No data';
    expect(
      new Set(
        reportsOf(drawn)
          .map(({ fieldConfig }) => fieldConfig?.defaults.noValue)
          .filter((one) => one !== '–')
      )
    ).toEqual(new Set([word]));
  });

  it('asks queries that the metric can answer', () => {
    const lacking = reportsOf(drawn).flatMap(({ id, targets = [] }) =>
      targets.flatMap(apart).flatMap((target) => {
        const { view, hours, statistics = [], groupBy = [], filters } = chosen(target);
        const metric = metricOf(target);
        const asked = [
          ...(target.view === '$view' ? ['over_time', 'totals'] : [view]),
          ...(target.hours === '$hours' ? ['all', 'sla'] : [hours]),
          ...statistics,
          ...groupBy,
          ...filters.map(({ field }) => field),
        ];
        const has: readonly string[] = [...metric.views, ...metric.hours, ...metric.statistics, ...Object.keys(metric.dimensions)];
        return asked.filter((word) => !has.includes(word)).map((word) => `panel ${id}: "${metric.id}" has no "${word}"`);
      })
    );
    expect(lacking).toEqual([]);
  });

  it('leaves no gap between its panels', () => {
    const area = drawn.panels.reduce((sum, { gridPos: { w, h } }) => sum + w * h, 0);
    expect(area).toBe(24 * Math.max(...drawn.panels.map(({ gridPos: { y, h } }) => y + h)));
  });

  it('lays nothing over anything else, within 24 columns', () => {
    const taken = new Set<string>();
    for (const {
      gridPos: { x, y, w, h },
    } of drawn.panels) {
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

describe.each(FILES)('$path, where one chooses,', ({ drawn, language, board }) => {
  it('draws the lines of several queries in different colours', () => {
    const several = reportsOf(drawn).filter(({ type, targets = [] }) => type === 'timeseries' && targets.length > 1);
    for (const { title, targets = [], fieldConfig } of several) {
      const colours = (fieldConfig?.overrides ?? []).flatMap(({ properties }) =>
        properties.flatMap(({ id, value }) => (id === 'color' ? JSON.stringify(value) : []))
      );
      expect([title, new Set(colours).size >= targets.length]).toEqual([title, true]);
    }
  });

  it('links to every other dashboard of its language in one line, with the time and the choices; one on a wall links to none', () => {
    if (board.isWall) {
      expect(drawn.panels.filter(({ id }) => id === NAVIGATION_PANEL)).toEqual([]);
      return;
    }
    const { options: { content = '' } = {} } = drawn.panels.find(({ id }) => id === NAVIGATION_PANEL) ?? {};
    const others = FILES.filter((file) => file.language === language).map((file) => file.drawn.uid);
    expect([...content.matchAll(/href="\/d\/([\w-]+)\?\$\{__url_time_range\}&\$\{__all_variables\}"/g)].map(([, uid]) => uid)).toEqual(
      others.filter((uid) => uid !== drawn.uid)
    );
    expect(content).toContain(`<strong>${drawn.title.replace('&', '&amp;')}</strong>`);
  });

  it('draws several durations in one unit, which each alone would choose by its longest', () => {
    const mixed = reportsOf(drawn).filter(({ targets = [] }) => targets.filter((target) => metricOf(target).unit === 's').length > 1);
    mixed.forEach(({ title, targets = [] }) => expect([title, ...new Set(targets.map(({ unit }) => unit))]).toEqual([title, 'hours']));
  });

  it('has one data source drop-down, and uses every other', () => {
    const { list = [] } = drawn.templating ?? {};
    const names = list.map(({ name }) => name);
    expect(list.filter(({ type }) => type === 'datasource')).toHaveLength(1);
    const text = JSON.stringify(targetsOf(drawn));
    expect(names.filter((name) => name !== 'datasource' && !text.includes(`"$${name}"`))).toEqual([]);
    expect([...text.matchAll(/"\$(\w+)"/g)].map(([, name]) => name).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe.each(PUBLIC)('$path, where Grafana replaces no variable,', ({ drawn, text, board }) => {
  it('holds no variable, and no drop-down, link or annotation', () => {
    // of the field that is drawn, in the browser: no variable of a dashboard
    expect(text.replaceAll('${__field.name}', '')).not.toContain('$');
    expect(text).not.toContain('[[');
    expect(drawn).not.toHaveProperty('links');
    expect([drawn.templating?.list ?? [], drawn.annotations?.list ?? []]).toEqual([[], []]);
  });

  it('asks queries that run as they stand, around the clock where one could choose', () => {
    targetsOf(drawn).forEach((target) => expect(() => parseQuery(target)).not.toThrow());
    const specs = board.sections.flatMap(({ panels }) => panels);
    for (const { id, targets = [] } of reportsOf(drawn)) {
      expect(targets.map(({ hours }) => hours)).toEqual(specs.find((spec) => spec.id === id)?.queries.map(({ hours }) => (hours === '$hours' ? 'all' : hours)));
    }
  });

  it('names nobody, and leaves nothing else out', () => {
    const persons = ['ticket', 'owner', 'author', 'agent', 'customer', 'organization'];
    const wanted = board.sections
      .flatMap(({ panels }) => panels)
      .filter(({ queries }) => !queries.some(({ kind, groupBy = [] }) => kind === 'records' || groupBy.some((dimension) => persons.includes(dimension))));
    expect(
      reportsOf(drawn)
        .map(({ id }) => id)
        .sort()
    ).toEqual(wanted.map(({ id }) => id).sort());
    expect(wanted.length).toBeGreaterThan(4);
  });
});
