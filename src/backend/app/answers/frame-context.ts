import { EXECUTED } from '../../../shared/bounds';
import { shortened } from '../../../shared/echo';
import type { FrameContext } from '../../frames/metric-frames';
import { IN_SECONDS } from '../../frames/written-unit';
import type { Plan } from '../../query/plan';
import type { Sql } from '../../query/sql';
import { asMeta, dataAsOf } from './data-as-of';
import type { Reading } from './request';

/** What frames say besides their numbers: all that was noticed by now, and the statement that was run. */
export function frameContext({ instance, refId, caller, names, notices, lease, context: { nowMs } }: Reading, plan: Plan, statement: Sql | null): FrameContext {
  return {
    refId,
    plan,
    notices,
    alert: caller.alert,
    names,
    compared: null,
    written: IN_SECONDS,
    forecasts: [],
    targets: instance.settings.targets,
    ticketUrl: instance.settings.ticketUrl,
    executed: statement ? executed(statement) : '',
    custom: asMeta(dataAsOf(instance.store.state(), lease.meta, nowMs)),
  };
}

/** The statement and its values, for Grafana's query inspector. Values are the query's own: no secret is among them. */
export function executed({ text, values }: Sql): string {
  return shortened(values.length === 0 ? text : `${text}\n-- ${JSON.stringify(values)}`, EXECUTED);
}
