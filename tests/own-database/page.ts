import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SettingsInput } from '../../src/shared/settings';

const DOCS = join(__dirname, '../../docs');
const PAGE = readFileSync(join(DOCS, 'your-own-database.md'), 'utf8');

/** The page's blocks of a language, in their order. */
function blocks(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text);
}

/** The statements of a text of SQL, one each; comments may hold anything but a semicolon. */
export function statements(sql: string): string[] {
  return sql.split(/;\s*$/m).filter((one) => one.replace(/^--.*$/gm, '').trim() !== '');
}

/** The home-made helpdesk of the page in a database: its tables and rows, then what the page makes of it and for whom. */
export function homeMade(database: 'postgresql' | 'mysql'): {
  readonly tables: readonly string[];
  readonly views: readonly string[];
  readonly reader: readonly string[];
} {
  const [views, postgres, mysql, ...more] = blocks('sql');
  if (mysql === undefined || more.length > 0) {
    throw new Error('docs/your-own-database.md is expected to have three blocks of SQL: the views, and a user in each kind of database.');
  }
  const file = (name: string): string => readFileSync(join(DOCS, 'examples/home-made', name), 'utf8');
  return {
    tables: [`tables-${database}.sql`, 'rows.sql'].flatMap((name) => statements(file(name))),
    views: statements(views),
    reader: statements(database === 'mysql' ? mysql : postgres),
  };
}

/** The page's settings, and the secrets that stand with them. */
export function pageSettings(): SettingsInput & { readonly secureJsonData: Record<string, string> } {
  return JSON.parse(blocks('json')[0]) as ReturnType<typeof pageSettings>;
}

/** The page's questions with their answers: a number, or one for each group. */
export function pageNumbers(): Array<{ readonly query: object; readonly answer: string }> {
  const [, table = ''] = /<!-- numbers -->([^]*)<!-- \/numbers -->/.exec(PAGE) ?? [];
  return [...table.matchAll(/^\| `(\{.*?\})` \| (.*?) \|/gm)].map(([, json, answer]) => ({ query: JSON.parse(json) as object, answer }));
}

/** The range that the page asks about. */
export function pageRange(): { readonly fromMs: number; readonly toMs: number } {
  const [, from = '', to = ''] = /--from (\S+) --to (\S+)/.exec(PAGE) ?? [];
  return { fromMs: Date.parse(from), toMs: Date.parse(to) };
}

/** The template of views for a kind of database. */
export function template(database: 'postgresql' | 'mysql'): string {
  return readFileSync(join(DOCS, 'templates', `views-${database}.sql`), 'utf8');
}
