import type { App } from '../app/messages';
import type { Logger } from '../log';
import { handshakeLine, refusesToStart } from './handshake';
import { createLogger } from './logger';
import { Secrets } from './secrets';
import { serve } from './server';
import { startWatchdog, type WatchdogOptions } from './watchdog';

/** Runs an app behind Grafana's door until the host is done with it, then ends the process. */
export async function run(createApp: (logger: Logger) => App, { patience }: Pick<WatchdogOptions, 'patience'> = {}): Promise<never> {
  const refusal = refusesToStart(process.env, process.versions.node);
  if (refusal !== null) {
    return fail(refusal);
  }
  const secrets = new Secrets();
  const logger = createLogger(secrets.redact);
  process.on('unhandledRejection', (error) => logger.error('A promise was not handled.', { error }));
  try {
    const { door, stopped, stop } = await serve(createApp(logger), { logger, secrets, env: process.env });
    process.on('exit', door.remove);
    startWatchdog({ logger, patience, onOrphaned: () => stop('the host is gone') });
    process.stdout.write(handshakeLine(door));
    if ((await stopped) === 'late') {
      door.remove();
      // process.exit() would wait for the query that does not end; the store can be killed at any instant
      process.kill(process.pid, 'SIGKILL');
    }
    return process.exit(0);
  } catch (error) {
    return fail(`The backend could not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  return process.exit(1);
}
