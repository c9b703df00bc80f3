import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadFault } from '../../testing/target';
import { createFilesSource } from './files-source';
import { openRegular } from './regular-file';

jest.setTimeout(30_000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odd-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);
const fifo = (name: string): void => void execFileSync('mkfifo', [place(name)]);
const TICKETS = 'ticket_id,created_at\nT1,2026-01-01\n';

it.each<[string, () => void, string, string]>([
  ['a FIFO', () => fifo('x'), 'x', 'is a FIFO, neither a folder nor a file.'],
  [
    'a link to a FIFO',
    () => {
      fifo('y');
      symlinkSync(place('y'), place('x'));
    },
    'x',
    'is a FIFO, neither a folder nor a file.',
  ],
  ['a device', () => undefined, '/dev/zero', '"/dev/zero" is a device, neither a folder nor a file.'],
  ['a link to itself', () => symlinkSync(place('x'), place('x')), 'x', 'is a link that leads to itself.'],
  [
    'a table’s FIFO',
    () => {
      writeFileSync(place('ticket.csv'), TICKETS);
      fifo('message.csv');
    },
    '.',
    'message.csv is a FIFO, not a file.',
  ],
  [
    'a table’s folder',
    () => {
      writeFileSync(place('ticket.csv'), TICKETS);
      mkdirSync(place('message.parquet'));
    },
    '.',
    'message.parquet is a folder, not a file.',
  ],
  [
    'a table’s link to nothing',
    () => {
      writeFileSync(place('ticket.csv'), TICKETS);
      symlinkSync(place('gone'), place('message.csv'));
    },
    '.',
    'message.csv is a link that leads nowhere.',
  ],
  [
    'a table’s link to itself',
    () => {
      writeFileSync(place('ticket.csv'), TICKETS);
      symlinkSync(place('message.csv'), place('message.csv'));
    },
    '.',
    'message.csv is a link that leads nowhere.',
  ],
])('%s is refused by what it is, before anything is opened', async (_, make, path, expected) => {
  make();
  expect(await loadFault(createFilesSource({ path: path.startsWith('/') ? path : place(path) }))).toMatchObject({
    category: 'config',
    message: expect.stringContaining(expected) as unknown,
  });
});

it('a socket is refused by what it is', async () => {
  const server = createServer().listen(place('x'));
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await loadFault(createFilesSource({ path: place('x') }))).toMatchObject({ message: expect.stringContaining('is a socket, neither') as unknown });
  await new Promise((resolve) => server.close(resolve));
});

it('looks at a FIFO hold up nobody, however many there are', async () => {
  fifo('x');
  writeFileSync(place('ticket.csv'), TICKETS);
  await Promise.allSettled(Array.from({ length: 100 }, () => createFilesSource({ path: place('x') }).inspect(new AbortController().signal)));
  expect(await loadFault(createFilesSource({ path: folder }))).toBeNull();
});

it('what becomes a FIFO after the look is not waited for', async () => {
  fifo('ticket.csv');
  await expect(openRegular(place('ticket.csv'), 'ticket.csv')).rejects.toMatchObject({ message: '"ticket.csv" is not a file any more.' });
});
