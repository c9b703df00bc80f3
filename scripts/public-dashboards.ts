import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { dashboardFiles } from '../dashboards/src';

const USAGE =
  'npm run public-dashboards -- --uid UID --to FOLDER   writes the dashboards to share publicly, of the data source with this uid, into a folder of yours';

const { values } = parseArgs({ options: { uid: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help || values.uid === undefined || values.to === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
for (const { path, text } of dashboardFiles(values.uid)) {
  const file = join(values.to, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
