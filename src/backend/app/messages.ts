/** What the host asks of the application and gets back: Grafana's messages without protobuf. */

/** Who asks, of which data source, under which Grafana settings. */
export interface PluginContext {
  readonly orgId: number;
  /** Absent for alerting and public dashboards. */
  readonly user: { readonly login: string; readonly role: string } | null;
  readonly instance: DataSourceInstance | null;
  readonly grafanaConfig: Readonly<Record<string, string>>;
}

/** A data source as Grafana stores it. */
export interface DataSourceInstance {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  /** The settings (jsonData) as JSON text. */
  readonly json: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** Epoch ms of the last save. */
  readonly updatedMs: number;
}

/** One panel's or rule's query. */
export interface RequestQuery {
  readonly refId: string;
  readonly queryType: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** The query's JSON text. */
  readonly json: string;
}

export interface QueryRequest {
  readonly context: PluginContext;
  /** As Grafana sent them; names compare without case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly queries: readonly RequestQuery[];
}

/** One query's frames, or what went wrong; the status is an HTTP status and never 0. */
export interface QueryAnswer {
  readonly frames: readonly Uint8Array[];
  readonly status: number;
  readonly error?: string;
  readonly errorSource?: 'plugin' | 'downstream';
}

export interface HealthAnswer {
  readonly ok: boolean;
  readonly message: string;
  readonly details: object;
}

export interface ResourceRequest {
  readonly context: PluginContext;
  readonly method: string;
  /** Without the leading slash; the query string, where there is one, in `url`. */
  readonly path: string;
  readonly url: string;
  readonly body: Uint8Array;
}

export interface ResourceAnswer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: unknown;
}

/** What the host serves. */
export interface App {
  queryData(request: QueryRequest, signal: AbortSignal): Promise<ReadonlyMap<string, QueryAnswer>>;
  checkHealth(context: PluginContext, signal: AbortSignal): Promise<HealthAnswer>;
  callResource(request: ResourceRequest, signal: AbortSignal): Promise<ResourceAnswer>;
  /** Prometheus text. */
  collectMetrics(): Promise<string>;
  /** Interrupts everything and lets go of files and connections. */
  stop(): Promise<void>;
}
