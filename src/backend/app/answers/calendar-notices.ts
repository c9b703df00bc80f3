import { traitsOf } from '../../../shared/catalog/measures';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { StoreMeta } from '../../store/store';

/** The years that the store keeps calendars for, the first instant that any row names, and whether rows ask about instants outside those years. */
function reachOf({
  spans: { calendar_reach: reach },
}: StoreMeta): { readonly from: number; readonly to: number; readonly first: number; readonly isShort: boolean } | null {
  if (!reach) {
    return null;
  }
  const [from, to] = [reach.from_at.first, reach.to_at.last];
  const first = reach.first_at.first;
  return { from, to, first, isShort: first < from || reach.last_at.last >= to };
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
  const { from, to, first } = reach;
  const isMeasured = calendars === 'measured';
  if ((isMeasured && fromMs < from && first < from) || Math.min(toMs, asOfMs) > to) {
    return [{ severity: 'warning', text: `Calendars are kept from ${day(from)} to ${day(to)}: outside these days no business time is counted.` }];
  }
  return isMeasured && fromMs < first
    ? [{ severity: 'info', text: `Business time begins with the first row of the helpdesk, on ${day(first)}: before it none is counted.` }]
    : [];
}
