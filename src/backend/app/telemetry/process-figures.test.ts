import { Registry } from 'prom-client';

import { measureProcess } from './process-figures';

const NAME = 'helpdesk_metrics_event_loop_delay_seconds';

/** What a registry says, by name and labels. */
async function figures(registry: Registry): Promise<Map<string, number>> {
  const lines = (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    // this is what is measured
  }
}

it('says how late the event loop was since the last collection, and how much memory the process takes', async () => {
  const registry = new Registry();
  measureProcess(registry);
  await figures(registry);
  // before any timer has come, as in the first request after a collection
  standStill(150);
  const late = await figures(registry);
  expect([...late.keys()]).toEqual([
    ...['0.5', '0.99', '0.999', '1'].map((quantile) => `${NAME}{quantile="${quantile}"}`),
    'helpdesk_metrics_resident_memory_bytes',
    'helpdesk_metrics_heap_used_bytes',
  ]);
  expect(late.get(`${NAME}{quantile="1"}`)).toBeGreaterThan(0.1);
  expect(late.get('helpdesk_metrics_resident_memory_bytes')).toBeGreaterThan(late.get('helpdesk_metrics_heap_used_bytes') ?? 0);
  expect((await figures(registry)).get(`${NAME}{quantile="1"}`)).toBeLessThan(late.get(`${NAME}{quantile="1"}`) ?? 0);
});
