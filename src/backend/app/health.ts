import type { Instance } from './instance';
import { inWords, notReady } from './freshness';
import type { HealthAnswer } from './messages';
import { reportsWithoutData } from './no-data';
import { asProblem } from './problem';
import { SourceError } from '../sources/source';

/** How long "Save & test" waits for a first load before it reports progress instead. */
const PATIENCE = 20_000;

/** Connects, says which tables were found, how fresh the data is and which reports have none. */
export async function health(instance: Instance, nowMs: number, signal: AbortSignal): Promise<HealthAnswer> {
  const { source, store } = instance;
  let found;
  try {
    found = await source.inspect(signal);
  } catch (error) {
    const { message } = asProblem(error, signal);
    return { ok: false, message, details: { category: error instanceof SourceError ? error.category : 'internal', hint: error instanceof SourceError ? error.hint : null, verboseMessage: message } };
  }
  const ready = await store.ready(PATIENCE, signal);
  const state = store.state();
  const tables = Object.fromEntries(found.map(({ name, rows, columns }) => [name, { rows, columns: columns.length }]));
  if (!ready) {
    const message = notReady(state);
    return { ok: state.phase !== 'failed', message, details: { tables, phase: state.phase, progress: state.progress, verboseMessage: message } };
  }
  const lease = store.lease();
  try {
    const { tableRows, loadedAt } = lease.meta;
    const without = reportsWithoutData(lease.meta);
    const tickets = (tableRows.ticket ?? 0).toLocaleString('en');
    const messages = (tableRows.message ?? 0).toLocaleString('en');
    const message = `Connected: ${tickets} tickets, ${messages} messages, read ${inWords(Math.max(0, nowMs - loadedAt))} ago.` +
      (without.length > 0 ? ` ${without.length} ${without.length === 1 ? 'report has' : 'reports have'} no data: ${without.map(({ label, needs }) => `${label} (needs ${needs.join(', ')})`).join('; ')}.` : '');
    return {
      ok: true, message,
      details: { tables, rows: tableRows, phase: state.phase, loadedAt: new Date(loadedAt).toISOString(), ageSeconds: Math.round((nowMs - loadedAt) / 1000), lastError: state.lastError?.message ?? null, reportsWithoutData: without, verboseMessage: message },
    };
  } finally {
    lease.release();
  }
}
