import { create, type MessageShape } from '@bufbuild/protobuf';
import { credentials, makeGenericClientConstructor, Metadata, type ServiceError } from '@grpc/grpc-js';
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { EmptySchema, GRPCBroker, GRPCController } from '../../src/backend/host/gen/go-plugin_pb';
import {
  CallResourceRequestSchema,
  CheckHealthRequestSchema,
  CheckHealthResponse_HealthStatus,
  type CheckHealthResponseSchema,
  CollectMetricsRequestSchema,
  type CollectMetricsResponseSchema,
  Data,
  Diagnostics,
  PluginContextSchema,
  QueryDataRequestSchema,
  type QueryDataResponseSchema,
  Resource,
} from '../../src/backend/host/gen/pluginv2_pb';
import { definitionOf } from '../../src/backend/host/rpc';
import { type DecodedFrame, decodeFrame } from './decode';

/** The data source that a client speaks for. */
export interface ClientSettings {
  readonly uid: string;
  readonly jsonData: unknown;
  readonly secureJsonData?: Readonly<Record<string, string>>;
  readonly grafanaConfig?: Readonly<Record<string, string>>;
  /** When they were last saved: a change makes the backend open the data source anew. */
  readonly updatedMs?: number;
}

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

/** Who calls, for which data source, and for how long. */
export interface CallOptions {
  /** The organization that asks; 1 where not given, 0 is none. */
  readonly orgId?: number;
  readonly fromAlert?: boolean;
  /** The user's; without a role and a login an alert comes without a user, anything else as an administrator. Both may be empty, as for a public dashboard. */
  readonly role?: string;
  readonly login?: string;
  /** What differs from the client's own data source, or null for none at all. */
  readonly settings?: Partial<ClientSettings> | null;
  readonly signal?: AbortSignal;
  /** The call's deadline, as Grafana sets one. */
  readonly deadlineMs?: number;
  /** Leave the frames undecoded: for timing. */
  readonly raw?: boolean;
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

/** Starts the executable as Grafana does (the cookie, no PATH, no HOME) and connects to it. */
export async function startPlugin(
  executable: string,
  settings: ClientSettings,
  options: { env?: Record<string, string>; onLog?: (line: string) => void } = {}
): Promise<PluginClient> {
  const child = spawn(executable, [], {
    env: { grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: '2', GF_VERSION: '13.2.2', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    options.onLog?.(line);
  });
  const address = await handshake(child, said);
  return connect(child, address, settings);
}

/** Waits for the one line on stdout, and gives what it says as gRPC's address. */
function handshake(child: ChildProcessByStdio<null, Readable, Readable>, said: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The backend gave no handshake within 60 s.'));
    }, 60_000);
    const fail = (error: Error) => {
      clearTimeout(late);
      reject(error);
    };
    child.once('error', fail);
    // "close" comes when stderr is read to its end: then its last words are known
    child.once('close', (code, signal) => fail(new Error(`The backend ended with ${signal ?? `code ${code}`} before its handshake.\n${said.join('\n')}`)));
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(late);
      const [, , network, address] = line.split('|');
      resolve(network === 'unix' ? `unix:${address}` : address);
    });
  });
}

type Unary = (
  request: unknown,
  metadata: Metadata,
  options: { deadline?: number },
  done: (error: ServiceError | null, value: unknown) => void
) => { cancel(): void };

function connect(child: ChildProcess, address: string, settings: ClientSettings): PluginClient {
  const limits = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
  const open = (service: Parameters<typeof definitionOf>[0]) => {
    const Client = makeGenericClientConstructor(definitionOf(service), service.typeName);
    return new Client(address, credentials.createInsecure(), limits);
  };
  const [data, diagnostics, resources, controller, broker] = [Data, Diagnostics, Resource, GRPCController, GRPCBroker].map(open);
  const unary = <T>(client: typeof data, method: string, request: unknown, options: CallOptions = {}) =>
    new Promise<T>((resolve, reject) => {
      const { signal } = options;
      const call = (client as unknown as Record<string, Unary>)[method].call(client, request, new Metadata(), limitOf(options), (error, value) => {
        signal?.removeEventListener('abort', cancel);
        return error ? reject(error) : resolve(value as T);
      });
      const cancel = () => call.cancel();
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted) {
        cancel();
      }
    });
  // as the host does: the broker's stream says that we are alive
  const alive = (broker as unknown as { StartStream(): { on(event: string, listener: () => void): void; end(): void } }).StartStream();
  alive.on('error', () => undefined);
  alive.on('data', () => undefined);

  const context = (options: CallOptions) =>
    create(PluginContextSchema, {
      orgId: BigInt(options.orgId ?? 1),
      pluginId: 'helpdesk-metrics-datasource',
      user: userOf(options),
      grafanaConfig: options.settings?.grafanaConfig ?? settings.grafanaConfig ?? {},
      dataSourceInstanceSettings: options.settings === null ? undefined : dataSource({ ...settings, ...options.settings }),
    });

  return {
    pid: child.pid ?? 0,
    async health(options = {}) {
      const answer = await unary<MessageShape<typeof CheckHealthResponseSchema>>(
        diagnostics,
        'CheckHealth',
        create(CheckHealthRequestSchema, { pluginContext: context(options) }),
        options
      );
      return {
        ok: answer.status === CheckHealthResponse_HealthStatus.OK,
        message: answer.message,
        details: JSON.parse(new TextDecoder().decode(answer.jsonDetails) || 'null'),
      };
    },
    async query(queries, options = {}) {
      const request = create(QueryDataRequestSchema, {
        pluginContext: context(options),
        headers: options.fromAlert ? { FromAlert: 'true' } : {},
        queries: queries.map(({ refId, json, fromMs, toMs, maxDataPoints = 1000, intervalMs = 60_000 }) => ({
          refId,
          json: new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)) as Uint8Array<ArrayBuffer>,
          timeRange: { fromEpochMS: BigInt(fromMs), toEpochMS: BigInt(toMs) },
          maxDataPoints: BigInt(maxDataPoints),
          intervalMS: BigInt(intervalMs),
        })),
      });
      const { responses } = await unary<MessageShape<typeof QueryDataResponseSchema>>(data, 'QueryData', request, options);
      return new Map(
        Object.entries(responses).map(([refId, { status, error, errorSource, frames }]) => [
          refId,
          { status, error, errorSource, frames: options.raw ? [] : frames.map(decodeFrame), bytes: frames.reduce((sum, frame) => sum + frame.length, 0) },
        ])
      );
    },
    resource(path, method = 'GET', body, options = {}) {
      const request = create(CallResourceRequestSchema, {
        pluginContext: context(options),
        path: path.split('?')[0],
        url: path,
        method,
        body: body === undefined ? undefined : (new TextEncoder().encode(JSON.stringify(body)) as Uint8Array<ArrayBuffer>),
      });
      return new Promise((resolve, reject) => {
        const call = (
          resources as unknown as { CallResource(request: unknown, metadata: Metadata, limit: { deadline?: number }): NodeJS.EventEmitter & { cancel(): void } }
        ).CallResource(request, new Metadata(), limitOf(options));
        const cancel = () => call.cancel();
        options.signal?.addEventListener('abort', cancel);
        call.on('status', () => options.signal?.removeEventListener('abort', cancel));
        let status = 0;
        const parts: Uint8Array[] = [];
        call.on('data', (part: { code: number; body: Uint8Array }) => {
          status ||= part.code;
          parts.push(part.body);
        });
        call.on('error', reject);
        call.on('end', () => resolve({ status, body: JSON.parse(Buffer.concat(parts).toString() || 'null') as unknown }));
      });
    },
    async metrics(options = {}) {
      const answer = await unary<MessageShape<typeof CollectMetricsResponseSchema>>(
        diagnostics,
        'CollectMetrics',
        create(CollectMetricsRequestSchema, { pluginContext: context(options) }),
        options
      );
      return new TextDecoder().decode(answer.metrics?.prometheus);
    },
    async stop() {
      const ended = new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())));
      const late = setTimeout(() => child.kill('SIGKILL'), 2000);
      await unary(controller, 'Shutdown', create(EmptySchema)).catch(() => undefined);
      await ended;
      clearTimeout(late);
      [data, diagnostics, resources, controller, broker].forEach((client) => client.close());
    },
  };
}

/** The user that Grafana names. */
function userOf({ fromAlert, login, role }: CallOptions): { login: string; role: string } | undefined {
  return fromAlert && login === undefined && role === undefined ? undefined : { login: login ?? 'local', role: role ?? 'Admin' };
}

/** A data source as Grafana sends it. */
function dataSource({ uid, jsonData, secureJsonData, updatedMs }: ClientSettings) {
  return {
    id: 1n,
    uid,
    name: 'Helpdesk',
    jsonData: new TextEncoder().encode(JSON.stringify(jsonData)) as Uint8Array<ArrayBuffer>,
    decryptedSecureJsonData: { ...secureJsonData },
    lastUpdatedMS: BigInt(updatedMs ?? 1),
  };
}

/** The call's deadline as grpc-js takes it. */
function limitOf({ deadlineMs }: CallOptions): { deadline?: number } {
  return deadlineMs === undefined ? {} : { deadline: Date.now() + deadlineMs };
}
