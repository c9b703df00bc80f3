import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { type DashboardFile, dashboardFiles } from '../dashboards/src';
import { DATASOURCE } from '../provisioning/src/rule';
import { ROOT } from './lib/backend';

const USAGE = `npm run dashboards                                    writes dashboards/ and public-dashboards/ anew from dashboards/src
npm run dashboards -- --public --uid UID --to FOLDER  writes the dashboards to share publicly, of the data source with this uid, into a folder of yours`;

function main(): void {
  const { values } = parseArgs({
    options: {
      public: { type: 'boolean', default: false },
      uid: { type: 'string', default: DATASOURCE.uid },
      to: { type: 'string', default: join(ROOT, 'public-dashboards') },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (!values.public) {
    write(join(ROOT, 'dashboards'), dashboardFiles());
  }
  write(values.to, dashboardFiles(values.uid));
}

function write(folder: string, files: readonly DashboardFile[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

main();
