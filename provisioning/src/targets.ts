import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { target } from '../../src/shared/target-settings';
import type { Target } from '../../src/shared/targets';

interface Provisioned {
  readonly datasources: ReadonlyArray<{ readonly jsonData: { readonly targets?: readonly unknown[] } }>;
}

const { datasources } = parse(readFileSync(join(__dirname, '../datasources/helpdesk.yaml'), 'utf8')) as Provisioned;

/** The targets of the provisioned data source, which its dashboards are coloured by. */
const TARGETS: readonly Target[] = datasources.flatMap(({ jsonData }) => (jsonData.targets ?? []).map((one) => target.parse(one)));

/** What the provisioned data source wants a number to be, for everybody (seconds, a share or a count); the fallback where it says nothing of it. */
export function wanted(asked: Pick<Target, 'metric'> & Partial<Pick<Target, 'hours' | 'statistic'>>, fallback: number): number {
  const { metric, hours = null, statistic = null } = asked;
  return (
    TARGETS.find((one) => one.metric === metric && one.team === null && one.hours === hours && one.statistic === statistic && one.threshold === null)?.value ??
    fallback
  );
}
