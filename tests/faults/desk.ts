import { join } from 'node:path';

import type { CallOptions, ClientSettings, PluginClient } from '../../tools/door/client';
import type { Built } from '../built';
import { until } from '../until';
import type { FaultDesk } from './host';

const RANGE = { fromMs: Date.parse('2026-01-01T00:00:00Z'), toMs: Date.parse('2027-01-01T00:00:00Z') };

/** What the `status` resource says, as far as faults go. */
interface State {
  readonly phase: string;
  readonly generation: number | null;
  readonly lastError: string | null;
  readonly waitingForLock: boolean;
  readonly failures: ReadonlyArray<{ readonly message: string }>;
}

/** An answer of the number of tickets opened, and of messages that customers sent: what they are, or why not, and what is said with them. */
export interface Numbers {
  readonly opened: unknown;
  readonly replies: unknown;
  readonly notices: readonly string[];
}

/** Settings of a data source over a host’s helpdesk, read every second by whoever may SELECT alone. */
export function settingsOf({ source, password }: FaultDesk, { folder }: Built, name: string, more: object = {}, sourceToo: object = {}): ClientSettings {
  return {
    uid: name,
    jsonData: {
      source: { ...source, tls: { mode: 'disable' }, statementTimeout: '60s', ...sourceToo },
      store: { directory: join(folder, 'stores'), memoryLimit: '256MB', threads: 1 },
      refreshInterval: '1s',
      maxAge: '10000d',
      ...more,
    },
    secureJsonData: { password },
  };
}

/** A started backend as a panel, an alert rule and an administrator see it. */
export function viewOf(client: PluginClient) {
  /** Waits until what is asked again and again is as it should be, and gives it. */
  const waitFor = async <Asked>(ask: () => Promise<Asked>, holds: (asked: Asked) => boolean, what: string): Promise<Asked> => {
    let last = await ask();
    const is = async (): Promise<boolean> => {
      last = await ask();
      return holds(last);
    };
    await until(is, what, 60_000).catch((error: Error) => {
      throw new Error(`${error.message}: ${JSON.stringify(last).slice(0, 2_000)}`);
    });
    return last;
  };
  const query = async (options?: CallOptions): Promise<Numbers> => {
    const asked = [{ metric: 'opened' }, { metric: 'time_to_first_response', statistics: ['n'] }];
    const answers = await client.query(
      asked.map((json, i) => ({ refId: 'AB'[i], json: { view: 'totals', groupBy: [], ...json }, ...RANGE })),
      options
    );
    const value = (refId: string): unknown => {
      const answer = answers.get(refId);
      return answer?.error || answer?.frames[0]?.fields[0]?.values[0];
    };
    const notices = [...answers.values()].flatMap(({ frames }) => (frames[0]?.meta?.notices ?? []).map(({ text }) => text));
    return { opened: value('A'), replies: value('B'), notices: [...new Set(notices)] };
  };
  const state = async (): Promise<State> => (await client.resource('status')).body as State;
  return {
    query,
    state,
    becomes: (holds: (state: State) => boolean, what: string) => waitFor(state, holds, what),
    becomesNumbers: (holds: (numbers: Numbers) => boolean, what: string) => waitFor(query, holds, what),
  };
}
