import { until } from '../../../tests/until';
import { fakeSource, openTestStore } from './store.fixture';

/**
 * A process with a store, for tests that kill it. Arguments: the directory, the number of tickets, milliseconds a load takes,
 * the refresh interval. Says each change of its state on a line; closes at the end of its input.
 */
async function main([dir, tickets, pauseMs, refreshIntervalMs]: readonly string[]): Promise<void> {
  const source = fakeSource({ tickets: Number(tickets), pauseMs: Number(pauseMs) });
  const store = await openTestStore(dir, source, { settings: { refreshIntervalMs: Number(refreshIntervalMs) } });
  store.start();
  let said = '';
  let ending = false;
  process.stdin.resume().on('end', () => {
    ending = true;
  });
  const tell = () => {
    const { phase, generation, waitingForLock, tableRows } = store.state();
    const line = waitingForLock ? 'waiting' : `${phase} ${generation ?? 0} ${tableRows.ticket_fact ?? 0} ${source.loads}`;
    if (line !== said) {
      said = line;
      process.stdout.write(`${line}\n`);
    }
    return ending;
  };
  await until(tell, 'the end of its input', Infinity);
  await store.close();
}

void main(process.argv.slice(2));
