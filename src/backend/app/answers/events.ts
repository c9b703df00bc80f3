import { compileEvents, compileHolidays, EVENT_METRICS, eventPlan, type FactEvent } from '../../query/ask/events';
import { type ResultTable } from '../../query/answer/series';
import { plan, type RequestContext } from '../../query/plan';
import type { Sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import type { Happening } from '../../frames/event-frames';
import type { Names } from '../../../shared/names';
import { findMetric } from '../../../shared/catalog';
import type { Filter, ParsedQuery } from '../../../shared/query';
import type { Settings } from '../../../shared/settings';
import { EVENT_KINDS, type EventKind } from '../../../shared/words';
import type { StoreState } from '../../store/store';
import type { Caller } from '../access/caller';
import { Problem, whyUnread } from '../access/problem';
import { checkSurveyAccess } from '../access/survey-access';

/** Events of one kind that an answer holds at most, where the query sets no limit. */
const EVENTS = 1_000;

/** What events are read from. */
export interface EventScope {
  readonly context: RequestContext;
  readonly caller: Caller;
  readonly settings: Settings;
  readonly state: StoreState;
  readonly names: Names;
  readonly run: (statement: Sql, limit: number) => Promise<ResultTable>;
}

/** What happened in a range, with what to say of it and the statements that were run. */
export interface Happenings {
  readonly happenings: readonly Happening[];
  readonly notices: readonly Notice[];
  readonly executed: readonly Sql[];
}

/** The events that a query asks for; all kinds where it names none. Throws what asProblem understands. */
export async function happenings(query: ParsedQuery, scope: EventScope): Promise<Happenings> {
  const all = query.events.length === 0;
  const notices: Notice[] = [];
  const executed: Sql[] = [];
  const limit = query.limit ?? EVENTS;
  const read = async (statement: Sql): Promise<ResultTable> => {
    executed.push(statement);
    const table = await scope.run(statement, limit + 1);
    if (table.rows > limit) {
      notices.push({
        severity: 'warning',
        text: `Only the newest ${limit.toLocaleString('en')} events of a kind are shown: narrow the query or raise its limit.`,
      });
    }
    return { ...table, rows: Math.min(table.rows, limit) };
  };
  const kinds = (all ? EVENT_KINDS : [...new Set(query.events)]).filter((kind) => !all || mayBeSeen(kind, scope, notices));
  const found = await Promise.all(
    kinds.map((kind) => {
      switch (kind) {
        case 'failed_refresh':
          return failures(scope);
        case 'holiday':
          return holidays(query, scope, read);
        default:
          return ofFacts(kind, query, scope, read, notices);
      }
    })
  );
  // one filter that does not apply to two kinds is said once
  const said = new Map(notices.map((notice) => [notice.text, notice]));
  return { happenings: found.flat(), notices: [...said.values()], executed };
}

/** Where all kinds are asked for, those that this person may not see are left out, and said. */
function mayBeSeen(kind: EventKind, { settings, caller, names }: EventScope, notices: Notice[]): boolean {
  try {
    const metric = kind in EVENT_METRICS ? findMetric(EVENT_METRICS[kind as FactEvent]) : null;
    if (metric) {
      checkSurveyAccess(metric.fact, settings, caller);
    }
    return true;
  } catch (error) {
    if (error instanceof Problem) {
      notices.push({ severity: 'info', text: `“${names.series(kind)}” is left out: ${error.message}` });
      return false;
    }
    throw error;
  }
}

async function ofFacts(
  kind: FactEvent,
  query: ParsedQuery,
  { context, settings, caller, names }: EventScope,
  read: (statement: Sql) => Promise<ResultTable>,
  notices: Notice[]
): Promise<Happening[]> {
  // a filter that this kind lacks is another kind's: a warning, as for a dashboard's
  const filters = query.filters.map((filter) => ({ ...filter, origin: 'variable' as const }));
  const planned = eventPlan(
    kind,
    plan(
      {
        ...query,
        kind: 'records',
        metric: EVENT_METRICS[kind],
        at: null,
        hours: 'all',
        view: 'totals',
        groupBy: [],
        columns: [],
        statistics: undefined,
        filters,
      },
      context
    )
  );
  checkSurveyAccess(planned.metric.fact, settings, caller);
  notices.push(...planned.notices);
  const table = await read(compileEvents(kind, planned, query.limit ?? EVENTS));
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

async function holidays(query: ParsedQuery, { context }: EventScope, read: (statement: Sql) => Promise<ResultTable>): Promise<Happening[]> {
  const table = await read(compileHolidays(context, query.limit ?? EVENTS));
  const cell = (column: string, row: number) => String(table.column(column)?.[row] ?? '');
  const wanted = query.filters.filter(({ field }) => field === 'calendar');
  return Array.from({ length: table.rows }, (_, row): Happening => ({
    kind: 'holiday',
    id: `holiday:${cell('calendar_id', row)}:${cell('date', row)}`,
    at: Number(table.column('at')?.[row]),
    until: Number(table.column('until')?.[row]),
    text: `${cell('calendar', row)}: ${cell('date', row)}`,
    tags: ['holiday', cell('calendar_id', row)],
  })).filter(({ tags: [, id], text }) => wanted.every((filter) => isWanted(filter, id, text)));
}

/** Whether a calendar is one that a filter names. */
function isWanted({ op, values }: Filter, id: string, text: string): boolean {
  switch (op) {
    case 'in':
    case 'equals':
      return values.includes(id);
    case 'not_in':
    case 'not_equals':
      return !values.includes(id);
    case 'contains':
      return values.some((value) => text.toLowerCase().includes(value.toLowerCase()));
    case 'between':
      return values[0] <= id && id <= values[1];
    default:
      // a holiday always has its calendar
      return op === 'is_not_empty';
  }
}

async function failures({ state, context, caller }: EventScope): Promise<Happening[]> {
  return state.failures
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
