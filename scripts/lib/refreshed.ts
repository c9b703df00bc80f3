import type { PluginClient } from '../../tools/door/client';
import { progress } from './terminal';

/** What the backend says of its store, as far as commands tell it. Instants are epoch milliseconds, but `newestAt` in answers is text. */
interface Status {
  readonly phase: string;
  readonly progress: { readonly step: string; readonly done: number; readonly total: number | null } | null;
  readonly checkedAt: number | null;
  readonly waitingForLock: boolean;
  readonly lastError: string | null;
  readonly lastFault: { readonly hint: string | null; readonly page: string } | null;
  /** Of this process. */
  readonly lastRefresh: object | null;
  readonly failures: readonly object[];
  readonly message?: string;
}

/** How a refresh ended: when the helpdesk was read last, which is none where it never was, and what is to be said of a failure. */
export interface Refreshed {
  readonly checkedAt: number | null;
  /** Why it failed, and what to do, in sentences; null where it did not. */
  readonly failure: string | null;
}

/** How often the state is looked at, in milliseconds. */
const LOOK = 150;

/** Asks for a refresh and waits until one has ended that this backend made, well or not, saying how far it is. Throws where the settings are refused. */
export async function refreshed(client: PluginClient): Promise<Refreshed> {
  let state = await statusOf(client, 'status');
  let isAsked = false;
  while (state.lastRefresh === null && state.failures.length === 0) {
    // what an earlier process left is taken first, and forgets who asked before
    if (state.phase === 'ready' && !isAsked) {
      isAsked = true;
      await statusOf(client, 'refresh', 'POST');
    }
    progress.show(state.waitingForLock ? 'Another process has the store open: waiting until it lets go' : `Reading the helpdesk${stepOf(state)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    state = await statusOf(client, 'status');
  }
  progress.end();
  return { checkedAt: state.phase === 'ready' ? state.checkedAt : null, failure: failureOf(state) };
}

async function statusOf(client: PluginClient, path: string, method = 'GET'): Promise<Status> {
  const { status, body } = await client.resource(path, method);
  if (status >= 400) {
    progress.end();
    throw new Error((body as Status).message ?? 'The helpdesk could not be read.');
  }
  return body as Status;
}

/** A failure in lines: what, what to do, and where more is said. */
function failureOf({ lastError, lastFault }: Status): string | null {
  return lastError === null ? null : [lastError, lastFault?.hint, lastFault && `More: ${lastFault.page}`].filter(Boolean).join('\n');
}

function stepOf({ progress: at }: Status): string {
  return at === null ? '' : `: ${at.step} ${at.total ? `${Math.floor((100 * at.done) / at.total)} %` : at.done ? at.done.toLocaleString('en') : ''}`;
}
