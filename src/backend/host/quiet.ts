/**
 * Imported before anything else. DuckDB and pg share libuv's pool, so it must be large before its first use; and stdout
 * belongs to the handshake, so the console writes to stderr. What the plugin and DuckDB write holds customers' names: files and
 * folders are for the user that runs Grafana, and nobody else.
 */
process.umask(0o077);
process.env.UV_THREADPOOL_SIZE ??= '16';
globalThis.console = new console.Console(process.stderr, process.stderr);
