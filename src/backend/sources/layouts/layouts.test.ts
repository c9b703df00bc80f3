import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LAYOUTS } from './index';

const ROOT = join(__dirname, '../../../..');
const page = (file: string): { readonly file: string; readonly text: string } => ({ file, text: readFileSync(join(ROOT, file), 'utf8') });
const GUIDE = page('docs/connect.md');
const INDEX = page('docs/helpdesks/README.md');

/** What is still to be done for layouts, in sentences. */
function todo(names: readonly string[]): string[] {
  return names.flatMap((name) => [
    ...(existsSync(join(ROOT, 'tests/helpdesks', name))
      ? []
      : [`Give the layout "${name}" tests on a real database in tests/helpdesks/${name}, like tests/helpdesks/chatwoot.`]),
    ...(existsSync(join(ROOT, 'docs/helpdesks', `${name}.md`))
      ? []
      : [`Say in docs/helpdesks/${name}.md which versions the layout reads, with which rights, and what is approximate or stays empty.`]),
    ...[GUIDE, INDEX].flatMap(({ file, text }) =>
      text.includes(`helpdesks/${name}.md`) || text.includes(`](${name}.md)`) ? [] : [`Name the page of the layout "${name}" in ${file}.`]
    ),
  ]);
}

it('every layout of a helpdesk has tests and a page of its own, which the guide and the index name', () => {
  expect(todo(Object.keys(LAYOUTS).filter((name) => LAYOUTS[name as keyof typeof LAYOUTS].kind === 'helpdesk'))).toEqual([]);
  expect(todo(['nobody'])).toEqual([
    'Give the layout "nobody" tests on a real database in tests/helpdesks/nobody, like tests/helpdesks/chatwoot.',
    'Say in docs/helpdesks/nobody.md which versions the layout reads, with which rights, and what is approximate or stays empty.',
    'Name the page of the layout "nobody" in docs/connect.md.',
    'Name the page of the layout "nobody" in docs/helpdesks/README.md.',
  ]);
});
