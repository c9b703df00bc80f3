import { create } from '@bufbuild/protobuf';
import { type handleServerStreamingCall, type handleUnaryCall, type ServerUnaryCall, type ServerWritableStream, status } from '@grpc/grpc-js';

import type { App, PluginContext, QueryAnswer, QueryRequest } from '../app/messages';
import type { Logger } from '../log';
import {
  type CallResourceRequest,
  type CallResourceResponse,
  CallResourceResponseSchema,
  type CheckHealthRequest,
  type CheckHealthResponse,
  CheckHealthResponse_HealthStatus,
  CheckHealthResponseSchema,
  type CollectMetricsRequest,
  type CollectMetricsResponse,
  CollectMetricsResponseSchema,
  type DataQuery,
  type DataResponse,
  DataResponseSchema,
  type PluginContext as WireContext,
  type QueryDataRequest,
  type QueryDataResponse,
  QueryDataResponseSchema,
} from './gen/pluginv2_pb';
import type { Secrets } from './secrets';

const text = new TextDecoder();
const bytes = new TextEncoder();

const FAILED = 'The call failed inside the plugin; Grafana’s log has the details.';

/** Grafana's services over an App: messages translated, cancellation turned into an AbortSignal. What the App says is sent as it is. */
export function grafanaServices(app: App, logger: Logger, secrets: Secrets) {
  const known = (wire: WireContext | undefined): PluginContext => {
    secrets.remember(Object.values(wire?.dataSourceInstanceSettings?.decryptedSecureJsonData ?? {}));
    return contextOf(wire);
  };

  /** Runs one unary call; a fault of ours is logged and told without detail. */
  const answer = <I, O>(
    call: ServerUnaryCall<I, O>,
    done: (error: { code: status; message: string } | null, value?: O) => void,
    run: (signal: AbortSignal) => Promise<O>
  ): void => {
    whileWaitedFor(call, run).then(
      (value) => done(null, value),
      (error: unknown) => {
        logger.error('A call failed.', { error });
        done({ code: status.INTERNAL, message: FAILED });
      }
    );
  };

  const QueryData: handleUnaryCall<QueryDataRequest, QueryDataResponse> = (call, done) =>
    answer(call, done, async (signal) => {
      const { pluginContext, headers, queries } = call.request;
      const answers = await app.queryData({ context: known(pluginContext), headers, queries: queries.map(requestQuery) }, signal);
      // Each query gets an answer with a status: alerting reads a missing refId as "no data", never as a fault.
      return create(QueryDataResponseSchema, {
        responses: Object.fromEntries(queries.map(({ refId }) => [refId, response(answers.get(refId) ?? UNANSWERED)])),
      });
    });

  const CheckHealth: handleUnaryCall<CheckHealthRequest, CheckHealthResponse> = (call, done) =>
    answer(call, done, async (signal) => {
      const { ok, message, details } = await app.checkHealth(known(call.request.pluginContext), signal);
      return create(CheckHealthResponseSchema, {
        status: ok ? CheckHealthResponse_HealthStatus.OK : CheckHealthResponse_HealthStatus.ERROR,
        message,
        jsonDetails: bytes.encode(JSON.stringify(details)),
      });
    });

  const CollectMetrics: handleUnaryCall<CollectMetricsRequest, CollectMetricsResponse> = (call, done) =>
    answer(call, done, async () => create(CollectMetricsResponseSchema, { metrics: { prometheus: bytes.encode(await app.collectMetrics()) } }));

  const CallResource: handleServerStreamingCall<CallResourceRequest, CallResourceResponse> = (call) => {
    const { pluginContext, method, path, url, body } = call.request;
    whileWaitedFor(call, (signal) => app.callResource({ context: known(pluginContext), method, path, url, body }, signal))
      .then(({ status: code, body: answered }) => {
        call.write(
          create(CallResourceResponseSchema, {
            code,
            headers: { 'Content-Type': { $typeName: 'pluginv2.StringList', values: ['application/json'] } },
            body: bytes.encode(JSON.stringify(answered)),
          })
        );
        call.end();
      })
      .catch((error: unknown) => {
        logger.error('A resource call failed.', { path, error });
        // emit, not destroy: a destroyed stream never sends its status, and the caller waits for ever
        call.emit('error', { code: status.INTERNAL, details: FAILED });
      });
  };

  return { data: { QueryData }, diagnostics: { CheckHealth, CollectMetrics }, resource: { CallResource } };
}

/** Runs with a signal that aborts when the caller cancels or its deadline passes, and only then: grpc-js says "cancelled" after a normal end too. */
async function whileWaitedFor<T>(
  call: ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>,
  run: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  call.on('cancelled', abort);
  if (call.cancelled) {
    abort();
  }
  try {
    return await run(controller.signal);
  } finally {
    call.off('cancelled', abort);
  }
}

const UNANSWERED: QueryAnswer = { frames: [], status: 500, error: 'The plugin gave no answer to this query.', errorSource: 'plugin' };

function response({ frames, status: code, error, errorSource }: QueryAnswer): DataResponse {
  return create(DataResponseSchema, {
    frames: [...frames] as Array<Uint8Array<ArrayBuffer>>,
    status: code,
    error: error ?? '',
    errorSource: errorSource ?? '',
  });
}

function requestQuery({ refId, queryType, timeRange, json }: DataQuery): QueryRequest['queries'][number] {
  return { refId, queryType, fromMs: Number(timeRange?.fromEpochMS ?? 0n), toMs: Number(timeRange?.toEpochMS ?? 0n), json: text.decode(json) };
}

function contextOf(context: WireContext | undefined): PluginContext {
  const instance = context?.dataSourceInstanceSettings;
  return {
    orgId: Number(context?.orgId ?? 0n),
    user: context?.user ? { login: context.user.login, role: context.user.role } : null,
    grafanaConfig: context?.grafanaConfig ?? {},
    instance: instance
      ? {
          id: Number(instance.id),
          uid: instance.uid,
          name: instance.name,
          json: text.decode(instance.jsonData),
          secrets: instance.decryptedSecureJsonData,
          updatedMs: Number(instance.lastUpdatedMS),
        }
      : null,
  };
}
