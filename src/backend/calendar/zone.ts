import { nearest } from '../../shared/nearest';
import { lastAtOrBefore } from './binary-search';
import { DAY, YEAR } from './units';

/** From `from` (UTC epoch ms) on, local time is UTC plus `offsetMs`. */
export interface ZoneOffset {
  from: number;
  offsetMs: number;
}

/** The offsets of a zone over a stretch of time, as parallel arrays: segment i runs from `from[i]` to `from[i + 1]` (epoch ms). */
export interface ZoneTable {
  readonly lo: number;
  readonly hi: number;
  readonly from: Float64Array;
  readonly offset: Float64Array;
}

/** Stretches are computed by the decade, so that a range that creeps on with the clock finds its table ready. */
const STRETCH = 10 * YEAR;

/** No zone has ever been further from UTC than 16 hours; with this margin every wall time near a range's edge resolves. */
const MARGIN = 4 * DAY;

/** No zone has kept an offset for less than a week since 1970, and hardly ever before. */
const PROBE = 4 * DAY;

const SECOND = 1000;
const MAX_INSTANT = 8.64e15;
const tables = new Map<string, ZoneTable>();

/** Whether the name is an IANA time zone (any case); offsets such as +02:00 are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) {
    return false;
  }
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The IANA zone most like what was written ("Amsterdam", "europe/amsterdm"), or null where none is close. */
export function nearestTimeZone(written: string): string | null {
  const wanted = written.trim().replace(/\s+/g, '_');
  const names = timeZoneNames();
  const byCity = new Map(names.map((name) => [name.slice(name.lastIndexOf('/') + 1), name]));
  const whole = nearest(wanted, names);
  const city = nearest(wanted.slice(wanted.lastIndexOf('/') + 1), [...byCity.keys()]);
  return whole ?? (city === null ? null : (byCity.get(city) ?? null));
}

/** The offsets in force in [fromMs, toMs): the first starts at `fromMs`, each further one at a transition. */
export function zoneOffsets(timeZone: string, fromMs: number, toMs: number): ZoneOffset[] {
  const table = zoneTable(timeZone, fromMs, toMs);
  const first = lastAtOrBefore(table.from, fromMs);
  const offsets = [{ from: fromMs, offsetMs: table.offset[first] }];
  for (let i = first + 1; i < table.from.length && table.from[i] < toMs; i++) {
    offsets.push({ from: table.from[i], offsetMs: table.offset[i] });
  }
  return offsets;
}

/** The zone's offsets over at least [fromMs, toMs) and some days around it, cached. */
export function zoneTable(timeZone: string, fromMs: number, toMs: number): ZoneTable {
  const lo = fromMs - MARGIN;
  const hi = Math.max(fromMs, toMs) + MARGIN;
  const known = tables.get(timeZone);
  if (known && known.lo <= lo && hi <= known.hi) {
    return known;
  }
  const wider = readTransitions(
    timeZone,
    Math.max(Math.floor(Math.min(lo, known?.lo ?? lo) / STRETCH) * STRETCH, -MAX_INSTANT),
    Math.min(Math.ceil(Math.max(hi, known?.hi ?? hi) / STRETCH) * STRETCH, MAX_INSTANT)
  );
  tables.set(timeZone, wider);
  return wider;
}

/**
 * Asked of Intl, not of Temporal: temporal-polyfill 0.3 knows no transition after 2035, and none of those that lie close together
 * (the week of summer time in Recife in 2000).
 */
function readTransitions(timeZone: string, lo: number, hi: number): ZoneTable {
  const offsetAt = offsetReader(timeZone);
  const from = [lo];
  const offset = [offsetAt(lo)];
  for (let at = lo; at < hi; at += PROBE) {
    const next = Math.min(at + PROBE, hi);
    const after = offsetAt(next);
    if (after !== offset[offset.length - 1]) {
      from.push(transitionBetween(at, next, offsetAt));
      offset.push(after);
    }
  }
  return { lo, hi, from: Float64Array.from(from), offset: Float64Array.from(offset) };
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

function timeZoneNames(): string[] {
  // the runtime lists some zones under their old names only, and leaves UTC out
  const renamed = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv'];
  return [...new Set([...Intl.supportedValuesOf('timeZone'), ...renamed])];
}
