import { getLocale, getLocaleData } from '@grafana/data';

import type { WeekStart } from '../shared/words';

const DAYS: Readonly<Record<number, WeekStart | undefined>> = { 0: 'sunday', 1: 'monday', 6: 'saturday' };

/** What Grafana adds to its calendar's name where somebody chose the first day. */
const CHOSEN = '-weekStart';

/**
 * The day with which a week starts on the open dashboard, where the dashboard, the user or the administrator chose one. Grafana gives it
 * to no request: it sets its calendar's first day. Where nobody chose, that is the browser's language's, which says nothing of a
 * helpdesk: then the data source's setting holds.
 */
export function weekStartNow(): WeekStart | undefined {
  return getLocale().endsWith(CHOSEN) ? DAYS[getLocaleData().firstDayOfWeek()] : undefined;
}
