import { create, type MessageShape } from '@bufbuild/protobuf';

import { EmptySchema, GRPCBroker, GRPCController } from '../../src/backend/host/gen/go-plugin_pb';
import {
  type CallResourceResponse,
  CallResourceRequestSchema,
  CheckHealthRequestSchema,
  CheckHealthResponse_HealthStatus,
  type CheckHealthResponseSchema,
  CollectMetricsRequestSchema,
  type CollectMetricsResponseSchema,
  Data,
  Diagnostics,
  QueryDataRequestSchema,
  type QueryDataResponseSchema,
  Resource,
} from '../../src/backend/host/gen/pluginv2_pb';
import { open, stayAlive, streamed, unary } from './calls';
import { type CallOptions, type ClientSettings, contextOf, utf8 } from './context';
import { type DecodedFrame, decodeFrame } from './decode';
import { ended, type Started, startProcess } from './process';

export type { CallOptions, ClientSettings } from './context';

/** One query for `query`. */
export interface ClientQuery {
  readonly refId: string;
  readonly json: unknown;
  readonly fromMs: number;
  readonly toMs: number;
  readonly maxDataPoints?: number;
  readonly intervalMs?: number;
}

/** One query's answer, decoded. */
export interface ClientAnswer {
  readonly status: number;
  readonly error: string;
  /** "plugin" or "downstream"; empty where nothing went wrong. */
  readonly errorSource: string;
  readonly frames: readonly DecodedFrame[];
  readonly bytes: number;
}

/** A started backend, spoken to as Grafana does. */
export interface PluginClient {
  readonly pid: number;
  health(options?: CallOptions): Promise<{ readonly ok: boolean; readonly message: string; readonly details: unknown }>;
  query(queries: readonly ClientQuery[], options?: CallOptions): Promise<Map<string, ClientAnswer>>;
  resource(path: string, method?: string, body?: unknown, options?: CallOptions): Promise<{ readonly status: number; readonly body: unknown }>;
  metrics(options?: CallOptions): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the executable as Grafana does and connects to it. */
export async function startPlugin(
  executable: string,
  settings: ClientSettings,
  options: { env?: Record<string, string>; onLog?: (line: string) => void } = {}
): Promise<PluginClient> {
  return connect(await startProcess(executable, options.env ?? {}, options.onLog), settings);
}

function connect({ child, address }: Started, settings: ClientSettings): PluginClient {
  const [data, diagnostics, resources, controller, broker] = [Data, Diagnostics, Resource, GRPCController, GRPCBroker].map((service) => open(address, service));
  stayAlive(broker);
  return {
    pid: child.pid ?? 0,
    async health(options = {}) {
      const request = create(CheckHealthRequestSchema, { pluginContext: contextOf(settings, options) });
      const answer = await unary<MessageShape<typeof CheckHealthResponseSchema>>(diagnostics, 'CheckHealth', request, options);
      return {
        ok: answer.status === CheckHealthResponse_HealthStatus.OK,
        message: answer.message,
        details: JSON.parse(new TextDecoder().decode(answer.jsonDetails) || 'null'),
      };
    },
    async query(queries, options = {}) {
      const request = create(QueryDataRequestSchema, {
        pluginContext: contextOf(settings, options),
        headers: options.fromAlert ? { FromAlert: 'true' } : {},
        queries: queries.map(messageOf),
      });
      const { responses } = await unary<MessageShape<typeof QueryDataResponseSchema>>(data, 'QueryData', request, options);
      return new Map(
        Object.entries(responses).map(([refId, { status, error, errorSource, frames }]) => [
          refId,
          { status, error, errorSource, frames: options.raw ? [] : frames.map(decodeFrame), bytes: frames.reduce((sum, frame) => sum + frame.length, 0) },
        ])
      );
    },
    async resource(path, method = 'GET', body, options = {}) {
      const request = create(CallResourceRequestSchema, {
        pluginContext: contextOf(settings, options),
        path: path.split('?')[0],
        url: path,
        method,
        body: body === undefined ? undefined : utf8(JSON.stringify(body)),
      });
      const parts = await streamed<CallResourceResponse>(resources, 'CallResource', request, options);
      return {
        status: parts.find(({ code }) => code !== 0)?.code ?? 0,
        body: JSON.parse(Buffer.concat(parts.map((part) => part.body)).toString() || 'null') as unknown,
      };
    },
    async metrics(options = {}) {
      const request = create(CollectMetricsRequestSchema, { pluginContext: contextOf(settings, options) });
      const answer = await unary<MessageShape<typeof CollectMetricsResponseSchema>>(diagnostics, 'CollectMetrics', request, options);
      return new TextDecoder().decode(answer.metrics?.prometheus);
    },
    async stop() {
      await ended(child, () => unary(controller, 'Shutdown', create(EmptySchema)));
      [data, diagnostics, resources, controller, broker].forEach((client) => client.close());
    },
  };
}

/** A query as Grafana sends it. */
function messageOf({ refId, json, fromMs, toMs, maxDataPoints = 1000, intervalMs = 60_000 }: ClientQuery) {
  return {
    refId,
    json: utf8(typeof json === 'string' ? json : JSON.stringify(json)),
    timeRange: { fromEpochMS: BigInt(fromMs), toEpochMS: BigInt(toMs) },
    maxDataPoints: BigInt(maxDataPoints),
    intervalMS: BigInt(intervalMs),
  };
}
