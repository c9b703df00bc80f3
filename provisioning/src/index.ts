import { stringify } from 'yaml';

import { type GroupSpec, ruleOf } from './rule';
import { GROUPS } from './rules';

/** The folder in Grafana: the dashboards' own. */
const FOLDER = 'Helpdesk';

const HEAD = `# Alert rules on the helpdesk's service. Written by \`npm run generate\` from provisioning/src, where the thresholds are explained;
# what each rule means and what to do is in docs/alerting.md. Contact points and notification policies are yours.
`;

/** A file of provisioning/alerting: its name, and its text. */
export interface AlertingFile {
  readonly name: string;
  readonly text: string;
}

/** Every file of alert rules. */
export function alertingFiles(groups: readonly GroupSpec[] = GROUPS): AlertingFile[] {
  const file = { apiVersion: 1, groups: groups.map(({ name, interval, rules }) => ({ orgId: 1, name, folder: FOLDER, interval, rules: rules.map(ruleOf) })) };
  return [{ name: 'helpdesk-rules.yaml', text: HEAD + stringify(file, { lineWidth: 0, aliasDuplicateObjects: false }) }];
}
