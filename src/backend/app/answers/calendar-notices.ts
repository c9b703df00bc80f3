import { traitsOf } from '../../../shared/catalog/measures';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { StoreMeta } from '../../store/store';

/** The years that the store keeps calendars for, the first instant of which anybody's status is known, and whether rows ask about instants outside those years. */
function reachOf({
  spans: { calendar_reach: reach, status_fact: statuses },
}: StoreMeta): { readonly from: number; readonly to: number; readonly known: number | null; readonly isShort: boolean } | null {
  if (!reach) {
    return null;
  }
  const [from, to] = [reach.from_at.first, reach.to_at.last];
  return { from, to, known: statuses?.from_at?.first ?? null, isShort: reach.first_at.first < from || reach.last_at.last >= to };
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Why rows have no value in SLA hours. */
export function whyWithout(meta: StoreMeta): string {
  const reach = reachOf(meta);
  const far = reach?.isShort ? `, or they lie outside the years that calendars are kept for (${day(reach.from)} to ${day(reach.to)})` : '';
  return `no SLA policy or default calendar applies to them${far}`;
}

/** That a question about calendars themselves reaches beyond the data, or the years that they are kept for: what lies there has no business time. */
export function calendarNotices({ metric: { measure }, query, groups, filters, fromMs, toMs, asOfMs }: Plan, meta: StoreMeta): Notice[] {
  const { calendars } = traitsOf(measure);
  const asks =
    calendars === 'measured' ||
    (calendars === 'in_sla_hours' && query.hours === 'sla') ||
    [...groups.map(({ dimension }) => dimension), ...filters.map(({ field }) => field)].includes('in_hours');
  const reach = asks ? reachOf(meta) : null;
  if (reach === null) {
    return [];
  }
  const { from, to, known } = reach;
  const isMeasured = calendars === 'measured';
  if ((isMeasured && fromMs < from && known !== null && known < from) || Math.min(toMs, asOfMs) > to) {
    return [{ severity: 'warning', text: `Calendars are kept from ${day(from)} to ${day(to)}: outside these days no business time is counted.` }];
  }
  return isMeasured && known !== null && fromMs < known
    ? [{ severity: 'info', text: `Who was there is known from ${day(known)} on: before that no business time is counted.` }]
    : [];
}
