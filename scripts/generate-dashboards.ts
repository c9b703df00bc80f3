import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { dashboardFiles } from '../dashboards/src';

// `npm run dashboards` writes dashboards/*.json from dashboards/src
for (const { path, text } of dashboardFiles()) {
  const file = join(__dirname, '../dashboards', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
