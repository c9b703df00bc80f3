import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { alertingFiles } from '../provisioning/src';

// `npm run provisioning` writes provisioning/alerting/*.yaml from provisioning/src
for (const { name, text } of alertingFiles()) {
  writeFileSync(join(__dirname, '../provisioning/alerting', name), text);
}
