import { setMaxListeners } from 'node:events';

import { METRIC_IDS } from '../../shared/catalog';
import type { Logger } from '../host/logger';
import { health } from './health';
import type { Instance } from './instance';
import { Instances } from './instances';
import type { App, PluginContext, QueryAnswer } from './messages';
import { openInstance } from './open-instance';
import { asProblem, Problem, refusal } from './problem';
import { answerQuery } from './query-data';
import { resource } from './resources';
import { Telemetry } from './telemetry';

/** The application behind Grafana's door. */
export function createApp(logger: Logger): App {
  const instances = new Instances((settings) => openInstance(settings, logger));
  const telemetry = new Telemetry();

  const instanceOf = async ({ instance }: PluginContext): Promise<Instance> => {
    if (!instance) {
      throw new Problem(400, 'The request names no data source.');
    }
    return instances.get(instance);
  };

  return {
    async queryData({ context, headers, queries }, signal) {
      // each statement of each query listens
      setMaxListeners(0, signal);
      const alert = Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'fromalert' && value === 'true');
      const scope = { context, alert, nowMs: Date.now() };
      const answers = await Promise.all(queries.map(async (query): Promise<[string, QueryAnswer]> => {
        const began = performance.now();
        const answered = await instanceOf(context).then((instance) => answerQuery(instance, query, scope, signal)).catch((error: unknown) => {
          const problem = asProblem(error, signal);
          if (problem.status === 500) {
            logger.error('A query failed.', { refId: query.refId, error });
          }
          return refusal(problem);
        });
        telemetry.answered(metricOf(query.json), answered.status, (performance.now() - began) / 1000);
        return [query.refId, answered];
      }));
      return new Map(answers);
    },

    async checkHealth(context, signal) {
      try {
        return await health(await instanceOf(context), Date.now(), signal);
      } catch (error) {
        const { message, status } = asProblem(error, signal);
        if (status === 500) {
          logger.error('The health check failed.', { error });
        }
        return { ok: false, message, details: { category: 'config', verboseMessage: message } };
      }
    },

    async callResource(request, signal) {
      try {
        return await resource(await instanceOf(request.context), request, signal);
      } catch (error) {
        const { message, status } = asProblem(error, signal);
        if (status === 500) {
          logger.error('A resource call failed.', { path: request.path, error });
        }
        return { status, body: { message } };
      }
    },

    async collectMetrics() {
      return telemetry.text(await instances.running(), Date.now());
    },

    stop: () => instances.closeAll(),
  };
}

/** The metric that a query names, for counting; never an unbounded label. */
function metricOf(json: string): string {
  const named = /"metric"\s*:\s*"(\w+)"/.exec(json)?.[1] ?? '';
  return METRIC_IDS.includes(named) ? named : 'other';
}
