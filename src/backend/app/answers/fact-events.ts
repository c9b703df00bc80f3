import type { Happening } from '../../frames/event-frames';
import { compileEvents, EVENT_METRICS, eventPlan, type FactEvent } from '../../query/ask/events';
import { type Plan, planning } from '../../query/plan';
import { inTurns } from '../../turns';
import { findMetric } from '../../../shared/catalog';
import type { EventKind } from '../../../shared/words';
import { Problem } from '../access/problem';
import { checkSurveyAccess } from '../access/survey-access';
import type { ReadNewest } from './newest';
import type { Request } from './request';

/** Events of one kind, settled. */
interface PlannedEvents {
  readonly kind: FactEvent;
  readonly plan: Plan;
}

/** Whether the store’s facts hold a kind of event. */
export function isFactEvent(kind: EventKind): kind is FactEvent {
  return kind in EVENT_METRICS;
}

/** Why somebody may not see a kind of event; null where he may. */
export function whyHidden(kind: EventKind, { instance, caller }: Request): string | null {
  const metric = isFactEvent(kind) ? findMetric(EVENT_METRICS[kind]) : null;
  try {
    if (metric) {
      checkSurveyAccess(metric.fact, instance.settings, caller);
    }
    return null;
  } catch (error) {
    if (error instanceof Problem) {
      return error.message;
    }
    throw error;
  }
}

/** Settles the query for each kind. What does not apply to two kinds, or to one twice, is noted once. */
export async function planEvents(kinds: readonly FactEvent[], { instance, query, context, caller, notices, signal }: Request): Promise<PlannedEvents[]> {
  // a filter that this kind lacks is another kind's: a warning, as for a dashboard's
  const filters = query.filters.map((filter) => ({ ...filter, origin: 'variable' as const }));
  const asked = { ...query, kind: 'records' as const, at: null, hours: 'all' as const, view: 'totals' as const, groupBy: [], columns: [], filters };
  const planned: PlannedEvents[] = [];
  for (const kind of kinds) {
    const plan = eventPlan(kind, await inTurns(planning({ ...asked, metric: EVENT_METRICS[kind], statistics: undefined }, context), signal));
    checkSurveyAccess(plan.metric.fact, instance.settings, caller);
    for (const notice of plan.notices) {
      if (!notices.some(({ text }) => text === notice.text)) {
        notices.push(notice);
      }
    }
    planned.push({ kind, plan });
  }
  return planned;
}

/** The events of one kind. */
export async function factEvents({ kind, plan }: PlannedEvents, { names }: Request, read: ReadNewest): Promise<Happening[]> {
  const table = await read((limit) => compileEvents(kind, plan, limit));
  const cell = (column: string, row: number): string | null => {
    const value = table.column(column)?.[row] ?? null;
    return value === null ? null : String(value);
  };
  return Array.from({ length: table.rows }, (_, row): Happening => {
    const [ticketId, ticket, owner, team, detail, extra] = ['ticket_id', 'ticket', 'owner', 'team', 'detail', 'extra'].map((column) => cell(column, row));
    const at = Number(table.column('at')?.[row]);
    const said = kind === 'sla_breach' ? names.value('clock', detail, detail ?? '') : kind === 'low_rating' ? `${detail ?? ''} (${extra ?? ''})` : null;
    return {
      kind,
      at,
      until: null,
      id: [kind, ticketId, detail, at].join(':'),
      text: [[`#${ticket ?? ''}`, cell('subject', row)].filter(Boolean).join(' '), said, owner].filter(Boolean).join(' · '),
      tags: [kind, ...(team ? [team] : [])],
    };
  });
}
