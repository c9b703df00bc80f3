import { create } from '@bufbuild/protobuf';
import { type handleBidiStreamingCall, type handleServerStreamingCall, type handleUnaryCall, Server } from '@grpc/grpc-js';

import type { App } from '../app/messages';
import type { Logger } from '../log';
import { type Door, openDoor } from './door';
import { fewQueries } from './few-queries';
import { type ConnInfo, type Empty, EmptySchema, GRPCBroker, GRPCController, GRPCStdio, type StdioData } from './gen/go-plugin_pb';
import { Health, type HealthCheckRequest, type HealthCheckResponse, HealthCheckResponse_ServingStatus, HealthCheckResponseSchema } from './gen/health_pb';
import { Data, Diagnostics, Resource } from './gen/pluginv2_pb';
import { queryResponse } from './query-response';
import { definitionOf } from './rpc';
import type { Secrets } from './secrets';
import { grafanaServices } from './services';

/** Grafana kills a plugin 2 s after asking it to stop. */
const STOP_WITHIN = 1500;

const LARGEST_MESSAGE = 16 * 1024 * 1024;

/** Queries of a message that are decoded: many more than the app lets in, so that it says of each why it is refused. */
const DECODED = 1_000;

/** What a server needs besides the app. */
interface ServeOptions {
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly env: NodeJS.ProcessEnv;
}

/** A listening server. `stopped` is "late" where the app did not let go in time. */
interface Served {
  readonly door: Door;
  readonly stopped: Promise<'clean' | 'late'>;
  stop(reason: string): void;
}

/** Serves the app until the host says stop or dies; resolves once it listens. */
export async function serve(app: App, { logger, secrets, env }: ServeOptions): Promise<Served> {
  const server = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE, 'grpc.max_send_message_length': -1 });
  let finish: (how: 'clean' | 'late') => void = () => undefined;
  const stopped = new Promise<'clean' | 'late'>((resolve) => (finish = resolve));
  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) {
      return;
    }
    stopping = true;
    logger.debug('Stopping.', { reason });
    const late = setTimeout(() => finish('late'), STOP_WITHIN);
    app
      .stop()
      .catch((error: unknown) => logger.error('Stopping failed.', { error }))
      .finally(() => {
        clearTimeout(late);
        server.forceShutdown();
        finish('clean');
      });
  };

  const { data, diagnostics, resource } = grafanaServices(app, logger, secrets);
  const { QueryData, ...others } = definitionOf(Data);
  const decode = (bytes: Buffer): unknown => QueryData.requestDeserialize(fewQueries(bytes, DECODED));
  server.addService({ ...others, QueryData: { ...QueryData, requestDeserialize: decode, responseSerialize: queryResponse } }, data);
  server.addService(definitionOf(Diagnostics), diagnostics);
  server.addService(definitionOf(Resource), resource);

  const Check: handleUnaryCall<HealthCheckRequest, HealthCheckResponse> = (_call, done) =>
    done(null, create(HealthCheckResponseSchema, { status: HealthCheckResponse_ServingStatus.SERVING }));
  server.addService(definitionOf(Health), { Check });

  const Shutdown: handleUnaryCall<Empty, Empty> = (_call, done) => {
    done(null, create(EmptySchema));
    setImmediate(() => stop('Grafana asked'));
  };
  server.addService(definitionOf(GRPCController), { Shutdown });

  // the broker's stream lives as long as the host: its end is the host's
  const StartStream: handleBidiStreamingCall<ConnInfo, ConnInfo> = (call) => {
    call.on('data', () => undefined);
    call.on('error', () => stop('the host is gone'));
    call.on('cancelled', () => stop('the host is gone'));
    call.on('end', () => {
      call.end();
      stop('the host is gone');
    });
  };
  server.addService(definitionOf(GRPCBroker), { StartStream });

  // logs go to stderr; this stream stays open and empty
  const StreamStdio: handleServerStreamingCall<Empty, StdioData> = (call) => {
    call.on('cancelled', () => call.end());
  };
  server.addService(definitionOf(GRPCStdio), { StreamStdio });

  const door = await openDoor(server, { env, logger });
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  return { door, stopped, stop };
}
