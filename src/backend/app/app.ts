import { setMaxListeners } from 'node:events';

import { METRIC_IDS } from '../../shared/catalog';
import { QueryError } from '../../shared/query';
import { SettingsError } from '../../shared/settings';
import { QUERY_TEXT } from '../../shared/bounds';
import { shortened } from '../../shared/echo';
import { Admission } from '../engines/admission';
import type { LogFields, Logger } from '../log';
import { SourceError } from '../sources/source';
import { StoreCleaner } from '../store/folder/store-cleaner';
import { standInLine } from '../lines';
import { turn } from '../turns';
import { DATA_FOLDER } from './instances/allowed-directories';
import { type Caller, callerOf, isAdministrator, lineOf } from './access/caller';
import { concurrentQueries } from './gate/concurrent-queries';
import { FailureLog } from './telemetry/failure-log';
import { admitQueries, admitQuery, admitResource } from './gate/gate';
import { health } from './health';
import { Instances } from './instances/instances';
import { holding } from './answers/held-leases';
import { AnswerBytes } from './answers/limits';
import type { App, PluginContext, QueryAnswer, RequestQuery } from './messages';
import { openInstance } from './instances/open-instance';
import { asProblem, pageOf, Problem, refusal } from './access/problem';
import { answerQuery } from './answers/answer-query';
import { resource } from './resources/resources';
import { Telemetry } from './telemetry/telemetry';

/** The application behind Grafana's door. */
export function createApp(logger: Logger): App {
  const cleaner = new StoreCleaner(logger);
  cleaner.watch(DATA_FOLDER);
  const instances = new Instances((settings, orgId) => openInstance(settings, orgId, { logger, cleaner }), logger);
  const telemetry = new Telemetry();
  const failures = new FailureLog(logger);

  /** A fault as its caller may know it; whole, it goes to the log. A refusal is no fault: it says all there is. */
  const told = (what: string, error: unknown, { orgId, instance }: PluginContext, caller: Caller, signal: AbortSignal, fields: LogFields = {}): Problem => {
    const problem = asProblem(error, caller, signal);
    if (!(error instanceof Problem || error instanceof QueryError || signal.aborted)) {
      failures.note(what, { orgId, uid: instance?.uid ?? null }, error, fields);
    }
    return problem;
  };

  return {
    async queryData(request, signal) {
      const { context, headers, queries } = request;
      // each statement of each query listens
      setMaxListeners(0, signal);
      try {
        admitQueries(request);
      } catch (error) {
        const refused = refusal(asProblem(error, callerOf(context), signal));
        return new Map(queries.map(({ refId }) => [refId, refused]));
      }
      return holding(async (held) => {
        const scope = { context, caller: callerOf(context, headers), nowMs: Date.now(), held };
        // so many at a time: one request with a hundred queries does not keep all others waiting
        const admission = new Admission(concurrentQueries(context.grafanaConfig));
        const bytes = new AnswerBytes();
        const answered = async (query: RequestQuery): Promise<QueryAnswer> => {
          const leave = await admission.enter(signal);
          try {
            await turn(signal);
            bytes.check();
            const admitted = admitQuery(query, scope.caller.alert);
            return bytes.take(await instances.use(context, (instance) => answerQuery(instance, admitted, scope, signal)));
          } finally {
            leave();
          }
        };
        const counted = async (query: RequestQuery): Promise<[string, QueryAnswer]> => {
          const began = performance.now();
          const answer = await answered(query).catch((error: unknown) =>
            refusal(told('A query failed.', error, context, scope.caller, signal, { refId: shortened(query.refId) }))
          );
          telemetry.answered(metricOf(query.json), answer.status, (performance.now() - began) / 1000);
          return [query.refId, answer];
        };
        standInLine(signal, lineOf(context, scope.caller));
        return new Map(await Promise.all(queries.map(counted)));
      });
    },

    async checkHealth(context, signal) {
      const caller = callerOf(context);
      standInLine(signal, lineOf(context, caller));
      try {
        return await instances.use(context, (instance) => health(instance, caller, Date.now(), signal));
      } catch (error) {
        const { message } = told('The health check failed.', error, context, caller, signal);
        const { category, hint } =
          error instanceof SourceError ? error : { category: error instanceof SettingsError ? ('config' as const) : ('internal' as const), hint: null };
        return { ok: false, message, details: { category, page: pageOf(category), ...(isAdministrator(caller) ? { hint } : {}), verboseMessage: message } };
      }
    },

    async callResource(request, signal) {
      const { context, path } = request;
      const caller = callerOf(context);
      try {
        const admitted = admitResource(request);
        standInLine(signal, lineOf(context, caller));
        return await instances.use(context, (instance) => resource(instance, caller, admitted, signal));
      } catch (error) {
        const { message, status } = told('A resource call failed.', error, context, caller, signal, { path: shortened(path) });
        return { status, body: { message } };
      }
    },

    async collectMetrics() {
      return telemetry.text(instances.running(), Date.now());
    },

    async stop() {
      await Promise.all([instances.closeAll(), cleaner.stop()]);
    },
  };
}

/** The metric that a query names, for counting; never an unbounded label. */
function metricOf(json: string): string {
  const named = /"metric"\s*:\s*"(\w+)"/.exec(json.slice(0, QUERY_TEXT))?.[1] ?? '';
  return METRIC_IDS.includes(named) ? named : 'other';
}
