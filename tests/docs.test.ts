import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

import { BOARDS } from '../dashboards/src';
import { scripts } from '../package.json';
import { parseQuery } from '../src/shared/query';
import { parseSettings } from '../src/shared/settings';
import { alertQuery, ROOT } from './provisioning/files';

const DOCS = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }));

/** What a page has in fences of a language. */
const fences = (text: string, language: string) => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, inner]) => inner);
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, inner]) => inner);

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (text: string) =>
  found(text.replaceAll(/^```[^]*?^```/gm, ''), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  );

const FOLDER = { source: { type: 'files', path: '/x' } };

/** Settings of a data source as a page shows them: as the command line takes them, with the secrets. */
function readSettings({ secureJsonData: _, ...settings }: Record<string, unknown>): void {
  parseSettings(settings);
}

/** Reads what one example holds; throws where the plugin would, and where nothing here knows what it is. */
function readYaml(example: unknown): void {
  if (Array.isArray(example)) {
    example.map((one) => alertQuery.parse(one)).forEach(({ datasourceUid, model }) => datasourceUid === '__expr__' || parseQuery(model, { isRule: true }));
    return;
  }
  const written = example as Record<string, unknown>;
  const [key] = Object.keys(written).filter((one) => one !== 'apiVersion');
  if (key === 'datasources') {
    (written.datasources as Array<{ jsonData: unknown }>).forEach(({ jsonData }) => parseSettings(jsonData));
  } else if (['calendars', 'slaTargets', 'tables', 'targets'].includes(key)) {
    parseSettings({ ...FOLDER, ...written });
  } else if (!['providers', 'deleteRules', 'contactPoints', 'scrape_configs', 'groups'].includes(key)) {
    throw new Error(`No test knows what "${key}" is.`);
  }
}

/** Every query that stands in a page outside a fence of its own: in quotes of a command, between backticks, or in a line that is set in. */
const queriesIn = (text: string) => [...found(text, /'(\{"[^']*\})'/g), ...found(text, /`(\{"(?:kind|metric)[^`]*\})`/g), ...found(text, /^ {4}(\{".*\})$/gm)];

describe.each(DOCS)('$name', ({ name, text }) => {
  it('leads to files and headings that are there', () => {
    const links = found(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^https?:/.test(link));
    const broken = links.filter((link) => {
      const [path, anchor] = link.split('#');
      const file = path === '' ? join(ROOT, name) : join(ROOT, dirname(name), path);
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names commands that there are', () => {
    expect(found(text, /npm run (?:-s )?([\w:-]+)/g).filter((script) => !(script in scripts))).toEqual([]);
  });

  it('shows queries and settings that the plugin takes', () => {
    for (const example of fences(text, 'json').map((json) => JSON.parse(json) as Record<string, unknown>)) {
      expect(() => ('source' in example ? readSettings(example) : parseQuery(example))).not.toThrow();
    }
    queriesIn(text).forEach((json) => expect(() => parseQuery(JSON.parse(json))).not.toThrow());
    fences(text, 'yaml').forEach((yaml) => expect(() => readYaml(parse(yaml))).not.toThrow());
    found(text, /^ {4}(ticketUrl: .*)$/gm).forEach((line) => expect(() => parseSettings({ ...FOLDER, ...(parse(line) as object) })).not.toThrow());
  });
});

it('README.md has a line for every dashboard, and every page of a helpdesk says how tickets are linked to', () => {
  const rows = DOCS.filter(({ name }) => name === 'README.md').flatMap(({ text }) => found(text, /^\| \*([^*]+)\* \|/gm));
  expect(rows).toEqual(BOARDS.map(({ title }) => title.en));
  const pages = DOCS.filter(({ name, text }) => name.startsWith('docs/helpdesks/') && text.includes('\n## Rights\n'));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter(({ text }) => !text.includes('\n    ticketUrl: ')).map(({ name }) => name)).toEqual([]);
});
