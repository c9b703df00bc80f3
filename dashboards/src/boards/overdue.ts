import type { Statistic } from '../../../src/shared/words';
import { type PanelQuery, TOTAL } from '../query';

/** Promises that are running, on one side of being due: a promise is overdue whose clock runs on past its end. */
const promises = (statistic: Statistic, band: string): PanelQuery => ({
  metric: 'time_to_breach',
  ...TOTAL,
  statistics: [statistic],
  bands: ['0s'],
  filters: [{ field: 'duration_band', op: 'equals', values: [band] }],
});

/** How many tickets have a promise that is overdue now. */
export const OVERDUE = promises('tickets', '<=0s');

/** How long until the next promise is due, of those that are not. */
export const NEXT_DUE = promises('min', '>0s');
