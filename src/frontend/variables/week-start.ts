import { getLocaleData } from '@grafana/data';

import type { WeekStart } from '../../shared/words';

const DAYS: Readonly<Record<number, WeekStart | undefined>> = { 0: 'sunday', 1: 'monday', 6: 'saturday' };

/**
 * The day with which a week starts on the open dashboard. Grafana gives it to no request: it sets its calendar's first day from
 * the dashboard, else from the user's preference, else from the language.
 */
export function weekStartNow(): WeekStart | undefined {
  return DAYS[getLocaleData().firstDayOfWeek()];
}
