import type { Plan } from '../plan';
import { clockOf, passesClock, readings } from './clock';

/** A bucket clipped to the range and to now, [s, t) in epoch ms; b is its index. */
export interface Bucket {
  readonly b: number;
  readonly s: number;
  readonly t: number;
}

/** A piece of the time axis: a bucket, or what of it the clock shows one hour or weekday in. k is its place among all; further numbers have names. */
export interface Piece extends Bucket {
  readonly k: number;
  readonly further: Readonly<Record<string, number>>;
}

/** How long all that a piece is counted with lasts, in ms, as a column: in its bucket, or in the whole range. */
export type Span = 'bucket_span' | 'range_span';

/** The time axis in pieces. */
export interface Pieces {
  /** One after another, without gaps inside a range. */
  readonly all: readonly Piece[];
  /** Those that the filters let through. */
  readonly shown: readonly Piece[];
  /** The names of their further numbers. */
  readonly further: readonly string[];
}

/** The time axis in pieces: its buckets that have begun, cut by the clock where hours or weekdays are asked for. */
export function piecesOf(plan: Plan, buckets: readonly Bucket[], spans: readonly Span[] = []): Pieces {
  const begun = buckets.filter(({ s, t }) => s < t);
  const clock = clockOf(plan);
  const passes = passesClock(plan);
  const cut = clock.length === 0 ? begun.map((bucket) => ({ bucket, reading: null })) : cutByClock(plan, begun);
  const all = cut.map(({ bucket, reading }, k) => ({
    ...bucket,
    k,
    further: Object.fromEntries(clock.map((one) => [one, reading?.[one] ?? 0])),
  }));
  const shown = all.filter((_, k) => {
    const { reading } = cut[k];
    return reading === null || passes(reading);
  });
  const groups = plan.groups.flatMap(({ dimension }) => clock.filter((one) => one === dimension));
  return { all, shown: withSpans(shown, groups, spans), further: [...clock, ...spans] };
}

type Reading = ReturnType<typeof readings>[number];

function cutByClock(plan: Plan, begun: readonly Bucket[]): ReadonlyArray<{ readonly bucket: Bucket; readonly reading: Reading }> {
  if (begun.length === 0) {
    return [];
  }
  const cut: Array<{ bucket: Bucket; reading: Reading }> = [];
  let at = 0;
  for (const reading of readings(plan, clockOf(plan), begun[0].s, begun[begun.length - 1].t)) {
    for (; at < begun.length && begun[at].s < reading.t; at++) {
      const { b, s, t } = begun[at];
      cut.push({ bucket: { b, s: Math.max(s, reading.s), t: Math.min(t, reading.t) }, reading });
      if (t > reading.t) {
        break;
      }
    }
  }
  return cut;
}

function withSpans(pieces: readonly Piece[], groups: readonly string[], spans: readonly Span[]): readonly Piece[] {
  const columns = spans.map((span) => {
    const keyOf = ({ b, further }: Piece) => [...(span === 'bucket_span' ? [b] : []), ...groups.map((column) => further[column])].join();
    const lengths = new Map<string, number>();
    pieces.forEach((piece) => lengths.set(keyOf(piece), (lengths.get(keyOf(piece)) ?? 0) + piece.t - piece.s));
    return { span, of: (piece: Piece) => lengths.get(keyOf(piece)) ?? 0 };
  });
  return pieces.map((piece) => ({ ...piece, further: { ...piece.further, ...Object.fromEntries(columns.map(({ span, of }) => [span, of(piece)])) } }));
}
