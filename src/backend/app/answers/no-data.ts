import { METRICS } from '../../../shared/catalog';
import type { Metric } from '../../../shared/catalog/metric';
import type { StoreMeta } from '../../store/store';
import { type Caller, isAdministrator } from '../access/caller';

type Rows = Pick<StoreMeta, 'tableRows'>;

/** The tables that a metric needs and the helpdesk has nothing in. Calendars may also come from the settings; key 0 stands for none. */
export function missingTables({ needs }: Metric, { tableRows }: Rows): string[] {
  return needs.filter((table) => !tableRows[table] && !(table === 'calendar' && tableRows.dim_calendar > 1));
}

/** Reports that have nothing to show because their tables are empty, and what they need. */
export function reportsWithoutData(meta: Rows): Array<{ metric: string; label: string; needs: string[] }> {
  return METRICS.flatMap((metric) => {
    const missing = missingTables(metric, meta);
    return missing.length > 0 ? [{ metric: metric.id, label: metric.label, needs: missing }] : [];
  });
}

/** What a panel says of a chart that cannot but be empty; which tables are, to administrators alone. */
export function noDataText({ label }: Metric, missing: readonly string[], caller: Caller): string {
  return isAdministrator(caller)
    ? `There is no data for ${label}: the helpdesk has nothing in ${missing.join(' and ')}. “Save & test” of the data source lists what each report needs.`
    : `There is no data for ${label}: the helpdesk has none of what it needs. “Save & test” of the data source tells administrators what that is.`;
}
