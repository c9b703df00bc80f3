import { readFileSync } from 'node:fs';

import { type Built, openBuilt } from '../built';
import { settingsOf, viewOf } from './desk';
import { postgres } from './in-postgres';

jest.setTimeout(120_000);

const MB = 1024 * 1024;

postgres.describe('cells of 64 MB', (desk) => {
  let built: Built;
  beforeAll(async () => {
    built = openBuilt();
    await desk().run(
      `CREATE TABLE ticket AS SELECT i AS ticket_id, timestamptz '2026-03-01Z' + i * interval '1 minute' AS created_at, 'short' AS subject FROM generate_series(1, 1000) i`
    );
  });
  afterAll(() => built.close());

  it('neither freeze nor kill the backend: they are refused by name, other questions are answered meanwhile, and once they are short all is read', async () => {
    const client = await built.start(settingsOf(desk(), built, 'cells'));
    const view = viewOf(client);
    await view.state();
    await view.becomes(({ phase }) => phase === 'ready', 'the first load');
    const memory = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${client.pid}/status`, 'utf8'))?.[1]) / 1024;
    const before = memory('VmRSS');
    await client.metrics();
    await desk().run(`UPDATE ticket SET subject = repeat('x', ${64 * MB}) WHERE ticket_id IN (7, 500, 900)`);
    const { lastError } = await view.becomes((state) => state.lastError !== null, 'the failure');
    expect(lastError?.split('\n')).toEqual(
      [7, 500, 900].map((id) => `table "ticket", ticket_id "${id}", column "subject": 67,108,864 bytes are longer than the 4 MB that a value may have.`)
    );
    expect(await view.query()).toMatchObject({ opened: 1000 });
    const [, delay = ''] = /^helpdesk_metrics_event_loop_delay_seconds\{quantile="1"\} (\S+)$/m.exec(await client.metrics()) ?? [];
    // the cells are passed over piece by piece, and never held
    expect(memory('VmHWM') - before).toBeLessThan(200);
    // a machine that is busy with other tests delays it too; a freeze is of seconds
    expect(Number(delay)).toBeLessThan(2);
    await desk().run(`UPDATE ticket SET subject = 'short'`);
    await view.becomes((state) => state.lastError === null, 'the recovery');
    expect(await view.query()).toMatchObject({ opened: 1000, notices: [expect.stringContaining('the helpdesk has nothing in message')] });
    await client.stop();
  });
});
