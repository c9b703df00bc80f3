import { create } from '@bufbuild/protobuf';
import { type Client, credentials, makeGenericClientConstructor, Metadata, type ServiceError } from '@grpc/grpc-js';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { GRPCBroker } from '../../src/backend/host/gen/go-plugin_pb';
import { Health, HealthCheckRequestSchema } from '../../src/backend/host/gen/health_pb';
import { CollectMetricsRequestSchema, type CollectMetricsResponse, Data, Diagnostics, Resource } from '../../src/backend/host/gen/pluginv2_pb';
import { definitionOf } from '../../src/backend/host/rpc';

type Unary = (request: unknown, metadata: Metadata, options: { deadline: number }, done: (error: ServiceError | null, value: unknown) => void) => void;
type Streaming = (request: unknown, metadata: Metadata, options: { deadline: number }) => NodeJS.EventEmitter;

/** The built backend's real door, without the manners of tools/door/client.ts: it sends any message. */
export class Door {
  private constructor(
    private readonly child: ChildProcess,
    private readonly clients: Readonly<Record<'data' | 'diagnostics' | 'resource' | 'health' | 'broker', Client>>
  ) {}

  /** Starts the executable as Grafana does. */
  static async open(executable: string, env: Readonly<Record<string, string>>): Promise<Door> {
    const child = spawn(executable, [], {
      env: { grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: '2', GF_VERSION: '13.2.2', ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const line = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`The backend ended with ${signal ?? `code ${code}`} before its handshake.`)));
      createInterface({ input: child.stdout! }).once('line', resolve);
    });
    const [, , network, address] = line.split('|');
    const open = (service: Parameters<typeof definitionOf>[0]) =>
      new (makeGenericClientConstructor(definitionOf(service), service.typeName))(
        network === 'unix' ? `unix:${address}` : address,
        credentials.createInsecure(),
        { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 }
      );
    const door = new Door(child, {
      data: open(Data),
      diagnostics: open(Diagnostics),
      resource: open(Resource),
      health: open(Health),
      broker: open(GRPCBroker),
    });
    // as the host does: the broker's stream says that we are alive
    const alive = (door.clients.broker as unknown as { StartStream(): NodeJS.EventEmitter }).StartStream();
    alive.on('error', () => undefined);
    alive.on('data', () => undefined);
    return door;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** How the process ended; null while it runs. */
  get ended(): string | null {
    return this.child.exitCode === null && this.child.signalCode === null ? null : (this.child.signalCode ?? `code ${this.child.exitCode}`);
  }

  /** One call with one answer; rejects with gRPC's error. */
  call<Out>(client: 'data' | 'diagnostics' | 'health', method: string, request: unknown, limitMs: number): Promise<Out> {
    return new Promise((resolve, reject) => {
      const run = (this.clients[client] as unknown as Record<string, Unary>)[method];
      run.call(this.clients[client], request, new Metadata(), { deadline: Date.now() + limitMs }, (error, value) =>
        error ? reject(error) : resolve(value as Out)
      );
    });
  }

  /** A resource call; its parts put together. */
  resource(request: unknown, limitMs: number): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const parts: Uint8Array[] = [];
      let status = 0;
      const answers = (this.clients.resource as unknown as { CallResource: Streaming }).CallResource(request, new Metadata(), {
        deadline: Date.now() + limitMs,
      });
      answers.on('data', ({ code, body }: { code: number; body: Uint8Array }) => {
        status ||= code;
        parts.push(body);
      });
      answers.on('error', reject);
      answers.on('end', () => resolve({ status, body: Buffer.concat(parts).toString() }));
    });
  }

  /** How long the process takes to say that it serves, in milliseconds. */
  async ping(limitMs: number): Promise<number> {
    const began = performance.now();
    await this.call('health', 'Check', create(HealthCheckRequestSchema), limitMs);
    return performance.now() - began;
  }

  /** The plugin's own figures, as Prometheus text. */
  async metrics(): Promise<string> {
    const { metrics } = await this.call<CollectMetricsResponse>('diagnostics', 'CollectMetrics', create(CollectMetricsRequestSchema), 30_000);
    return new TextDecoder().decode(metrics?.prometheus);
  }

  /** Ends the process, whatever it does, and waits until it has. */
  async close(): Promise<void> {
    const gone = this.ended === null ? new Promise((resolve) => this.child.once('exit', resolve)) : null;
    this.child.kill('SIGKILL');
    await gone;
    Object.values(this.clients).forEach((client) => client.close());
  }
}
