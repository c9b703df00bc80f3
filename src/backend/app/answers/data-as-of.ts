import type { StoreMeta, StoreState } from '../../store/store';

/** How fresh what is read is. Instants are epoch milliseconds. */
export interface DataAsOf {
  /** When the helpdesk was last looked at successfully, also where nothing had changed: as of then the data is right. */
  readonly checkedAt: number;
  /** When the load of what is read began. */
  readonly loadedAt: number;
  /** When the newest thing in it happened: a ticket, a message, a close, a reopening; null where nothing ever has. */
  readonly newestAt: number | null;
  readonly ageSeconds: number;
}

/** How fresh a load's facts are at an instant. */
export function dataAsOf({ checkedAt }: Pick<StoreState, 'checkedAt'>, { loadedAt, spans }: Pick<StoreMeta, 'loadedAt' | 'spans'>, nowMs: number): DataAsOf {
  const newest = [spans.ticket_fact?.created_at, spans.message_fact?.sent_at, spans.close_fact?.closed_at, spans.close_fact?.reopened_at].flatMap((span) =>
    span ? [span.last] : []
  );
  const checked = checkedAt ?? loadedAt;
  return { checkedAt: checked, loadedAt, newestAt: newest.length > 0 ? Math.max(...newest) : null, ageSeconds: Math.max(0, (nowMs - checked) / 1000) };
}

/** The instants for a frame's meta, as people read them. No age, which would make each answer another one. */
export function asMeta({ checkedAt, loadedAt, newestAt }: DataAsOf): Readonly<Record<string, unknown>> {
  const written = (at: number) => new Date(at).toISOString();
  return {
    checkedAt: written(checkedAt),
    loadedAt: written(loadedAt),
    newestAt: newestAt === null ? null : written(newestAt),
  };
}
