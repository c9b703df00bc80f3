import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The SQL of docs/availability.md for a database, in its order: the table, the view of what is so now, what runs every minute, the grants. */
export function recorderOf(database: 'PostgreSQL' | 'MariaDB and MySQL'): readonly string[] {
  const page = readFileSync(join(__dirname, '../../docs/availability.md'), 'utf8');
  const [, section = ''] = page.split(`### ${database}\n`);
  const blocks = [...section.split(/^###? /m)[0].matchAll(/```sql\n([^]*?)```/g)].map(([, sql]) => sql);
  if (blocks.length !== 4) {
    throw new Error(`docs/availability.md has ${blocks.length} blocks of SQL for ${database}: the table, the view, the recorder and the grants are expected.`);
  }
  return blocks;
}

/** What happens to the helpdesk's agents, one step after each run of the recorder, as statements that both databases know. */
export const STORY: readonly string[] = [
  "INSERT INTO agents VALUES (1, 'online'), (2, 'break'), (3, NULL)",
  // nothing changes
  'SELECT 1',
  "UPDATE agents SET presence = 'in_call' WHERE id = 1",
  'DELETE FROM agents WHERE id = 2',
  "INSERT INTO agents VALUES (4, 'online')",
];

/** What is recorded of it: agent, status, availability, and whether it has ended. */
export const RECORDED: ReadonlyArray<readonly [agent: string, status: string | null, availability: string, isOver: boolean]> = [
  ['1', 'online', 'available', true],
  ['1', 'in_call', 'busy', false],
  ['2', 'break', 'away', true],
  ['3', null, 'offline', false],
  ['4', 'online', 'available', false],
];
