import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { dashboardFiles } from '../../dashboards/src';
import { healthFiles } from '../../dashboards/src/health/dashboard';
import { alertingFiles } from '../../provisioning/src';
import { DATASOURCE } from '../../provisioning/src/rule';
import pluginJson from '../../src/plugin.json';
import { connectDocument, metricsDocument } from './docs';
import { englishFile } from './english';
import { helpdeskMetricsDocument, helpdesksDocument } from './helpdesks';
import type { Output } from './output';
import { protoFiles } from './proto';
import { schemaFiles } from './schemas';
import { viewTemplates } from './view-templates';

/** Everything in the repository that is made from something else there. */
export const OUTPUTS = {
  docs: {
    from: 'the catalogue and the canonical tables',
    files: (root) => [
      { path: 'docs/metrics.md', text: metricsDocument() },
      { path: 'docs/connect.md', text: connectDocument(readFileSync(join(root, 'docs/connect.md'), 'utf8')) },
      ...viewTemplates(),
    ],
    owns: [{ folder: 'docs/templates', ending: '.sql' }],
  },
  helpdesks: {
    from: 'what the demo’s telling in each helpdesk’s tables says that it cannot tell',
    files: (root) => [
      { path: 'docs/helpdesks/metrics.md', text: helpdeskMetricsDocument() },
      { path: 'docs/helpdesks/README.md', text: helpdesksDocument(readFileSync(join(root, 'docs/helpdesks/README.md'), 'utf8')) },
    ],
  },
  dashboards: {
    from: 'dashboards/src',
    files: () => [
      ...dashboardFiles().map(({ path, text }) => ({ path: `dashboards/${path}`, text })),
      ...dashboardFiles(DATASOURCE.uid).map(({ path, text }) => ({ path: `public-dashboards/${path}`, text })),
      ...healthFiles().map(({ path, text }) => ({ path: `health-dashboards/${path}`, text })),
    ],
    owns: ['dashboards', 'public-dashboards', 'health-dashboards'].map((folder) => ({ folder, ending: '.json' })),
  },
  provisioning: {
    from: 'provisioning/src',
    files: () => alertingFiles().map(({ name, text }) => ({ path: `provisioning/alerting/${name}`, text })),
    owns: [{ folder: 'provisioning/alerting', ending: '.yaml' }],
  },
  schemas: {
    from: 'the query model and the settings in src/shared',
    files: () => schemaFiles().map(({ name, text }) => ({ path: `schemas/${name}`, text })),
    owns: [{ folder: 'schemas', ending: '.json' }],
  },
  english: {
    from: 'the texts in the frontend’s code and the catalogue',
    files: () => [{ path: `src/locales/en-US/${pluginJson.id}.json`, text: englishFile() }],
  },
  proto: {
    from: 'src/backend/host/proto',
    files: () => protoFiles().map(({ name, text }) => ({ path: `src/backend/host/gen/${name}`, text })),
    owns: [{ folder: 'src/backend/host/gen', ending: '.ts' }],
  },
} as const satisfies Readonly<Record<string, Output>>;

/** The name of an output. */
export type OutputName = keyof typeof OUTPUTS;

/** The names of all outputs. */
export const OUTPUT_NAMES = Object.keys(OUTPUTS) as OutputName[];
