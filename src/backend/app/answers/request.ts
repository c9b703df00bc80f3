import type { RequestContext } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { StoreLease } from '../../store/store';
import { forRules, type Names, namesIn } from '../../../shared/names';
import type { ParsedQuery } from '../../../shared/query';
import type { Caller } from '../access/caller';
import { type Read, reader } from '../access/reader';
import type { AdmittedQuery } from '../gate/gate';
import type { Instance } from '../instance';
import type { PluginContext } from '../messages';
import type { HeldLeases } from './held-leases';

/** What all queries of one call have in common. */
export interface RequestScope {
  readonly context: PluginContext;
  readonly caller: Caller;
  readonly nowMs: number;
  readonly held: HeldLeases;
}

/** One query on its way to an answer: made once, and handed to whoever has a part in it. */
export interface Request {
  readonly instance: Instance;
  readonly refId: string;
  readonly query: ParsedQuery;
  /** What its plan is made with besides the query. */
  readonly context: RequestContext;
  readonly grafanaConfig: PluginContext['grafanaConfig'];
  readonly caller: Caller;
  readonly held: HeldLeases;
  /** What things are called in the language of the person who asks. */
  readonly names: Names;
  readonly signal: AbortSignal;
  /** What is said of the answer besides its numbers, collected on the way. */
  readonly notices: Notice[];
}

/** A request that holds a complete state of the store, and reads it as its caller may. */
export interface Reading extends Request {
  readonly lease: StoreLease;
  readonly read: Read;
}

/** What is known of a query that was let in. */
export function requestOf(
  instance: Instance,
  { refId, query, fromMs, toMs }: AdmittedQuery,
  { context: { grafanaConfig }, caller, nowMs, held }: RequestScope,
  signal: AbortSignal
): Request {
  const { timeZone, weekStart, topBox, defaultCalendar } = instance.settings;
  return {
    instance,
    refId,
    query,
    context: { fromMs, toMs, nowMs, timeZone, weekStart, topBox, defaultCalendar, alert: caller.alert },
    grafanaConfig,
    caller,
    held,
    names: caller.alert ? forRules(namesIn(query.locale)) : namesIn(query.locale),
    signal,
    notices: [],
  };
}

/** Does something with the state of the store that all queries of the call read, which stays as it is until they have ended. Throws where there is none yet. */
export async function leased<Result>(request: Request, work: (reading: Reading) => Promise<Result>): Promise<Result> {
  const { instance, caller, held, signal } = request;
  const lease = held.of(instance.store);
  return work({ ...request, lease, read: reader(instance, lease, caller, signal) });
}
