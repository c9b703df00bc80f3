import type { Names } from '../../shared/names';
import type { EventKind } from '../../shared/words';
import type { Frame, FrameNotice } from './frame';

/** Something that happened, for an annotation. Instants are epoch milliseconds; an instant ends when it begins. */
export interface Happening {
  readonly kind: EventKind;
  /** Stable: the same event has the same id in every answer. */
  readonly id: string;
  readonly at: number;
  readonly until: number | null;
  readonly text: string;
  readonly tags: readonly string[];
}

/** Events as Grafana's annotations: time, timeEnd, title, text, tags, id; in the order of time. */
export function eventFrames(
  happenings: readonly Happening[],
  context: {
    readonly refId: string;
    readonly names: Names;
    readonly notices: readonly FrameNotice[];
    readonly executed: string;
    readonly custom: Readonly<Record<string, unknown>>;
  }
): Frame[] {
  const { refId, names, notices, executed, custom } = context;
  const sorted = [...happenings].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return [
    {
      name: 'events',
      refId,
      rows: sorted.length,
      meta: {
        type: 'table',
        typeVersion: [0, 1],
        executedQueryString: executed,
        custom: { kind: 'events', ...custom },
        ...(notices.length > 0 ? { notices } : {}),
      },
      fields: [
        { name: 'time', column: { type: 'time', values: sorted.map(({ at }) => at) } },
        { name: 'timeEnd', column: { type: 'time', values: sorted.map(({ until }) => until) } },
        { name: 'title', column: { type: 'string', values: sorted.map(({ kind }) => names.series(kind)) } },
        { name: 'text', column: { type: 'string', values: sorted.map(({ text }) => text) } },
        { name: 'tags', column: { type: 'string', values: sorted.map(({ tags }) => tags.join(',')) } },
        { name: 'id', column: { type: 'string', values: sorted.map(({ id }) => id) } },
      ],
    },
  ];
}
