import { type Caller, isAdministrator } from './access/caller';
import { inWords, notReady } from './answers/freshness';
import { asMeta, dataAsOf } from './answers/data-as-of';
import { checked } from './checks/checks';
import { customFields } from './custom-fields/custom-fields';
import { leftOutFields } from './custom-fields/left-out';
import type { Instance } from './instance';
import type { HealthAnswer } from './messages';
import { settingsMisnomers } from './settings/misnomers';
import { reportsWithoutData, reportsWithoutTables, withoutDataText } from './answers/no-data';
import { whyUnread } from './access/problem';
import { type FoundTable, type Remark, SourceError } from '../sources/source';
import { proposed } from './fault-details';
import { told } from '../../shared/echo';

/** How long "Save & test" waits for a first load before it reports progress instead. */
const PATIENCE = 20_000;

/** Connects, says how fresh the data is, and to administrators which tables were found and which reports have none. Throws what asProblem understands. */
export async function health(instance: Instance, caller: Caller, nowMs: number, signal: AbortSignal): Promise<HealthAnswer> {
  const { source, store } = instance;
  const looked: Remark[] = [];
  const isTold = isAdministrator(caller);
  let found: readonly FoundTable[];
  try {
    found = await source.inspect(signal, (remark) => looked.push(remark));
  } catch (error) {
    if (isTold && error instanceof SourceError && error.proposal !== null) {
      return proposed(error, error.proposal, instance.settings);
    }
    throw error;
  }
  const ready = await store.ready(PATIENCE, signal);
  const state = store.state();
  // what only reading shows stands with what was read
  const isNew = ({ kind, text }: Remark): boolean => kind === 'note' && !looked.some((one) => one.text === text);
  const remarks = [...looked, ...(ready ? state.remarks.filter(isNew) : [])];
  const tables = isTold ? { tables: Object.fromEntries(found.map(({ name, rows, columns }) => [name, { rows, columns: columns.length }])), remarks } : {};
  const warnings = isTold ? said(remarks) : [];
  if (!ready) {
    const will = isTold
      ? reportsWithoutTables(
          found.map(({ name }) => name),
          instance.settings
        )
      : [];
    // the settings are right, which is what is tested: green, but nobody may take it for loaded
    const message =
      state.phase === 'failed'
        ? notReady(state, caller)
        : `Connected, and not loaded yet: panels stay empty until then. ${notReady(state, caller)}${warnings.join('')}${withoutDataText(will, false)}`;
    return {
      ok: state.phase !== 'failed',
      message,
      details: { ...tables, phase: state.phase, ...(isTold ? { progress: state.progress, reportsWithoutData: will } : {}), verboseMessage: message },
    };
  }
  const lease = store.lease();
  try {
    const { tableRows } = lease.meta;
    const asOf = dataAsOf(state, lease.meta, nowMs);
    const wrong = await settingsMisnomers(instance, lease);
    const fields = isTold ? await customFields(instance, lease) : [];
    const doubtful = isTold ? await checked(instance, lease) : [];
    const without = isTold ? reportsWithoutData(lease.meta, instance.settings) : [];
    const tickets = (tableRows.ticket ?? 0).toLocaleString('en');
    const messages = (tableRows.message ?? 0).toLocaleString('en');
    const message =
      wrong.length > 0 && isTold
        ? told(wrong, ({ sentence }) => sentence)
        : `Connected: ${tickets} tickets, ${messages} messages, read ${inWords(asOf.ageSeconds * 1000)} ago.` +
          withoutDataText(without) +
          toldBriefly([...remarks, ...doubtful]) +
          leftOutFields(fields);
    return {
      ok: wrong.length === 0 || !isTold,
      message,
      details: {
        ...tables,
        ...(isTold ? { remarks: [...remarks, ...doubtful], rows: tableRows, reportsWithoutData: without, customFields: fields } : {}),
        phase: state.phase,
        ...asMeta(asOf),
        ageSeconds: Math.round(asOf.ageSeconds),
        lastError: state.lastError && whyUnread(state.lastError, caller),
        verboseMessage: message,
      },
    };
  } finally {
    lease.release();
  }
}

/** So many remarks are told in full beside the page that lists them. */
const TOLD = 3;

/** What is worth telling of a helpdesk that is read: where its page lists much, that it does. */
function toldBriefly(remarks: readonly Remark[]): string {
  const worth = said(remarks);
  return worth.length > TOLD ? ` ${worth.length} remarks on the helpdesk stand on the settings’ page under “Data”.` : worth.join('');
}

/** What is worth telling at once, each after the sentence before. */
function said(remarks: readonly Remark[]): string[] {
  return remarks.filter(({ kind }) => kind !== 'lack').map(({ text }) => ` ${text}`);
}
