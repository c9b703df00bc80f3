import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

import { target } from '../../src/shared/target-settings';
import type { Target } from '../../src/shared/targets';

interface Provisioned {
  readonly datasources: ReadonlyArray<{ readonly jsonData: { readonly targets?: ReadonlyArray<z.input<typeof target>> } }>;
}

const { datasources } = parse(readFileSync(join(__dirname, '../datasources/helpdesk.yaml'), 'utf8')) as Provisioned;

/** The targets of the provisioned data source as they are written there: the demo's too, and what its dashboards are coloured by. */
export const WRITTEN_TARGETS = datasources.flatMap(({ jsonData }) => jsonData.targets ?? []);

const TARGETS: readonly Target[] = WRITTEN_TARGETS.map((one) => target.parse(one));

type Asked = Pick<Target, 'metric'> & Partial<Pick<Target, 'hours' | 'statistic'>>;

/** What the provisioned data source wants a number to be, for everybody (seconds, a share or a count); null where it says nothing of it. */
export function wanted({ metric, hours = null, statistic = null }: Asked): number | null {
  const own = TARGETS.find((one) => one.metric === metric && one.team === null && one.hours === hours && one.statistic === statistic && one.threshold === null);
  return own?.value ?? null;
}
