import { METRICS } from '../../../shared/catalog';
import type { Metric } from '../../../shared/catalog/metric';
import type { EmptyReport } from '../../../shared/findings';
import type { Settings } from '../../../shared/settings';
import type { TableName } from '../../canonical/tables';
import type { StoreMeta } from '../../store/store';
import { type Caller, isAdministrator } from '../access/caller';

type Rows = Pick<StoreMeta, 'tableRows'>;

/** How what a table would hold can be supplied where the helpdesk does not keep it. */
const SUPPLIES: Readonly<Partial<Record<string, string>>> = {
  calendar: 'Working hours can stand in the settings (calendars)',
  sla_target: 'SLA targets can stand in the settings (slaTargets)',
  ticket_sla: 'the settings’ SLA targets hold for every ticket without a policy',
  agent_status: 'Availability can come from a table or file of your own (tables.agent_status), which a scheduled query or a shift planner fills',
};

/** So many reports without data are named in a sentence; the page that shows it has a list of all. */
const NAMED = 3;

/** Where it is said how. */
const PAGE = 'docs/availability.md';

/** The tables that a metric needs and nobody has anything in. Calendars and SLA targets may also come from the settings; key 0 stands for no calendar. */
export function missingTables({ needs }: Metric, { tableRows }: Rows, { slaTargets }: Pick<Settings, 'slaTargets'>): string[] {
  const isGiven: Readonly<Partial<Record<string, boolean>>> = {
    calendar: tableRows.dim_calendar > 1,
    sla_target: slaTargets.length > 0,
    ticket_sla: slaTargets.some(({ policy }) => policy === null),
  };
  return needs.filter((table) => !tableRows[table] && !isGiven[table]);
}

/** How what is missing can be supplied, in a sentence; empty where only the helpdesk can have it. */
export function howToSupply(missing: readonly string[]): string {
  const ways = [...new Set(missing)].flatMap((table) => SUPPLIES[table] ?? []);
  return ways.length === 0 ? '' : ` ${ways.join('; ')}: see ${PAGE}.`;
}

/** Reports that have nothing to show because their tables are empty, and what they need. */
export function reportsWithoutData(meta: Rows, settings: Pick<Settings, 'slaTargets'>): EmptyReport[] {
  return METRICS.flatMap((metric) => {
    const missing = missingTables(metric, meta, settings);
    return missing.length > 0 ? [{ metric: metric.id, label: metric.label, needs: missing }] : [];
  });
}

/** Those that will have nothing to show, before anything is read: their tables are not among those that were found. */
export function reportsWithoutTables(found: readonly TableName[], { slaTargets, calendars }: Pick<Settings, 'slaTargets' | 'calendars'>): EmptyReport[] {
  const tableRows = { ...Object.fromEntries(found.map((name) => [name, 1])), dim_calendar: found.includes('calendar') || calendars.length > 0 ? 2 : 1 };
  return reportsWithoutData({ tableRows }, { slaTargets });
}

/** How many reports have nothing to show, which, and what each needs, in a sentence; empty where all have. */
export function withoutDataText(without: readonly EmptyReport[], isRead = true): string {
  if (without.length === 0) {
    return '';
  }
  if (isRead && without.length > NAMED) {
    return ` ${without.length} reports have no data: the settings’ page lists them under “Data”, with what each needs.`;
  }
  const each = without.map(({ label, needs }) => `${label} (needs ${needs.join(', ')})`).join('; ');
  const have = isRead ? (without.length === 1 ? 'has' : 'have') : 'will have';
  return ` ${without.length} ${without.length === 1 ? 'report' : 'reports'} ${have} no data: ${each}.${howToSupply(without.flatMap(({ needs }) => needs))}`;
}

/** What a panel says of a chart that is empty or, as of who waits where no message is known, true of less; which tables lack rows, to administrators alone. */
export function noDataText({ label }: Metric, missing: readonly string[], caller: Caller): string {
  return isAdministrator(caller)
    ? `Data is missing for ${label}: the helpdesk has nothing in ${missing.join(' and ')}.${howToSupply(missing)} “Save & test” of the data source lists what each report needs.`
    : `Data is missing for ${label}: the helpdesk has none of what it needs. “Save & test” of the data source tells administrators what that is.`;
}
