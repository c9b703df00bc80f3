import './host/quiet';

import { createApp } from './app/app';
import { refusesToStart } from './host/handshake';
import { createLogger } from './host/logger';
import { handshakeLine, serve } from './host/server';

async function main(): Promise<void> {
  const refusal = refusesToStart(process.env);
  if (refusal !== null) {
    process.stderr.write(`${refusal}\n`);
    process.exit(1);
  }
  const logger = createLogger();
  process.on('unhandledRejection', (error) => logger.error('A promise was not handled.', { error }));
  const { port, stopped } = await serve(createApp(logger), logger, process.env);
  process.stdout.write(handshakeLine(port));
  await stopped;
  process.exit(0);
}

void main();
