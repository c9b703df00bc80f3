import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { differences, type Output, settle } from './output';

const root = mkdtempSync(join(tmpdir(), 'helpdesk-generate-'));
const output: Output = {
  from: 'this test',
  files: () => [
    { path: 'docs/same.md', text: 'same' },
    { path: 'docs/other.md', text: 'new' },
    { path: 'docs/fresh/first.md', text: 'first' },
  ],
  owns: [{ folder: 'docs', ending: '.md' }],
};

beforeAll(() => {
  mkdirSync(join(root, 'docs/old'), { recursive: true });
  writeFileSync(join(root, 'docs/same.md'), 'same');
  writeFileSync(join(root, 'docs/other.md'), 'old');
  writeFileSync(join(root, 'docs/old/left.md'), 'left');
  writeFileSync(join(root, 'docs/by-hand.txt'), 'kept');
});
afterAll(() => rmSync(root, { recursive: true }));

it('finds what would change: other texts, files that are missing, files that are made no more', () => {
  expect(differences(output, root)).toEqual([
    { path: 'docs/other.md', text: 'new' },
    { path: 'docs/fresh/first.md', text: 'first' },
    { path: 'docs/old/left.md', text: null },
  ]);
});

it('writes that and nothing else', () => {
  settle(differences(output, root), root);
  expect(differences(output, root)).toEqual([]);
  expect(readFileSync(join(root, 'docs/by-hand.txt'), 'utf8')).toBe('kept');
  expect(readdirSync(join(root, 'docs/old'))).toEqual([]);
});
