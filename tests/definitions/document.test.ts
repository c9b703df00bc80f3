import { readFileSync } from 'node:fs';
import path from 'node:path';

import { SECTIONS } from './sections';

const text = readFileSync(path.join(__dirname, '../../docs/definitions.md'), 'utf8');

it('docs/definitions.md has the sections that are put to the test, in the same order', () => {
  const written = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(written).toEqual(SECTIONS.map(({ title }) => title));
});

it.each(SECTIONS.map(({ title, rules }): [string, number] => [title, rules.length]))('"%s" says something, and is asked something', (title, rules) => {
  const section = text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  expect(section.match(/^- ./gm)?.length ?? 0).toBeGreaterThan(0);
  expect(rules).toBeGreaterThan(0);
});
