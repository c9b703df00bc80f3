import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ensureDemo } from '../demo/ensure';
import { storeFolder } from '../src/backend/store/folder/store-folder';
import { startPlugin } from '../tools/door/client';
import { ownBackend } from './build';
import { type Built, openBuilt } from './built';
import { until } from './until';

const END = Date.parse('2026-05-31T22:00:00Z');
const RANGE = { fromMs: END - 30 * 86_400_000, toMs: END };

/** Has a store say that it was loaded so many milliseconds earlier. */
async function makeOlder(path: string, milliseconds: number): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const [[content]] = (await connection.runAndReadAll('SELECT content FROM store_meta')).getRowsJS();
  const meta = JSON.parse(String(content)) as { loadedAt: number };
  await connection.run('UPDATE store_meta SET content = $1', [JSON.stringify({ ...meta, loadedAt: meta.loadedAt - milliseconds })]);
  connection.disconnectSync();
  instance.closeSync();
}

describe('the built backend behind its own gRPC door, in a process of each test’s own', () => {
  let built: Built;
  const oneTicket = (name: string) => {
    mkdirSync(join(built.folder, name));
    writeFileSync(join(built.folder, name, 'ticket.csv'), 'ticket_id,created_at\n1,2026-05-02T08:00:00.000Z\n');
  };

  beforeAll(async () => {
    built = openBuilt(ownBackend());
    await ensureDemo({ dir: join(built.folder, 'demo'), tickets: 1200, seed: 3, months: 6, end: END });
  }, 120_000);

  afterAll(() => built.close());

  it('answers an alert with an error, never numbers, before the first load and when the data is too old', async () => {
    const stale = await built.start(built.files('demo', { defaultCalendar: 'amsterdam', maxAge: '1s' }));
    try {
      const ask = async () => (await stale.query([{ refId: 'A', json: { metric: 'opened', view: 'totals' }, ...RANGE }], { fromAlert: true })).get('A');
      expect(await ask()).toMatchObject({ status: 503, frames: [], error: expect.stringContaining('first load') });
      await stale.health();
      await until(async () => Boolean((await ask())?.error.includes('seconds old')));
      expect(await ask()).toMatchObject({ status: 503, frames: [], error: expect.stringMatching(/The data is \d+ seconds old, older than maxAge \(1s\)/) });
    } finally {
      await stale.stop();
    }
  }, 60_000);

  it('lets an alert wait, just after a reopening, for the refresh of data that has grown too old', async () => {
    oneTicket('reopened');
    const directory = join(built.folder, 'reopened-store');
    const settings = built.files('reopened', { store: { directory }, maxAge: '5s', refreshInterval: '1s' });
    const first = await built.start(settings);
    await first.health();
    await first.stop();
    await makeOlder(join(storeFolder(directory, { orgId: 1, uid: settings.uid, id: 1 }), 'facts-1.duckdb'), 3_600_000);
    const second = await built.start(settings);
    try {
      const answer = (await second.query([{ refId: 'A', json: { metric: 'opened', view: 'totals' }, ...RANGE }], { fromAlert: true })).get('A');
      expect(answer).toMatchObject({ status: 200, error: '', frames: [{ fields: [{ values: [1] }] }] });
    } finally {
      await second.stop();
    }
  }, 60_000);

  it('says what a report lacks that has no data mapped, and gives an alert no zero for it', async () => {
    oneTicket('bare');
    const bare = await built.start(built.files('bare'));
    try {
      const query = { refId: 'A', json: { metric: 'sla_breaches', view: 'totals' }, ...RANGE };
      const [panel] = (await bare.query([query])).get('A')?.frames ?? [];
      expect(panel.meta.notices).toEqual([
        { severity: 'warning', text: expect.stringMatching(/^Data is missing for SLA breaches: the helpdesk has nothing in sla_target and ticket_sla\./) },
      ]);
      // not 0: nothing was promised
      expect(panel.fields).toEqual([]);
      const [viewers] = (await bare.query([query], { login: 'vic', role: 'Viewer' })).get('A')?.frames ?? [];
      expect(viewers.meta.notices).toEqual([
        {
          severity: 'warning',
          text: 'Data is missing for SLA breaches: the helpdesk has none of what it needs. “Save & test” of the data source tells administrators what that is.',
        },
      ]);
      expect((await bare.query([query], { fromAlert: true })).get('A')).toMatchObject({ status: 200, frames: [{ fields: [] }] });
    } finally {
      await bare.stop();
    }
  }, 60_000);

  it('reads what the administrator allows, whatever lies beside the backend', async () => {
    const beside = join(dirname(built.executable), 'development.json');
    writeFileSync(beside, JSON.stringify({ allowedDirectories: ['/'] }));
    const fresh = await startPlugin(built.executable, built.files('demo'));
    try {
      expect(await fresh.health()).toMatchObject({ ok: false, message: expect.stringContaining('not in a folder that the Grafana administrator allows') });
    } finally {
      await fresh.stop();
    }
  }, 60_000);

  it('never says a secret, a host or a user', async () => {
    const said: string[] = [];
    const source = { type: 'postgres', host: '127.0.0.1', port: 1, database: 'd', user: 'somebody-real', tls: { mode: 'disable' } };
    const broken = await built.start({ ...built.files('broken', { source }), secureJsonData: { password: 'hunter2-secret' } }, (line) => said.push(line));
    try {
      const { ok, message, details } = await broken.health();
      expect(ok).toBe(false);
      const answers = await broken.query([{ refId: 'A', json: { metric: 'csat' }, ...RANGE }]);
      expect([message, JSON.stringify(details), answers.get('A')?.error, ...said].join('\n')).not.toMatch(/hunter2-secret/);
      expect([message, answers.get('A')?.error].join('\n')).not.toMatch(/somebody-real|127\.0\.0\.1/);
    } finally {
      await broken.stop();
    }
  }, 60_000);
});
