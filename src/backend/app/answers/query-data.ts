import { type Range, reach } from '../../calendar/comparison';
import { isTimeZone, readZone } from '../../calendar/zone';
import { inTurns } from '../../turns';
import { checkGroups, type Room, roomFor } from '../../query/answer/cells';
import { compile } from '../../query/compile';
import { compileDropped, compileOrphans } from '../../query/ask/left-out';
import { compileRecords, recordColumns } from '../../query/ask/records';
import { answer, type Answer, type ResultTable } from '../../query/answer/series';
import { type Compared, earlierPlan, laidUnder } from '../../query/answer/compare';
import { plan, type Plan, type RequestContext } from '../../query/plan';
import type { Sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import type { Frame } from '../../frames/frame';
import { eventFrames } from '../../frames/event-frames';
import { type FrameContext, metricFrames } from '../../frames/metric-frames';
import { recordFrames } from '../../frames/record-frames';
import { columnCells, type Table } from '../../engines/table';
import type { StoreLease, StoreMeta } from '../../store/store';
import { CELLS, EXECUTED } from '../../../shared/bounds';
import { shortened } from '../../../shared/echo';
import { namesIn } from '../../../shared/names';
import type { ParsedQuery } from '../../../shared/query';
import { durationMs } from '../../../shared/settings';
import { calendarNotices, whyWithout } from './calendar-notices';
import { happenings } from './events';
import type { Caller } from '../access/caller';
import { freshnessNotices, notReady } from './freshness';
import type { Instance } from '../instance';
import type { AdmittedQuery } from '../gate/gate';
import { cellBudget, cutRows, encodeWithin, rowLimit } from './limits';
import type { PluginContext, QueryAnswer } from '../messages';
import { misnomerNotices, settingsMisnomers } from '../settings/misnomers';
import { missingTables, noDataText } from './no-data';
import { Problem } from '../access/problem';
import { type Read, reader } from '../access/reader';
import { checkSurveyAccess } from '../access/survey-access';

/** How long a panel waits for the first load before it is told to come back. */
const PATIENCE = 5_000;

/** How long an alert rule's query waits for a refresh of data that is too old: Grafana gives a rule 30 s. */
const ALERT_PATIENCE = 20_000;

/** Rows of records where the query sets no limit. */
const RECORDS = 1_000;

/** What a request knows besides its queries. */
export interface RequestScope {
  readonly context: PluginContext;
  readonly caller: Caller;
  readonly nowMs: number;
}

/** Answers one query. Throws what asProblem understands. */
export async function answerQuery(instance: Instance, request: AdmittedQuery, scope: RequestScope, signal: AbortSignal): Promise<QueryAnswer> {
  const { settings, store } = instance;
  const { caller } = scope;
  const { query } = request;
  await inTurns(readZones(query, request, settings.timeZone), signal);
  const requested = {
    fromMs: request.fromMs,
    toMs: request.toMs,
    nowMs: scope.nowMs,
    timeZone: settings.timeZone,
    weekStart: settings.weekStart,
    topBox: settings.topBox,
    defaultCalendar: settings.defaultCalendar,
    alert: caller.alert,
  };
  if (query.kind === 'events') {
    return events(instance, query, requested, request.refId, scope, signal);
  }
  const planned = plan(query, requested);
  checkSurveyAccess(planned.metric.fact, settings, caller);
  if (!(caller.alert ? await store.fresh(durationMs(settings.maxAge), ALERT_PATIENCE, signal) : await store.ready(PATIENCE, signal))) {
    throw new Problem(503, notReady(store.state(), caller), 'downstream');
  }
  const notices = [...planned.notices, ...freshnessNotices(store.state(), settings, scope.nowMs, caller)];
  const lease = store.lease();
  try {
    const missing = missingTables(planned.metric, lease.meta);
    if (missing.length > 0) {
      notices.push({ severity: 'warning', text: noDataText(planned.metric, missing, caller) });
    }
    notices.push(...misnomerNotices(await settingsMisnomers(instance, lease), planned, caller));
    const ask = planned.query.kind === 'records' ? records : metrics;
    const frames =
      missing.length > 0 && caller.alert
        ? // a count would be 0, and say that all is well
          await inTurns(metricFrames({ series: [], without: 0 }, frameContext(planned, null, request.refId, notices, lease, scope)), signal)
        : await ask(reader(instance, lease, caller, signal), planned, lease, request.refId, notices, scope, signal);
    return { frames: await inTurns(encodeWithin(frames, scope.context, caller), signal), status: 200 };
  } finally {
    lease.release();
  }
}

/** Answers with what happened: annotations, never numbers. */
async function events(
  instance: Instance,
  query: ParsedQuery,
  context: RequestContext,
  refId: string,
  scope: RequestScope,
  signal: AbortSignal
): Promise<QueryAnswer> {
  const { settings, store } = instance;
  const { caller } = scope;
  if (caller.alert) {
    throw new Problem(400, 'Events are annotations, not numbers: an alert rule needs a metric, such as {"metric": "sla_breaches", "view": "totals"}.');
  }
  const isReady = await store.ready(PATIENCE, signal);
  const names = namesIn(query.locale);
  // failed refreshes are worth seeing most of all while nothing else can be
  const lease = isReady ? store.lease() : null;
  if (!lease && (query.events.length === 0 || query.events.some((kind) => kind !== 'failed_refresh'))) {
    throw new Problem(503, notReady(store.state(), caller), 'downstream');
  }
  try {
    const state = store.state();
    const found = await happenings(query, {
      context,
      caller,
      settings,
      state,
      names,
      run: async (statement, limit) => {
        if (!lease) {
          throw new Problem(503, notReady(state, caller), 'downstream');
        }
        return resultTable(await reader(instance, lease, caller, signal)(statement, limit));
      },
    });
    const notices = [...found.notices, ...freshnessNotices(state, settings, scope.nowMs, caller)];
    const frames = eventFrames(found.happenings, { refId, names, notices, executed: found.executed.map(executed).join('\n;\n') });
    return { frames: await inTurns(encodeWithin(frames, scope.context, caller), signal), status: 200 };
  } finally {
    lease?.release();
  }
}

/** No SLA clock of the store was met, made void or ended after what a plan takes for now. */
function isSettled({ asOfMs }: Plan, { spans }: StoreMeta): boolean {
  const last = [spans.sla_fact?.met_at, spans.sla_fact?.reopened_at, spans.running_fact?.ends_at].map((span) => span?.last ?? -Infinity);
  return asOfMs >= Math.max(...last);
}

/** Reads the query's zone as far as its range and what it is compared with reach; a zone that is none, and a range turned round, are the plan's to refuse. */
function* readZones({ timeZone }: ParsedQuery, range: Range, otherwise: string): Generator<void, void> {
  const zone = timeZone ?? otherwise;
  if (isTimeZone(zone) && range.fromMs < range.toMs) {
    const { fromMs, toMs } = reach(range);
    yield* readZone(zone, fromMs, toMs);
  }
}

async function metrics(
  read: Read,
  planned: Plan,
  lease: StoreLease,
  refId: string,
  notices: readonly Notice[],
  scope: RequestScope,
  signal: AbortSignal
): Promise<Frame[]> {
  const room = roomFor(planned, cellBudget(scope.context));
  const statement = compile(planned, isSettled(planned, lease.meta));
  const limit = rowLimit(scope.context);
  const [table, quality] = await Promise.all([read(statement, Math.min(rowsOf(planned, room), limit)), qualityNotices(read, planned)]);
  if (table.truncated && rowsOf(planned, room) < limit) {
    checkGroups(planned, Infinity, room);
  }
  const cut = table.truncated ? [cutRows(limit, scope.context, scope.caller)] : [];
  const answered = await inTurns(answer(planned, resultTable(table), table.truncated ? roomFor(planned) : room), signal);
  const compared = scope.caller.alert ? null : await comparison(read, planned, answered, lease, scope, signal);
  const more: Notice[] = [...notices, ...quality, ...calendarNotices(planned, lease.meta)];
  if (answered.without > 0) {
    more.push({ severity: 'info', text: `${rows(answered.without)} had no value${planned.query.hours === 'sla' ? `: ${whyWithout(lease.meta)}` : ''}.` });
  }
  more.push(...cut);
  return inTurns(metricFrames(answered, { ...frameContext(planned, statement, refId, more, lease, scope), compared }), signal);
}

/** The most rows that groups with room have: more are more groups. */
function rowsOf({ edges }: Plan, { groups }: Room): number {
  return groups * (edges ? edges.length - 1 : 1);
}

/** The earlier period laid under the answer, where the query asks for it. */
async function comparison(
  read: Read,
  planned: Plan,
  current: Answer,
  lease: StoreLease,
  { context }: RequestScope,
  signal: AbortSignal
): Promise<Compared[] | null> {
  const earlier = earlierPlan(planned, current);
  if (earlier === null) {
    return null;
  }
  const room = roomFor(planned);
  const table = await read(compile(earlier.plan, isSettled(earlier.plan, lease.meta)), Math.min(rowsOf(earlier.plan, room), rowLimit(context)));
  const then = await inTurns(answer(earlier.plan, resultTable(table), room), signal);
  return inTurns(laidUnder(planned, current, earlier, then), signal);
}

async function records(
  read: Read,
  planned: Plan,
  lease: StoreLease,
  refId: string,
  notices: readonly Notice[],
  scope: RequestScope,
  signal: AbortSignal
): Promise<Frame[]> {
  const most = Math.min(rowLimit(scope.context), Math.floor(CELLS / recordColumns(planned).length));
  const own = planned.query.limit ?? null;
  const limit = Math.min(own ?? (scope.caller.alert ? most : RECORDS), most);
  const statement = compileRecords(planned, limit, isSettled(planned, lease.meta));
  const table = await read(statement, limit + 1);
  // to a rule the limit that its author wrote is no cut
  const cut = table.rows > limit && !(scope.caller.alert && limit === own) ? [cutRows(limit, scope.context, scope.caller)] : [];
  return inTurns(
    recordFrames(resultTable(table), Math.min(table.rows, limit), frameContext(planned, statement, refId, [...notices, ...cut], lease, scope)),
    signal
  );
}

function frameContext(
  planned: Plan,
  statement: Sql | null,
  refId: string,
  notices: readonly Notice[],
  lease: StoreLease,
  { caller }: RequestScope
): FrameContext {
  return {
    refId,
    plan: planned,
    notices,
    alert: caller.alert,
    names: namesIn(planned.query.locale),
    compared: null,
    executed: statement ? executed(statement) : '',
    custom: { loadedAt: new Date(lease.meta.loadedAt).toISOString() },
  };
}

/** Rows left out of the answer, said so. */
async function qualityNotices(read: Read, planned: Plan): Promise<Notice[]> {
  const [dropped, orphans] = [compileDropped(planned), compileOrphans(planned)];
  const [left, missing] = await Promise.all([dropped && read(dropped.statement), orphans && read(orphans)]);
  const notices: Notice[] = [];
  const count = Number(left ? (resultTable(left).column('dropped')?.[0] ?? 0) : 0);
  if (dropped && count > 0) {
    notices.push({ severity: 'warning', text: `${rows(count)} left out: ${dropped.why}.` });
  }
  if (missing) {
    const table = resultTable(missing);
    for (let i = 0; i < table.rows; i++) {
      notices.push({ severity: 'warning', text: `${rows(Number(table.column('rows')?.[i]))} left out: ${String(table.column('reason')?.[i])}.` });
    }
  }
  return notices;
}

/** The engine's vectors by column name. */
function resultTable(table: Table): ResultTable {
  return { rows: table.rows, column: (name) => columnCells(table, name), isCut: table.truncated };
}

/** The statement and its values, for Grafana's query inspector. Values are the query's own: no secret is among them. */
function executed({ text, values }: Sql): string {
  return shortened(values.length === 0 ? text : `${text}\n-- ${JSON.stringify(values)}`, EXECUTED);
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}
