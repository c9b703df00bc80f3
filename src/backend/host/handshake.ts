/** go-plugin's magic cookie: set by Grafana, absent when a person starts the backend by hand. */
const COOKIE = { key: 'grafana_plugin_type', value: 'datasource' };

/** The core protocol of go-plugin and the plugin protocol of Grafana. */
const CORE_PROTOCOL = 1;
const PLUGIN_PROTOCOL = 2;

/** The oldest Node that the backend is tested with. */
const OLDEST_NODE = 20;

/** A sentence why this process should not run, or null if Grafana started it. */
export function refusesToStart(env: NodeJS.ProcessEnv, node: string): string | null {
  if (env[COOKIE.key] !== COOKIE.value) {
    return 'This is the backend of a Grafana plugin: Grafana starts it by itself, and it does nothing when started by hand. Try `npm start` or `npm run query`.';
  }
  if (!(Number(node.split('.')[0]) >= OLDEST_NODE)) {
    return `Helpdesk Metrics needs Node.js ${OLDEST_NODE} or later; this is ${node}. A release of the plugin brings its own.`;
  }
  const versions = (env.PLUGIN_PROTOCOL_VERSIONS ?? String(PLUGIN_PROTOCOL)).split(',').map(Number);
  return versions.includes(PLUGIN_PROTOCOL) ? null : `Grafana speaks plugin protocol ${env.PLUGIN_PROTOCOL_VERSIONS}; this backend speaks ${PLUGIN_PROTOCOL}.`;
}

/** The ports that Grafana allows, in order; [0] (any) where it does not say. */
export function allowedPorts(env: NodeJS.ProcessEnv): number[] {
  const [low, high] = [Number(env.PLUGIN_MIN_PORT), Number(env.PLUGIN_MAX_PORT)];
  return low > 0 && high >= low ? Array.from({ length: high - low + 1 }, (_, i) => low + i) : [0];
}

/** Where the host finds the server. */
export interface Address {
  readonly network: 'unix' | 'tcp';
  readonly address: string;
}

/** The first and only line on stdout: where the server listens. */
export function handshakeLine({ network, address }: Address): string {
  return `${CORE_PROTOCOL}|${PLUGIN_PROTOCOL}|${network}|${address}|grpc|\n`;
}
