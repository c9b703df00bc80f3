import type { Plan } from '../../query/plan';
import type { StoreMeta } from '../../store/store';

/** No SLA clock of the store was met, made void or ended, and no reply written across a close, after what a plan takes for now. */
export function isSettled({ asOfMs }: Plan, { spans }: StoreMeta): boolean {
  const last = [spans.close_fact?.late_until_at, spans.sla_fact?.ended_at, spans.sla_fact?.reopened_at, spans.running_fact?.ends_at].map(
    (span) => span?.last ?? -Infinity
  );
  return asOfMs >= Math.max(...last);
}
