/**
 * Imported before anything else. DuckDB and pg share libuv's pool, so it must be large before its first use; and stdout
 * belongs to the handshake, so the console writes to stderr. What the plugin and DuckDB write holds customers' names: files and
 * folders are for the user that runs Grafana, and nobody else.
 * What a load has let go of is the system's again after 300 ms, where DuckDB's allocator would keep it for a second: of a million tickets that makes the peak a
 * sixth lower, for a fiftieth more CPU time. The allocator reads this when DuckDB is loaded.
 */
process.umask(0o077);
process.env.UV_THREADPOOL_SIZE ??= '16';
process.env.DUCKDB_JE_MALLOC_CONF ??= 'dirty_decay_ms:300,muzzy_decay_ms:0';
globalThis.console = new console.Console(process.stderr, process.stderr);
