import { parseArgs } from 'node:util';

import { startPreview } from '../preview/server/start-preview';
import { requireGrafana, startGrafana } from './lib/grafana';
import { onSignal } from './lib/on-signal';
import { progress } from './lib/terminal';
import { writtenSettings } from './lib/written-settings';
import { prepare, printReport } from './report';

const OPTIONS = { settings: { type: 'string' }, 'no-preview': { type: 'boolean' }, grafana: { type: 'boolean' }, help: { type: 'boolean' } } as const;

const HELP = `npm start                  makes the demo helpdesk, builds the plugin, prints every report and shows the dashboards at http://localhost:3000
npm start -- --no-preview  prints the reports and ends
npm start -- --grafana     shows the dashboards in the Grafana of this machine (GRAFANA_HOME, or grafana on the PATH)
npm start -- --settings file.json
                           shows a helpdesk of yours instead of the demo: the data source's jsonData, with its secrets under "secureJsonData"
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
  if (values.grafana && values.settings !== undefined) {
    throw new Error('--settings is for the preview. In a Grafana, put them into its data source: docs/provisioning.md.');
  }
  const settings = values.settings === undefined ? undefined : await writtenSettings(values.settings);
  await prepare({ rebuild: true, hasDemo: settings === undefined });
  if (grafana) {
    await startGrafana(grafana, port);
    return;
  }
  const preview = await startPreview({ port, settings, isServed: !values['no-preview'], onProgress: (line) => progress.show(line) });
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
