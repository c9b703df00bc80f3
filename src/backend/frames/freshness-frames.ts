import type { Names } from '../../shared/names';
import type { Frame, FrameNotice } from './frame';

/** How fresh the data is. Instants are epoch milliseconds, the age in seconds. */
interface Freshness {
  readonly ageSeconds: number;
  readonly checkedAt: number;
  readonly loadedAt: number;
  readonly newestAt: number | null;
}

/** The data's age and the instants behind it, in one row; a rule gets the age alone, the one number that it needs. */
export function freshnessFrames(
  { ageSeconds, checkedAt, loadedAt, newestAt }: Freshness,
  { refId, names, notices, alert }: { readonly refId: string; readonly names: Names; readonly notices: readonly FrameNotice[]; readonly alert: boolean }
): Frame[] {
  const instant = (name: 'checked_at' | 'loaded_at' | 'newest_at', at: number | null) => ({
    name,
    column: { type: 'time', values: [at] } as const,
    config: { displayNameFromDS: names.series(name) },
  });
  const age = { name: 'age', column: { type: 'number', values: [ageSeconds] } as const, config: { displayNameFromDS: names.series('age'), unit: 's' } };
  return [
    {
      name: 'freshness',
      refId,
      rows: 1,
      meta: {
        type: alert ? 'numeric-long' : 'table',
        typeVersion: [0, 1],
        custom: { kind: 'freshness' },
        preferredVisualisationType: 'table',
        ...(notices.length > 0 ? { notices } : {}),
      },
      fields: alert ? [age] : [age, instant('checked_at', checkedAt), instant('loaded_at', loadedAt), instant('newest_at', newestAt)],
    },
  ];
}
