import { create } from '@bufbuild/protobuf';
import { type handleServerStreamingCall, type handleUnaryCall, type ServerUnaryCall, type ServerWritableStream, status } from '@grpc/grpc-js';

import type { App, PluginContext, QueryRequest } from '../app/messages';
import {
  type CallResourceRequest, type CallResourceResponse, CallResourceResponseSchema, type CheckHealthRequest, type CheckHealthResponse,
  CheckHealthResponse_HealthStatus, CheckHealthResponseSchema, type CollectMetricsRequest, type CollectMetricsResponse, CollectMetricsResponseSchema,
  type PluginContext as WireContext, type QueryDataRequest, type QueryDataResponse, QueryDataResponseSchema,
} from './gen/pluginv2_pb';
import type { Logger } from './logger';

const text = new TextDecoder();
const bytes = new TextEncoder();

/** Grafana's services over an App: messages translated, cancellation turned into an AbortSignal. */
export function grafanaServices(app: App, logger: Logger) {
  const QueryData: handleUnaryCall<QueryDataRequest, QueryDataResponse> = (call, done) =>
    answer(call, done, async (signal) => {
      const answers = await app.queryData(queryRequest(call.request), signal);
      return create(QueryDataResponseSchema, {
        responses: Object.fromEntries([...answers].map(([refId, { frames, status: code, error, errorSource }]) => [
          refId, { $typeName: 'pluginv2.DataResponse' as const, frames: [...frames] as Array<Uint8Array<ArrayBuffer>>, status: code, error: error ?? '', errorSource: errorSource ?? '', jsonMeta: new Uint8Array() },
        ])),
      });
    }, logger);

  const CheckHealth: handleUnaryCall<CheckHealthRequest, CheckHealthResponse> = (call, done) =>
    answer(call, done, async (signal) => {
      const { ok, message, details } = await app.checkHealth(contextOf(call.request.pluginContext), signal);
      return create(CheckHealthResponseSchema, {
        status: ok ? CheckHealthResponse_HealthStatus.OK : CheckHealthResponse_HealthStatus.ERROR, message, jsonDetails: bytes.encode(JSON.stringify(details)),
      });
    }, logger);

  const CollectMetrics: handleUnaryCall<CollectMetricsRequest, CollectMetricsResponse> = (call, done) =>
    answer(call, done, async () => create(CollectMetricsResponseSchema, { metrics: { prometheus: bytes.encode(await app.collectMetrics()) } }), logger);

  const CallResource: handleServerStreamingCall<CallResourceRequest, CallResourceResponse> = (call) => {
    const { pluginContext, method, path, url, body } = call.request;
    const signal = signalOf(call);
    app.callResource({ context: contextOf(pluginContext), method, path, url, body }, signal).then(
      ({ status: code, body: answered }) => {
        call.write(create(CallResourceResponseSchema, {
          code, headers: { 'Content-Type': { $typeName: 'pluginv2.StringList', values: ['application/json'] } }, body: bytes.encode(JSON.stringify(answered)),
        }));
        call.end();
      },
      (error: unknown) => {
        logger.error('A resource call failed.', { path, error });
        call.destroy(Object.assign(new Error('The call failed inside the plugin; Grafana’s log has the details.'), { code: status.INTERNAL }));
      }
    );
  };

  return { data: { QueryData }, diagnostics: { CheckHealth, CollectMetrics }, resource: { CallResource } };
}

/** Runs one unary call; a fault of ours is logged and told without detail. */
function answer<I, O>(call: ServerUnaryCall<I, O>, done: (error: { code: status; message: string } | null, value?: O) => void, run: (signal: AbortSignal) => Promise<O>, logger: Logger): void {
  run(signalOf(call)).then(
    (value) => done(null, value),
    (error: unknown) => {
      logger.error('A call failed.', { error });
      done({ code: status.INTERNAL, message: 'The call failed inside the plugin; Grafana’s log has the details.' });
    }
  );
}

/** Aborts when the caller cancels or its deadline passes. grpc-js also says "cancelled" after a normal end: harmless by then. */
function signalOf(call: ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>): AbortSignal {
  const controller = new AbortController();
  call.on('cancelled', () => controller.abort());
  return controller.signal;
}

function queryRequest({ pluginContext, headers, queries }: QueryDataRequest): QueryRequest {
  return {
    context: contextOf(pluginContext), headers,
    queries: queries.map(({ refId, queryType, timeRange, json }) => ({
      refId, queryType, fromMs: Number(timeRange?.fromEpochMS ?? 0n), toMs: Number(timeRange?.toEpochMS ?? 0n), json: text.decode(json),
    })),
  };
}

function contextOf(context: WireContext | undefined): PluginContext {
  const instance = context?.dataSourceInstanceSettings;
  return {
    orgId: Number(context?.orgId ?? 0n),
    user: context?.user ? { login: context.user.login, role: context.user.role } : null,
    grafanaConfig: context?.grafanaConfig ?? {},
    instance: instance ? {
      id: Number(instance.id), uid: instance.uid, name: instance.name, jsonData: parsed(instance.jsonData), secrets: instance.decryptedSecureJsonData, updatedMs: Number(instance.lastUpdatedMS),
    } : null,
  };
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(text.decode(json));
  } catch {
    return null;
  }
}
