import type { StoreState } from '../../store/store';
import { durationMs } from '../../../shared/formats';
import type { Settings } from '../../../shared/settings';
import type { Notice } from '../../query/validate';
import { type Caller, isAdministrator } from '../access/caller';
import { Problem, whyUnread } from '../access/problem';

/** How old the data is, in words: "3 minutes". */
export function inWords(ms: number): string {
  const [value, unit] =
    ms < 90_000
      ? [ms / 1000, 'second']
      : ms < 90 * 60_000
        ? [ms / 60_000, 'minute']
        : ms < 36 * 3_600_000
          ? [ms / 3_600_000, 'hour']
          : [ms / 86_400_000, 'day'];
  const whole = Math.round(Number(value));
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}

/** What the store is doing instead of answering, as a sentence. */
export function notReady(state: StoreState, caller: Caller): string {
  if (state.waitingForLock) {
    return 'Another process holds this data source’s store (an old Grafana still stopping, perhaps): waiting for it.';
  }
  if (state.phase === 'failed' && state.lastError) {
    return isAdministrator(caller) ? `The helpdesk could not be read yet: ${state.lastError.message}` : whyUnread(state.lastError, caller);
  }
  const { progress } = state;
  if (progress && !isAdministrator(caller)) {
    return 'The first load of the helpdesk is running. Try again in a moment.';
  }
  return progress
    ? `The first load of the helpdesk is running: ${progress.step}${progress.total ? `, ${Math.floor((100 * progress.done) / progress.total)} %` : progress.done ? `, ${progress.done.toLocaleString('en')} rows` : ''}. Try again in a moment.`
    : 'The first load of the helpdesk is about to start. Try again in a moment.';
}

/**
 * What must be said of the data's age. An alert rule sees no notices, so it gets an error, never numbers, when the data
 * is older than `maxAge`.
 */
export function freshnessNotices(state: StoreState, settings: Settings, nowMs: number, caller: Caller): Notice[] {
  const age = Math.max(0, nowMs - (state.checkedAt ?? nowMs));
  if (age <= durationMs(settings.maxAge)) {
    return state.lastError
      ? [{ severity: 'warning', text: `The last refresh failed; the data is ${inWords(age)} old. ${whyUnread(state.lastError, caller)}` }]
      : [];
  }
  const why = state.lastError ? ` The last refresh failed: ${whyUnread(state.lastError, caller)}` : '';
  if (caller.alert) {
    throw new Problem(503, `The data is ${inWords(age)} old, older than maxAge (${settings.maxAge}).${why}`, 'downstream');
  }
  return [{ severity: 'warning', text: `The data is ${inWords(age)} old.${why}` }];
}
