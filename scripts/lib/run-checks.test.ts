import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkedLine, runChecks } from './run-checks';

const root = mkdtempSync(join(tmpdir(), 'helpdesk-checks-'));
beforeAll(() => {
  writeFileSync(join(root, 'well.js'), 'console.log("All is well.")');
  writeFileSync(join(root, 'ill.js'), 'console.log(process.argv[2]); console.error("on stderr"); process.exitCode = 2');
});
afterAll(() => rmSync(root, { recursive: true }));

it('tells each check as it ends: what is not well with all that its tool said', async () => {
  const told: string[] = [];
  const done = await runChecks(
    {
      well: { script: 'well.js', args: [], mend: 'nothing' },
      ill: { script: 'ill.js', args: ['a.ts is wrong'], mend: 'npm run mend' },
      gone: { script: 'gone.js', args: [], mend: 'npm ci' },
    },
    root,
    (checked) => told.push(checkedLine(checked))
  );
  const lines = Object.fromEntries(done.map(({ name }, i) => [name, told[i]]));
  expect(done.map(({ name, isWell }) => [name, isWell])).toEqual(
    expect.arrayContaining([
      ['well', true],
      ['ill', false],
      ['gone', false],
    ])
  );
  expect(lines.well).toMatch(/^✓ well +\d+\.\d s$/);
  expect(lines.ill).toMatch(/^a\.ts is wrong\non stderr\n✗ ill +\d+\.\d s: npm run mend$/);
  expect(lines.gone).toMatch(/Cannot find module .*gone\.js/);
});
