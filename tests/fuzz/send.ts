import { create } from '@bufbuild/protobuf';
import type { ServiceError } from '@grpc/grpc-js';

import {
  CallResourceRequestSchema,
  CheckHealthRequestSchema,
  CheckHealthResponse_HealthStatus,
  type CheckHealthResponse,
  type DataResponse,
  PluginContextSchema,
  QueryDataRequestSchema,
  type QueryDataResponse,
} from '../../src/backend/host/gen/pluginv2_pb';
import type { Door } from './door';
import { type Asked, type Input, type Part, type Reply, sent } from './input';
import { END } from './ranges';
import { SECRET, type World } from './world';

const DAY = 86_400_000;

/** Sends an input through the door and gives what came back; never throws. */
export async function send(door: Door, world: World, input: Input, limitMs: number): Promise<Reply> {
  const began = performance.now();
  try {
    const parts = await partsOf(door, world, input, limitMs);
    return { ms: performance.now() - began, failure: null, parts };
  } catch (error) {
    const { code, details, message } = error as ServiceError;
    return { ms: performance.now() - began, failure: { code: code ?? -1, words: details ?? message }, parts: [] };
  }
}

async function partsOf(door: Door, world: World, input: Input, limitMs: number): Promise<Part[]> {
  const pluginContext = contextOf(world, input);
  switch (input.call) {
    case 'query': {
      const request = create(QueryDataRequestSchema, { pluginContext, headers: wellFormed(input.headers), queries: (input.queries ?? []).map(query) });
      const { responses } = await door.call<QueryDataResponse>('data', 'QueryData', request, limitMs);
      return named(responses).map(([name, { status, error, frames }]) => ({ name, status, message: error, frames, body: '' }));
    }
    case 'health': {
      const { status, message, jsonDetails } = await door.call<CheckHealthResponse>(
        'diagnostics',
        'CheckHealth',
        create(CheckHealthRequestSchema, { pluginContext, headers: wellFormed(input.headers) }),
        limitMs
      );
      const isOk = status === CheckHealthResponse_HealthStatus.OK;
      return [{ name: 'health', status: isOk ? 200 : 400, message: isOk ? '' : message, frames: [], body: Buffer.from(jsonDetails).toString() }];
    }
    case 'resource': {
      const { path = 'status', url = path, method = 'GET', body = '' } = input;
      const headers = Object.fromEntries(Object.entries(wellFormed(input.headers)).map(([name, value]) => [name, { values: [value] }]));
      const request = create(CallResourceRequestSchema, { pluginContext, path: sent(path), url: sent(url), method: sent(method), headers, body: bytes(body) });
      const answered = await door.resource(request, limitMs);
      return [{ name: 'resource', status: answered.status, message: answered.status >= 400 ? answered.body : '', frames: [], body: answered.body }];
    }
  }
}

/** A map's entries; protobuf's runtime puts what is called __proto__ where no entry shows it. */
function named(responses: Readonly<Record<string, DataResponse>>): Array<[string, DataResponse]> {
  const hidden: unknown = Object.getPrototypeOf(responses);
  return [...Object.entries(responses), ...(hidden === Object.prototype ? [] : [['__proto__', hidden as DataResponse] as [string, DataResponse]])];
}

function query({ refId = 'A', json, text, hex, from = String(END - 30 * DAY), to = String(END), points = '1000', interval = '60000' }: Asked) {
  const raw = hex === undefined ? bytes(text ?? JSON.stringify(json) ?? '') : Uint8Array.from(Buffer.from(hex, 'hex'));
  return {
    refId: sent(refId),
    json: raw,
    timeRange: { fromEpochMS: BigInt(from), toEpochMS: BigInt(to) },
    maxDataPoints: BigInt(points),
    intervalMS: BigInt(interval),
  };
}

function contextOf(world: World, { org = '1', user = { login: 'ada', role: 'Viewer' }, grafana, source }: Input) {
  const known = source
    ? {
        uid: sent(source.uid ?? 's'),
        jsonData: bytes(world.placed(source.text ?? JSON.stringify(source.json) ?? '')),
        decryptedSecureJsonData: wellFormed(source.secrets),
        lastUpdatedMS: BigInt(source.updated ?? '1'),
      }
    : { uid: 'fuzz', jsonData: bytes(JSON.stringify(world.settings)), decryptedSecureJsonData: { password: SECRET }, lastUpdatedMS: 1n };
  return create(PluginContextSchema, {
    orgId: BigInt(org),
    pluginId: 'helpdesk-metrics-datasource',
    user: user === null ? undefined : { login: sent(user.login ?? ''), role: sent(user.role ?? '') },
    grafanaConfig: wellFormed(grafana),
    dataSourceInstanceSettings: { id: 1n, name: 'Helpdesk', ...known },
  });
}

function wellFormed(texts: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [sent(name), sent(value)]));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text));
}
