/**
 * Imported before anything else. DuckDB and pg share libuv's pool, so it must be large before its first use; and stdout
 * belongs to the handshake, so the console writes to stderr.
 */
process.env.UV_THREADPOOL_SIZE ??= '16';
globalThis.console = new console.Console(process.stderr, process.stderr);
