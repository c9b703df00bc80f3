import { parseArgs } from 'node:util';

import { startPreview } from '../preview/server/start-preview';
import { requireGrafana, startGrafana } from './lib/grafana';
import { onSignal } from './lib/on-signal';
import { progress } from './lib/terminal';
import { prepare, printReport } from './report';

const OPTIONS = { 'no-preview': { type: 'boolean' }, grafana: { type: 'boolean' }, help: { type: 'boolean' } } as const;

const HELP = `npm start                  makes the demo helpdesk, builds the plugin, prints every report and shows the dashboards at http://localhost:3000
npm start -- --no-preview  prints the reports and ends
npm start -- --grafana     shows the dashboards in the Grafana of this machine (GRAFANA_HOME, or grafana on the PATH)
PORT=4000 npm start        at another port`;

/** The demo helpdesk, its reports in the terminal, and its dashboards in the browser until Ctrl-C. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = portOf(process.env.PORT);
  const grafana = values.grafana ? requireGrafana() : null;
  await prepare(true);
  if (grafana) {
    await startGrafana(grafana, port);
    return;
  }
  const preview = await startPreview({ port, isServed: !values['no-preview'], onProgress: (line) => progress.show(line) });
  onSignal(() => preview.stop());
  try {
    await printReport(preview.sources[0].client);
  } catch (error) {
    await preview.stop();
    throw error;
  }
  if (values['no-preview']) {
    await preview.stop();
    return;
  }
  if (preview.port !== port) {
    console.log(`\nPort ${port} is taken.`);
  }
  console.log(`\nThe dashboards: ${preview.url}\nCtrl-C ends.`);
}

function portOf(text = '3000'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is "${text}": it takes a number from 0 to 65535.`);
  }
  return port;
}

main().catch((error: unknown) => {
  progress.end();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
