import type { DescService } from '@bufbuild/protobuf';
import { type Client, credentials, makeGenericClientConstructor, Metadata, type ServiceError } from '@grpc/grpc-js';
import type { EventEmitter } from 'node:events';

import { definitionOf } from '../../src/backend/host/rpc';

/** How long a call may take, and what gives it up. */
export interface CallLimits {
  readonly signal?: AbortSignal;
  /** The call's deadline, as Grafana sets one. */
  readonly deadlineMs?: number;
}

type Limit = { readonly deadline?: number };
type Unary = (request: unknown, metadata: Metadata, limit: Limit, done: (error: ServiceError | null, value: unknown) => void) => { cancel(): void };
type Streaming = (request: unknown, metadata: Metadata, limit: Limit) => EventEmitter & { cancel(): void };

const NO_LIMITS = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

/** A client of one of the backend's services. */
export function open(address: string, service: DescService): Client {
  const Service = makeGenericClientConstructor(definitionOf(service), service.typeName);
  return new Service(address, credentials.createInsecure(), NO_LIMITS);
}

/** Calls a method that has one answer. */
export function unary<Answer>(client: Client, method: string, request: unknown, limits: CallLimits = {}): Promise<Answer> {
  const { signal } = limits;
  return new Promise((resolve, reject) => {
    const call = methodOf<Unary>(client, method)(request, new Metadata(), limitOf(limits), (error, value) => {
      signal?.removeEventListener('abort', cancel);
      return error ? reject(error) : resolve(value as Answer);
    });
    const cancel = () => call.cancel();
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) {
      cancel();
    }
  });
}

/** Calls a method whose answer comes in parts, and gives them all. */
export function streamed<Part>(client: Client, method: string, request: unknown, limits: CallLimits = {}): Promise<readonly Part[]> {
  const { signal } = limits;
  return new Promise((resolve, reject) => {
    const call = methodOf<Streaming>(client, method)(request, new Metadata(), limitOf(limits));
    const cancel = () => call.cancel();
    signal?.addEventListener('abort', cancel);
    call.on('status', () => signal?.removeEventListener('abort', cancel));
    const parts: Part[] = [];
    call.on('data', (part: Part) => parts.push(part));
    call.on('error', reject);
    call.on('end', () => resolve(parts));
  });
}

/** Keeps the broker's stream open, as the host does: it says that we are alive. */
export function stayAlive(broker: Client): void {
  const alive = methodOf<() => EventEmitter>(broker, 'StartStream')();
  alive.on('error', () => undefined);
  alive.on('data', () => undefined);
}

/** grpc-js gives its clients their methods at run time. */
function methodOf<Method extends (...given: never[]) => unknown>(client: Client, name: string): Method {
  return (client as unknown as Readonly<Record<string, Method>>)[name].bind(client) as Method;
}

/** The call's deadline as grpc-js takes it. */
function limitOf({ deadlineMs }: CallLimits): Limit {
  return deadlineMs === undefined ? {} : { deadline: Date.now() + deadlineMs };
}
