import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCanonicalTables } from '../canonical/duckdb';
import { createFilesSource } from './connections/files/files-source';
import { type OwnTables, withOwnTables } from './own-tables';
import type { ChangesTarget, Remark, Source } from './source';
import { loadFault, NEVER, testTarget } from './testing/target';

const SHIFTS = 'agent_id,status,availability,from,to\n7,Early,available,2026-03-02T08:00:00Z,2026-03-02T12:00:00Z\n';

describe('tables that come from files of their own', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'helpdesk-own-')));
    write('ticket.csv', 'ticket_id,created_at\n1,2026-03-02T08:00:00Z\n');
    write('agent_status.csv', 'agent_id,availability,from\n9,away,2026-01-01T00:00:00Z\n10,away,2026-01-01T00:00:00Z\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const source = (own: OwnTables): Source => withOwnTables(createFilesSource({ path: folder, without: Object.keys(own) as never }), own, {});
  const load = async (one: Source) => {
    const target = await testTarget();
    try {
      const marks = await one.load(target, NEVER, () => undefined);
      return { marks, tables: await target.all() };
    } finally {
      target.close();
    }
  };

  it('replace the helpdesk’s own as a whole', async () => {
    const { tables } = await load(source({ agent_status: { file: write('shifts of march.csv', SHIFTS) } }));
    expect(tables.agent_status).toEqual([expect.objectContaining({ agent_id: '7', status: 'Early', availability: 'available' })]);
    expect(tables.ticket).toHaveLength(1);
  });

  it('are told, with what of the helpdesk is not read', async () => {
    const file = write('shifts.csv', SHIFTS);
    const remarks: Remark[] = [];
    const found = await source({ agent_status: { file } }).inspect(NEVER, (one) => remarks.push(one));
    expect(found.map(({ name }) => name)).toEqual(['ticket', 'agent_status']);
    expect(remarks).toContainEqual({
      kind: 'note',
      text: `agent_status comes from the file "${file}", by the setting tables.agent_status; what the helpdesk has of it is not read.`,
    });
  });

  it('name calendars of each other, and are named by the helpdesk’s own', async () => {
    write('agent.csv', 'agent_id,calendar_id\n7,office\n');
    const own = {
      sla_target: { file: write('promises.csv', 'policy_id,clock,target_seconds,calendar_id\ngold,close,3600,office\n') },
      calendar: { file: write('hours.csv', 'calendar_id,time_zone\noffice,Europe/Amsterdam\n') },
    };
    const { tables } = await load(source(own));
    expect([tables.agent, tables.sla_target].map((rows) => (rows[0] as { calendar_id: string }).calendar_id)).toEqual(['office', 'office']);
  });

  it.each<[string, string, string]>([
    [
      'a wrong word',
      SHIFTS.replace(',available,', ',availible,'),
      'shifts.csv, row 1 (line 2), column "availability": "availible" is not one of available, busy, away, offline. Did you mean "available"?',
    ],
    ['a column that is missing', SHIFTS.replace('from', 'form'), 'shifts.csv has no column "from", which is required. It has "form": did you mean "from"?'],
    ['no instant', SHIFTS.replace('2026-03-02T08:00:00Z', 'soon'), 'shifts.csv, row 1 (line 2), column "from": "soon" is not an instant'],
  ])('of which %s is told by file, row and column', async (_what, text, sentence) => {
    const fault = await loadFault(source({ agent_status: { file: write('shifts.csv', text) } }));
    expect(fault?.message).toContain(sentence);
  });

  it.each<[string, () => string, string]>([
    ['are not there', () => join(folder, 'shift.csv'), 'which the setting "tables.agent_status" names'],
    ['are of another kind', () => write('shifts.xlsx', SHIFTS), 'is neither a CSV nor a Parquet file by its name'],
    ['are a folder', () => folder, 'is a folder, not a file'],
    [
      'have become a link, which may lead anywhere',
      () => {
        symlinkSync(write('elsewhere.csv', SHIFTS), join(folder, 'shifts.csv'));
        return join(folder, 'shifts.csv');
      },
      'is or lies behind a link now',
    ],
  ])('that %s are refused', async (_what, file, sentence) => {
    expect((await loadFault(source({ agent_status: { file: file() } })))?.message).toContain(sentence);
  });

  it('are read again alone when they have changed', async () => {
    const own = { agent_status: { file: write('shifts.csv', SHIFTS) } };
    const one = source(own);
    const { marks } = await load(one);
    const target = await testTarget();
    await target.connection.run('CREATE SCHEMA kept');
    for (const statement of createCanonicalTables('memory.kept')) {
      await target.connection.run(statement);
    }
    const asked: ChangesTarget = { ...target, kept: 'memory.kept' };
    const changes = (before: string) => one.changes?.(asked, before, { overlapMs: 0, sweep: false, lateMs: 0 }, NEVER);
    try {
      expect(await changes(marks ?? '')).toEqual({ kind: 'nothing', marks: null });
      write('shifts.csv', `${SHIFTS}8,Late,available,2026-03-02T12:00:00Z,\n`);
      const found = await changes(marks ?? '');
      expect(found).toMatchObject({ kind: 'rows', rows: 2, tables: [{ name: 'agent_status', complete: 'true' }] });
      expect(await target.rows('agent_status')).toHaveLength(2);
      expect(await changes(found?.kind === 'rows' ? found.marks : '')).toEqual({ kind: 'nothing', marks: null });
      write('ticket.csv', 'ticket_id,created_at\n');
      expect(await changes(marks ?? '')).toMatchObject({ kind: 'reload' });
    } finally {
      target.close();
    }
  });
});
