import { traitsOf } from '../../../shared/catalog/measures';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { StoreMeta } from '../../store/store';

/** The years that the store keeps calendars for, and the instants that its rows ask about. */
function reachOf({ spans: { calendar_reach: reach } }: StoreMeta): { readonly from: number; readonly to: number; readonly isShort: boolean } | null {
  if (!reach) {
    return null;
  }
  const [from, to] = [reach.from_at.first, reach.to_at.last];
  return { from, to, isShort: reach.first_at.first < from || reach.last_at.last >= to };
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Why rows have no value in SLA hours. */
export function whyWithout(meta: StoreMeta): string {
  const reach = reachOf(meta);
  const far = reach?.isShort ? `, or they lie outside the years that calendars are kept for (${day(reach.from)} to ${day(reach.to)})` : '';
  return `no SLA policy or default calendar applies to them${far}`;
}

/** That a question about calendars themselves reaches beyond the years that they are kept for: what lies there has no business time. */
export function calendarNotices({ metric: { measure }, query, groups, filters, fromMs, toMs, asOfMs }: Plan, meta: StoreMeta): Notice[] {
  const { calendars } = traitsOf(measure);
  const asks =
    calendars === 'measured' ||
    (calendars === 'in_sla_hours' && query.hours === 'sla') ||
    [...groups.map(({ dimension }) => dimension), ...filters.map(({ field }) => field)].includes('in_hours');
  const reach = asks ? reachOf(meta) : null;
  const until = Math.min(toMs, asOfMs);
  const isOutside = reach !== null && ((calendars === 'measured' && fromMs < reach.from) || until > reach.to);
  return isOutside
    ? [{ severity: 'warning', text: `Calendars are kept from ${day(reach.from)} to ${day(reach.to)}: outside these days no business time is counted.` }]
    : [];
}
