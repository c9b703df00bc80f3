/** Where administrators install Node: folders that only root can write, for the plugin runs what it finds there. */
const PLACES = [
  '/usr/local/bin/node', '/usr/bin/node', '/bin/node', '/opt/homebrew/bin/node', '/snap/bin/node', '/opt/*/bin/node', '/usr/local/nvm/versions/node/*/bin/node',
  '/usr/local/lib/nodejs/*/bin/node',
];

/** A shell script that finds a Node without PATH: the one beside it (with its C library, where that is there too), the one that built it, then `places`. Grafana gives a plugin no PATH and no HOME. */
export function launcher(platform: string, places: readonly string[] = PLACES): string {
  return `#!/bin/sh
# Starts the backend of Helpdesk Metrics.
case "$0" in */*) here="\${0%/*}" ;; *) here=. ;; esac
# before Node starts: its pool of threads is as large as this says, and DuckDB and pg share it
export UV_THREADPOOL_SIZE="\${UV_THREADPOOL_SIZE:-16}"
# a release brings a C library along, for where there is none or another, such as Grafana's Alpine image
node="$here/gpx_helpdesk_metrics_node_${platform}"
loader="$here/gpx_helpdesk_metrics_ld_${platform}"
[ -x "$loader" ] && [ -x "$node" ] && exec "$loader" --library-path "$here/glibc" "$node" "$here/backend.js"
development=
[ -r "$here/node-path" ] && read -r development < "$here/node-path"
for node in "$node" "$development" ${places.join(' ')}; do
  [ -n "$node" ] && [ -x "$node" ] && exec "$node" "$here/backend.js"
done
echo "Helpdesk Metrics needs Node.js 20 or later: install it in /usr/bin or /usr/local/bin, or use a release of the plugin, which brings its own." >&2
exit 1
`;
}
