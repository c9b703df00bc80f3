import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Row, Rows } from './row';
import { Staging } from './staging';

describe('rows by column name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-rows-'));
  let staging: Staging;
  let opened = 0;

  beforeEach(async () => {
    staging = await Staging.open(join(folder, `${++opened}.duckdb`));
  });
  afterEach(() => staging.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  const staged = async (table: string) => {
    const sql = staging.tables.find((one) => one.table.name === table)?.sql ?? '';
    return (await staging.connection.runAndReadAll(sql)).getRowObjects();
  };

  it('come in any order, and what is left out is empty', async () => {
    staging.add('stage', { kind: 'open', stage_id: 's', position: 3 });
    await staging.complete();
    expect(await staged('stage')).toEqual([{ pipeline_id: null, stage_id: 's', label: null, position: 3, kind: 'open', pauses_sla: null }]);
  });

  it('name a column that the table does not have', async () => {
    const team = [{ team_id: 't', name: 'Team', mood: 'calm' }];
    staging.addAll({ team } satisfies Rows);
    await expect(staging.complete()).rejects.toThrow('"team" has no column "mood". It has: team_id, name.');
  });
});

/** Never run: tsc alone reads it. */
export const refused = (): unknown[] => [
  // @ts-expect-error a column that the table does not have
  { stage_id: 's', kind: 'open', mood: 'calm' } satisfies Row<'stage'>,
  // @ts-expect-error a row without a column that must not be empty
  { stage_id: 's' } satisfies Row<'stage'>,
  // @ts-expect-error an instant in words
  { ticket_id: 1, created_at: '2026-01-01' } satisfies Row<'ticket'>,
];
