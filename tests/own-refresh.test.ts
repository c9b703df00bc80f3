import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { refreshed } from '../scripts/lib/refreshed';
import { type Built, openBuilt } from './built';

describe('a refresh of one’s own', () => {
  let built: Built;
  beforeAll(() => {
    built = openBuilt();
    mkdirSync(join(built.folder, 'desk'));
  }, 60_000);
  afterAll(() => built.close());

  const write = (...tickets: readonly string[]): void =>
    writeFileSync(join(built.folder, 'desk/ticket.csv'), ['ticket_id,created_at', ...tickets.map((id) => `${id},2026-03-02T08:00:00Z`)].join('\n'));

  it('is waited for though a store has data already, and ends well or with what to do', async () => {
    const settings = built.files('desk');
    let last: number | null = null;
    const opened = async () => {
      const client = await built.start(settings);
      const state = await refreshed(client);
      const asked = { refId: 'A', json: { metric: 'opened', view: 'totals' }, fromMs: Date.parse('2026-03-01'), toMs: Date.parse('2026-04-01') };
      const count = (await client.query([asked])).get('A')?.frames[0]?.fields[0]?.values[0];
      await client.stop();
      const isNew = state.checkedAt !== null && (last === null || state.checkedAt > last);
      last = state.checkedAt;
      return { ...state, isNew, count };
    };
    write('1');
    expect(await opened()).toMatchObject({ failure: null, isNew: true, count: 1 });
    // a process that begins with what the one before has kept
    write('1', '2');
    expect(await opened()).toMatchObject({ failure: null, isNew: true, count: 2 });
    write('1', '2', '2');
    const failed = await opened();
    expect(failed).toMatchObject({ isNew: false, count: 2 });
    expect(failed.failure).toMatch(/the key ticket_id "2" stands twice\.\nNothing was loaded: [^]*\nMore: docs\/troubleshooting\.md#schema$/);
  }, 60_000);
});
