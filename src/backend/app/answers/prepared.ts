import type { Plan } from '../../query/plan';
import { misnomerNotices, settingsMisnomers } from '../settings/misnomers';
import { knownFilters } from './known-filters';
import { missingTables, noDataText } from './no-data';
import type { Reading } from './request';
import { unusedNotices } from './unused-notices';

/** A plan as this helpdesk can be asked it. */
interface Prepared {
  readonly planned: Plan;
  /** Tables that its metric needs have no rows. */
  readonly isMissing: boolean;
}

/** Leaves out filters on custom fields that the helpdesk lacks, and says what it has nothing of: its notices are added. */
export async function prepared(reading: Reading, plan: Plan): Promise<Prepared> {
  const { instance, lease, caller, notices } = reading;
  const words = [...plan.groups.map(({ dimension }) => dimension), ...plan.query.columns];
  const planned = { ...plan, filters: await knownFilters(plan.filters, words, reading) };
  const missing = missingTables(planned.metric, lease.meta, instance.settings);
  if (missing.length > 0) {
    notices.push({ severity: 'warning', text: noDataText(planned.metric, missing, caller) });
  }
  notices.push(...unusedNotices(planned, lease.meta, caller));
  notices.push(...misnomerNotices(await settingsMisnomers(instance, lease), planned, caller));
  return { planned, isMissing: missing.length > 0 };
}
