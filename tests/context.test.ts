import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';

/** Every folder of these says in its CONTEXT.md what each of its files is for, so that a newcomer finds the place. */
const ROOTS = ['src/backend', 'src/shared', 'src/frontend', 'tests', 'scripts', 'tools/door'];

/** Generated: named in the CONTEXT.md of the folder above. */
const GENERATED = ['src/backend/host/gen'];

/** Rows of cases: the CONTEXT.md of the folder above says what they are. */
const ROWS = ['tests/field/cases', 'tests/field/imports'];

const root = path.join(__dirname, '..');

interface Folder {
  readonly at: string;
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

function foldersUnder(at: string): Folder[] {
  const entries = readdirSync(path.join(root, at), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return [
    { at, files, folders },
    ...folders
      .map((name) => `${at}/${name}`)
      .filter((folder) => ![...GENERATED, ...ROWS].includes(folder))
      .flatMap(foldersUnder),
  ];
}

/** The names in the tables | file | idea | of a CONTEXT.md. */
function namedIn(text: string): string[] {
  const tables = text
    .split(/^\| file \| idea \|\n\|[-|]+\|\n/m)
    .slice(1)
    .map((after) => after.split(/\n(?!\|)/)[0] ?? '');
  const cells = tables.flatMap((table) => table.split('\n').map((row) => row.split('|')[1] ?? ''));
  return cells.flatMap((cell) => cell.split(',').map((name) => name.replaceAll('`', '').trim())).filter((name) => name !== '');
}

/** The document itself, and tests and fixtures beside the code; of the folders of tests every file has an idea of its own. */
function needsNoName(at: string, file: string): boolean {
  return file === 'CONTEXT.md' || (!at.startsWith('tests') && /\.(test|fixture|arbitrary)\.tsx?$/.test(file));
}

const FOLDERS = ROOTS.flatMap((one) => (existsSync(path.join(root, one)) ? foldersUnder(one) : []));

it.each(FOLDERS.map((folder): [string, Folder] => [folder.at, folder]))(
  '%s/CONTEXT.md names every file of its folder, and none that is not there',
  (at, { files, folders }) => {
    const place = path.join(root, at, 'CONTEXT.md');
    expect(existsSync(place) ? [] : [`${at} has no CONTEXT.md: say in one what the folder is, and each file's idea in a table | file | idea |.`]).toEqual([]);
    const named = namedIn(readFileSync(place, 'utf8'));
    const here = [...files, ...folders.map((name) => `${name}/`)];
    expect([
      ...here.filter((name) => !named.includes(name) && !needsNoName(at, name)).map((name) => `${at}/CONTEXT.md does not name ${name}: add a row for it.`),
      ...named.filter((name) => !here.includes(name)).map((name) => `${at}/CONTEXT.md names ${name}, which is not there: take its row out.`),
      ...named.filter((name, i) => named.indexOf(name) !== i).map((name) => `${at}/CONTEXT.md names ${name} twice.`),
    ]).toEqual([]);
  }
);

describe('CONTRIBUTING.md', () => {
  const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
  const recipes = [...text.matchAll(/^## (An? .+)\n([^]*?)(?=^## )/gm)].map(([, title, body]): [string, string[]] => [title, body.match(/^\d\. .+$/gm) ?? []]);

  it('has a recipe for each thing that people add', () => {
    expect(recipes.map(([title]) => title)).toEqual([
      'A metric',
      'A fact',
      'A ticket dimension',
      'A kind of measure',
      "A helpdesk's layout",
      'A setting',
      'A translation',
      'A panel',
      'An alert rule',
    ]);
  });

  it.each(recipes)('%s: a few steps, the last a command that fails while one is missing', (_title, steps) => {
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(8);
    expect(steps.at(-1)).toMatch(/`npx (tsc|jest) /);
  });
});

it.each(['CONTRIBUTING.md', 'docs/architecture.md'])('%s names no file that is not there', (file) => {
  const places = [...readFileSync(path.join(root, file), 'utf8').matchAll(/`((?:src|tests|docs|scripts|dashboards|provisioning|tools)\/[\w./-]+)`/g)].map(
    ([, place]) => place
  );
  expect(places.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
});
