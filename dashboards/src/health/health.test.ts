import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import pluginJson from '../../../src/plugin.json';
import { healthFiles } from './dashboard';

const ROOT = join(__dirname, '../../..');

interface Drawn {
  readonly uid: string;
  readonly title: string;
  readonly panels: ReadonlyArray<{
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly description?: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly datasource?: object;
    readonly targets?: ReadonlyArray<{ readonly datasource: object; readonly expr: string }>;
  }>;
  readonly templating: { readonly list: ReadonlyArray<{ readonly name: string }> };
}

const FILES = healthFiles().map((file) => ({ ...file, drawn: JSON.parse(file.text) as Drawn }));
const panelsOf = ({ panels }: Drawn) => panels.filter(({ type }) => type !== 'row');

it('are the files that dashboards/src/health makes: npm run generate', () => {
  const folder = join(ROOT, 'health-dashboards');
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
  expect(there.sort()).toEqual(FILES.map(({ path }) => path).sort());
  FILES.forEach(({ path, text }) => expect(readFileSync(join(folder, path), 'utf8')).toBe(text));
});

it('stand in the Dashboards tab by their titles', () => {
  const listed = pluginJson.includes.filter(({ path }) => path.startsWith('health-dashboards/')).map(({ name, path }) => [name, path]);
  expect(listed).toEqual(FILES.map(({ path, drawn }) => [drawn.title, `health-dashboards/${path}`]));
});

it('are the same in every language, but for their words', () => {
  const [english, ...others] = FILES.map(({ drawn }) =>
    panelsOf(drawn).map(({ id, type, gridPos, targets }) => ({ id, type, gridPos, asked: targets?.map(({ expr }) => expr) }))
  );
  others.forEach((other) => expect(other).toEqual(english));
  expect(new Set(FILES.map(({ drawn }) => drawn.uid)).size).toBe(FILES.length);
});

describe.each(FILES)('$path', ({ drawn }) => {
  it('has panels with an id, a title that fits, a description and the chosen Prometheus', () => {
    expect(new Set(drawn.panels.map(({ id }) => id)).size).toBe(drawn.panels.length);
    for (const { type, title, description, datasource, gridPos, targets = [] } of panelsOf(drawn)) {
      expect(title.length).toBeLessThanOrEqual(type === 'stat' ? 14 : gridPos.w * 5);
      expect(description).toMatch(/\S \S/);
      [datasource, ...targets.map((target) => target.datasource)].forEach((one) => expect(one).toEqual({ type: 'prometheus', uid: '${prometheus}' }));
      expect(targets.length).toBeGreaterThan(0);
    }
  });

  it('uses every drop-down, and no other', () => {
    const used = new Set([...JSON.stringify(drawn.panels).matchAll(/\$\{?(\w+)/g)].map(([, name]) => name).filter((name) => !name.startsWith('__')));
    expect([...used].sort()).toEqual(drawn.templating.list.map(({ name }) => name).sort());
  });

  it('lays nothing over anything else, and leaves no gap', () => {
    const taken = drawn.panels.flatMap(({ gridPos: { x, y, w, h } }) => Array.from({ length: w * h }, (_, i) => `${x + (i % w)}/${y + Math.floor(i / w)}`));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBe(24 * Math.max(...drawn.panels.map(({ gridPos: { y, h } }) => y + h)));
  });
});
