import { renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import type { ChangesTarget, SourceChanges } from '../../source';
import { NEVER, testTarget } from '../../testing/target';
import { TICKETS, testFolder } from './folder.fixture';

const { path, write, source } = testFolder();

/** What has changed since a load, after something was done to the folder. */
async function after(change: () => void): Promise<SourceChanges | undefined> {
  write({ 'ticket.csv': TICKETS, 'message.csv': 'message_id,ticket_id,sent_at,author_kind\n' });
  const target: ChangesTarget & Awaited<ReturnType<typeof testTarget>> = { ...(await testTarget()), kept: 'memory.main' };
  try {
    const read = source();
    const marks = await read.load(target, NEVER, () => undefined);
    change();
    return await read.changes?.(target, marks ?? '', { overlapMs: 0, sweep: false, lateMs: 0 }, NEVER);
  } finally {
    target.close();
  }
}

const reload = { kind: 'reload', why: 'The files have changed.' };

it('says that nothing has changed where no file has', async () => {
  expect(await after(() => undefined)).toEqual({ kind: 'nothing', marks: null });
});

it.each<[string, () => void]>([
  ['a file was written', () => write({ 'ticket.csv': `${TICKETS}T2,2026-03-28\n` })],
  ['a file of the same length was written', () => write({ 'ticket.csv': TICKETS.replace('T1', 'T2') })],
  ['a file is newer', () => utimesSync(join(path(), 'ticket.csv'), new Date(), new Date(Date.now() + 1_000))],
  ['a file came', () => write({ 'agent.csv': 'agent_id\n' })],
  ['a file has gone', () => renameSync(join(path(), 'message.csv'), join(path(), 'message.old'))],
])('asks for a load where %s', async (_, change) => {
  expect(await after(change)).toEqual(reload);
});

it('throws where the folder cannot be read any more', async () => {
  await expect(after(() => renameSync(join(path(), 'ticket.csv'), join(path(), 'other.csv')))).rejects.toThrow('no ticket.csv');
});
