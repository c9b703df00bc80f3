/** Where administrators install Node: folders that only root can write, for the plugin runs what it finds there. */
const PLACES = [
  '/usr/local/bin/node',
  '/usr/bin/node',
  '/bin/node',
  '/opt/homebrew/bin/node',
  '/snap/bin/node',
  '/opt/*/bin/node',
  '/usr/local/nvm/versions/node/*/bin/node',
  '/usr/local/lib/nodejs/*/bin/node',
];

/** Variables that put code into Node, its libraries or its TLS. What is left of NODE_… adds authorities of certificates, and no code. */
const LOADING = 'NODE_* | LD_* | DYLD_* | OPENSSL_* | GCONV_PATH';

/**
 * A shell script that finds a Node without PATH: the one beside it (with its C library, where that is there too), the one that built it if it
 * still lies where it was built, then `places`. Grafana gives a plugin no PATH and no HOME; older ones give all that they have.
 */
export function launcher(platform: string, places: readonly string[] = PLACES): string {
  return `#!/bin/sh
# Starts the backend of Helpdesk Metrics.
# started through links: what it needs lies beside the file itself
self=$0
links=0
while [ -h "$self" ] && [ "$links" -lt 40 ]; do
  link=$(PATH=/usr/bin:/bin; readlink "$self") || break
  case "$link" in
    /*) self=$link ;;
    *) case "$self" in */*) self="\${self%/*}/$link" ;; *) self=$link ;; esac ;;
  esac
  links=$((links + 1))
done
case "$self" in */*) here="\${self%/*}" ;; *) here=. ;; esac
here=$(unset CDPATH; cd -P "\${here:-/}" && pwd -P) || exit 1
# Node runs the plugin, and nothing that the environment would load into it
set -f
IFS='
'
for line in $(export -p); do
  name=\${line#export }
  name=\${name#declare -x }
  name=\${name%%=*}
  case "$name" in
    *[!A-Za-z0-9_]* | NODE_EXTRA_CA_CERTS) ;;
    ${LOADING}) unset "$name" ;;
  esac
done
unset IFS
set +f
# before Node starts: its pool of threads is as large as this says, and DuckDB and pg share it
export UV_THREADPOOL_SIZE="\${UV_THREADPOOL_SIZE:-16}"
# a release brings a C library along, for where there is none or another, such as Grafana's Alpine image
node="$here/gpx_helpdesk_metrics_node_${platform}"
loader="$here/gpx_helpdesk_metrics_ld_${platform}"
[ -x "$loader" ] && [ -x "$node" ] && exec "$loader" --library-path "$here/glibc" "$node" "$here/backend.js"
# the Node that built it, where it was built and nowhere else: a copy must not run what lies in somebody's folder
built=
[ -r "$here/node-path" ] && { read -r built; read -r place; } < "$here/node-path"
[ -n "$built" ] && [ "$place" = "$here" ] || built=
for node in "$node" "$built" ${places.join(' ')}; do
  [ -n "$node" ] && [ -x "$node" ] && exec "$node" "$here/backend.js"
done
echo "Helpdesk Metrics needs Node.js 20 or later: install it in /usr/bin or /usr/local/bin, or use a release of the plugin, which brings its own." >&2
exit 1
`;
}
