import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { BUILDERS, buildersPackage } from '../scripts/lib/release/builders';
import { parseQuery } from '../src/shared/query';

const ROOT = join(__dirname, '..');
const DOCS = readFileSync(join(ROOT, 'docs/as-code.md'), 'utf8');
const PROGRAMS = [...DOCS.matchAll(/```typescript\n([^]*?)```/g)].map(([, text]) => text);

interface Made {
  readonly uid: string;
  readonly title: string;
  readonly panels: ReadonlyArray<{ readonly id: number; readonly type: string; readonly targets?: ReadonlyArray<Record<string, unknown>> }>;
}

describe('the package of the dashboards’ builders, in a folder of somebody else’s', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-mine-'));
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], { cwd: folder, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const made = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Made;

  beforeAll(() => {
    const archive = buildersPackage(join(folder, 'packages'));
    // as npm would install it, without a network
    const place = join(folder, 'node_modules', BUILDERS);
    mkdirSync(place, { recursive: true });
    expect(spawnSync('tar', ['-xzf', archive, '-C', place, '--strip-components=1']).status).toBe(0);
    const { dependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types']) {
      mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    }
    PROGRAMS.forEach((text, i) => writeFileSync(join(folder, `program-${i}.ts`), text));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('has types by which the programs of docs/as-code.md are right', () => {
    const files = PROGRAMS.map((_, i) => `program-${i}.ts`);
    expect(files.length).toBe(2);
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--moduleResolution',
      'nodenext',
      '--target',
      'es2022',
      '--types',
      'node',
    ];
    expect(run('typescript/bin/tsc', ...files, ...options)).toEqual({ status: 0, said: '' });
  }, 120_000);

  it('makes the dashboards that they say', () => {
    PROGRAMS.forEach((_, i) => expect(run('tsx/dist/cli.mjs', `program-${i}.ts`)).toEqual({ status: 0, said: '' }));
    const own = made('first-answers.json');
    expect([own.uid, own.panels.length]).toEqual(['acme-first-answers', 1]);
    expect(parseQuery(own.panels[0].targets?.[0])).toMatchObject({ metric: 'time_to_first_response', statistics: ['median', 'p90'], frequency: 'week' });

    const [english, dutch] = ['en', 'nl'].map((language) => made(`acme-overview-${language}.json`));
    expect([english.uid, english.title, dutch.uid, dutch.title]).toEqual(['acme-overview', 'Acme service', 'acme-overview-nl', 'Service bij Acme']);
    const shipped = JSON.parse(readFileSync(join(ROOT, 'dashboards/service-overview.json'), 'utf8')) as Made;
    const ids = shipped.panels.map(({ id }) => id);
    const lost = ids.filter((id) => !english.panels.some((panel) => panel.id === id));
    // its last section is gone, and one of theirs is there
    expect(lost.length).toBeGreaterThan(0);
    expect(lost).toEqual(ids.slice(-lost.length));
    expect(english.panels.slice(-2).map(({ id }) => id)).toEqual([9000, 9001]);
    expect(english.panels.find(({ id }) => id === 9001)?.targets).toMatchObject([{ metric: 'support_volume', groupBy: ['organization'] }]);
  }, 60_000);
});
