import { eventFrames, type Happening } from '../../frames/event-frames';
import type { Frame } from '../../frames/frame';
import type { Sql } from '../../query/sql';
import type { StoreState } from '../../store/store';
import type { ParsedQuery } from '../../../shared/query';
import { EVENT_KINDS, type EventKind } from '../../../shared/words';
import { Problem, whyUnread } from '../access/problem';
import { asMeta, dataAsOf } from './data-as-of';
import { factEvents, isFactEvent, planEvents, whyHidden } from './fact-events';
import { executed } from './frame-context';
import { freshnessNotices } from './freshness';
import { holidayEvents } from './holiday-events';
import { knownFilters } from './known-filters';
import { newest } from './newest';
import { leased, type Reading, type Request } from './request';
import { unread, untilReadable } from './until-readable';

/** What happened in a range, and the statements that were run to find it. */
interface Found {
  readonly happenings: readonly Happening[];
  readonly executed: readonly Sql[];
  /** How fresh what was read is, for the frame's meta; empty where nothing was. */
  readonly custom: Readonly<Record<string, unknown>>;
}

/** What happened: annotations, never numbers. */
export async function events(request: Request): Promise<Frame[]> {
  const { instance, query, context, caller, names, notices, refId } = request;
  if (caller.alert) {
    throw new Problem(400, 'Events are annotations, not numbers: an alert rule needs a metric, such as {"metric": "sla_breaches", "view": "totals"}.');
  }
  const isReadable = await untilReadable(request);
  // failed refreshes are worth seeing most of all while nothing else can be
  if (!isReadable && kindsOf(query).some((kind) => kind !== 'failed_refresh')) {
    throw unread(request);
  }
  const state = instance.store.state();
  const found = isReadable
    ? await leased(request, (reading) => find(reading, state))
    : { happenings: failedRefreshes(request, state), executed: [], custom: {} };
  notices.push(...freshnessNotices(state, instance.settings, context.nowMs, caller));
  return eventFrames(found.happenings, { refId, names, notices, executed: found.executed.map(executed).join('\n;\n'), custom: found.custom });
}

/** The events that a query asks for; all kinds where it names none. Where all are asked for, those that this person may not see are left out, and said. */
async function find(reading: Reading, state: StoreState): Promise<Found> {
  const { query, notices, names } = reading;
  const kinds = kindsOf(query).filter((kind) => {
    const why = query.events.length === 0 ? whyHidden(kind, reading) : null;
    if (why !== null) {
      notices.push({ severity: 'info', text: `“${names.series(kind)}” is left out: ${why}` });
    }
    return why === null;
  });
  const planned = await planEvents(kinds.filter(isFactEvent), {
    ...reading,
    query: { ...query, filters: [...(await knownFilters(query.filters, [], reading))] },
  });
  const statements: Sql[] = [];
  const read = newest(reading, statements);
  const found = await Promise.all([
    ...planned.map((one) => factEvents(one, reading, read)),
    ...(kinds.includes('holiday') ? [holidayEvents(reading, read)] : []),
    ...(kinds.includes('failed_refresh') ? [failedRefreshes(reading, state)] : []),
  ]);
  return { happenings: found.flat(), executed: statements, custom: asMeta(dataAsOf(state, reading.lease.meta, reading.context.nowMs)) };
}

function kindsOf({ events: asked }: ParsedQuery): readonly EventKind[] {
  return asked.length === 0 ? EVENT_KINDS : [...new Set(asked)];
}

function failedRefreshes({ context, caller }: Request, { failures }: StoreState): Happening[] {
  return failures
    .filter(({ at }) => at >= context.fromMs && at < context.toMs)
    .map(({ at, error }) => ({
      kind: 'failed_refresh',
      id: `failed_refresh:${at}`,
      at,
      until: null,
      text: whyUnread(error, caller),
      tags: ['failed_refresh'],
    }));
}
