import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LAYOUTS } from './index';

const ROOT = join(__dirname, '../../../..');
const GUIDE = readFileSync(join(ROOT, 'docs/connect.md'), 'utf8');

/** What is still to be done for layouts, in sentences. */
function todo(names: readonly string[]): string[] {
  return names.flatMap((name) => [
    ...(existsSync(join(ROOT, 'tests', name)) ? [] : [`Give the layout "${name}" a test on a real database in tests/${name}, like tests/tinydesk.`]),
    ...(GUIDE.includes(`\`${name}\``) ? [] : [`Say in docs/connect.md which versions the layout \`${name}\` reads, with which rights, and what stays empty.`]),
  ]);
}

it('every layout of a helpdesk has a test of its own and is said in the guide', () => {
  expect(todo(Object.keys(LAYOUTS).filter((name) => LAYOUTS[name as keyof typeof LAYOUTS].kind === 'helpdesk'))).toEqual([]);
  expect(todo(['tinydesk', 'canonical', 'nobody'])).toEqual([
    'Say in docs/connect.md which versions the layout `tinydesk` reads, with which rights, and what stays empty.',
    'Give the layout "canonical" a test on a real database in tests/canonical, like tests/tinydesk.',
    'Give the layout "nobody" a test on a real database in tests/nobody, like tests/tinydesk.',
    'Say in docs/connect.md which versions the layout `nobody` reads, with which rights, and what stays empty.',
  ]);
});
