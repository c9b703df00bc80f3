import { DAY, YEAR } from './units';

/** From so many milliseconds after a stretch's start on, local time is UTC plus `offsetMs`. */
interface StretchOffset {
  readonly after: number;
  readonly offsetMs: number;
}

/** Time is read by the decade (ms): forty make the 400 years after which the Gregorian calendar, and so every zone's rule, begins anew. */
export const STRETCH = 10 * YEAR;

/** Before 1800 every zone keeps the sun's time of its place. */
const FIRST = -17;

/** From 2100 on every zone follows a rule by month and weekday: a decade is like the one 400 years later. */
const LAST = 13;
const PERIOD = 40;

/** No zone has kept an offset for less than a week since 1970, and hardly ever before. */
const PROBE = 4 * DAY;

const SECOND = 1000;

/** The stretches that [lo, hi] (epoch ms) touches: whole numbers, `STRETCH` times which is where each starts. */
export function stretchesOver(lo: number, hi: number): number[] {
  const first = Math.floor(lo / STRETCH);
  return Array.from({ length: Math.floor(hi / STRETCH) - first + 1 }, (_, i) => first + i);
}

/** A zone's offsets by stretch, each read once: at most seventy, however far the instants lie. */
export class ZoneStretches {
  private readonly known = new Map<number, readonly StretchOffset[]>();
  private readonly offsetAt: (instant: number) => number;

  constructor(timeZone: string) {
    this.offsetAt = offsetReader(timeZone);
  }

  /** A stretch's offsets: the first is in force at its start, each further one from a transition on. */
  read(index: number): readonly StretchOffset[] {
    if (index < FIRST) {
      return this.read(FIRST).slice(0, 1);
    }
    const own = index < LAST ? index : LAST + ((index - LAST) % PERIOD);
    const known = this.known.get(own) ?? transitions(this.offsetAt, own * STRETCH);
    this.known.set(own, known);
    return known;
  }
}

/** Asked of Intl, which Node brings along; Temporal is still a polyfill, which tests compare with. */
function transitions(offsetAt: (instant: number) => number, start: number): StretchOffset[] {
  const end = start + STRETCH;
  let offsetMs = offsetAt(start);
  const found = [{ after: 0, offsetMs }];
  for (let at = start; at < end; at += PROBE) {
    const next = Math.min(at + PROBE, end);
    const later = offsetAt(next);
    if (later !== offsetMs) {
      found.push({ after: transitionBetween(at, next, offsetAt) - start, offsetMs: later });
      offsetMs = later;
    }
  }
  return found;
}

/** The instant in (before, after] from which the later offset is in force, to the second that zones change on. */
function transitionBetween(before: number, after: number, offsetAt: (instant: number) => number): number {
  const later = offsetAt(after);
  let [low, high] = [Math.floor(before / SECOND), Math.ceil(after / SECOND)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND) === later) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high * SECOND;
}

function offsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', timeZoneName: 'longOffset' });
  return (instant) => {
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(instant));
    if (!match) {
      return 0;
    }
    const [, sign, hours, minutes, seconds = '0'] = match;
    return (sign === '-' ? -SECOND : SECOND) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
}
