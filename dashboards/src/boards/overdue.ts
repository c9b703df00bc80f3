import type { PanelQuery } from '../query';

/** A promise is overdue whose clock runs on past its end. */
const SINCE_DUE = ['0s'];

/** How many tickets have a promise that is overdue now. */
export const OVERDUE: PanelQuery = {
  metric: 'time_to_breach',
  view: 'totals',
  groupBy: [],
  statistics: ['tickets'],
  bands: SINCE_DUE,
  filters: [{ field: 'duration_band', op: 'equals', values: ['<=0s'] }],
};

/** How long until the next promise is due, of those that are not. */
export const NEXT_DUE: PanelQuery = {
  metric: 'time_to_breach',
  view: 'totals',
  groupBy: [],
  statistics: ['min'],
  bands: SINCE_DUE,
  filters: [{ field: 'duration_band', op: 'equals', values: ['>0s'] }],
};
