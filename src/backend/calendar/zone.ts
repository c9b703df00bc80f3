import { LRUCache } from 'lru-cache';

import { nearest } from '../../shared/nearest';
import { lastAtOrBefore } from './binary-search';
import { foreignZone } from './foreign-zones';
import { DAY, YEAR } from './units';
import { STRETCH, stretchesOver, ZoneStretches } from './zone-stretches';

/** From `from` (UTC epoch ms) on, local time is UTC plus `offsetMs`. */
interface ZoneOffset {
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

/** No zone has ever been further from UTC than 16 hours; with this margin every wall time near a range's edge resolves. */
const MARGIN = 4 * DAY;

/** The farthest that a comparison of the years 1 to 9999 reaches, either way from 1970. */
const FARTHEST = 12_100 * YEAR;

/** Zones remembered: names are people's own, and each costs some kilobytes. */
const zones = new LRUCache<string, Zone>({ max: 100 });

/** Whether the name is an IANA time zone (any case); offsets such as +02:00 are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) {
    return false;
  }
  if (zones.has(name.toLowerCase())) {
    return true;
  }
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const OFFSET = /^\s*(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?\s*$/i;

/** What to write in place of a zone that is none, as a sentence with a space before it; empty where nobody can tell. */
export function zoneHint(written: string): string {
  const offset = OFFSET.exec(written);
  if (offset) {
    const [, sign, hours, minutes = '00'] = offset;
    const fixed = minutes === '00' ? `, or Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)} where clocks never change (its sign is turned round)` : '';
    return ` An offset knows no summer time: name a place, such as Europe/Paris or Asia/Kolkata${fixed}.`;
  }
  const near = nearestTimeZone(written);
  return near === null ? '' : ` Did you mean "${near}"?`;
}

/** The IANA zone that was meant ("Amsterdam", "europe/amsterdm", "Pacific Time (US & Canada)"), or null where none is close. */
export function nearestTimeZone(written: string): string | null {
  if (OFFSET.test(written)) {
    return null;
  }
  const wanted = written.trim().replace(/\s+/g, '_');
  const names = timeZoneNames();
  const byCity = new Map(names.map((name) => [name.slice(name.lastIndexOf('/') + 1), name]));
  const known = foreignZone(written) ?? nearest(wanted, names);
  const city = nearest(wanted.slice(wanted.lastIndexOf('/') + 1), [...byCity.keys()]);
  return known ?? (city === null ? null : (byCity.get(city) ?? null));
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

/** The zone's offsets over at least [fromMs, toMs) and some days around it, cached. Throws a RangeError far beyond the years 1 to 9999. */
export function zoneTable(timeZone: string, fromMs: number, toMs: number): ZoneTable {
  const zone = zoneOf(timeZone);
  const { lo, hi } = around(fromMs, toMs);
  if (!zone.latest || lo < zone.latest.lo || hi > zone.latest.hi) {
    zone.latest = tableOf(zone.stretches, lo, hi);
  }
  return zone.latest;
}

/** Reads what `zoneTable` of the same range needs, a few milliseconds at a time: the first question about far years asks Intl much. */
export function* readZone(timeZone: string, fromMs: number, toMs: number): Generator<void, void> {
  const { stretches } = zoneOf(timeZone);
  const { lo, hi } = around(fromMs, toMs);
  for (const index of stretchesOver(lo, hi)) {
    stretches.read(index);
    yield;
  }
}

interface Zone {
  readonly stretches: ZoneStretches;
  /** The table asked for last: a range that creeps on with the clock finds it ready. */
  latest: ZoneTable | null;
}

function zoneOf(timeZone: string): Zone {
  const key = timeZone.toLowerCase();
  const known = zones.get(key) ?? { stretches: new ZoneStretches(timeZone), latest: null };
  zones.set(key, known);
  return known;
}

function around(fromMs: number, toMs: number): { lo: number; hi: number } {
  const [lo, hi] = [fromMs - MARGIN, Math.max(fromMs, toMs) + MARGIN];
  if (!(lo >= -FARTHEST && hi <= FARTHEST)) {
    throw new RangeError(`${fromMs} to ${toMs} lies outside the years that calendars are kept for.`);
  }
  return { lo, hi };
}

function tableOf(stretches: ZoneStretches, lo: number, hi: number): ZoneTable {
  const from: number[] = [];
  const offset: number[] = [];
  const indexes = stretchesOver(lo, hi);
  for (const index of indexes) {
    const start = index * STRETCH;
    for (const { after, offsetMs } of stretches.read(index)) {
      if (offsetMs !== offset[offset.length - 1]) {
        from.push(start + after);
        offset.push(offsetMs);
      }
    }
  }
  return { lo: indexes[0] * STRETCH, hi: (indexes[indexes.length - 1] + 1) * STRETCH, from: Float64Array.from(from), offset: Float64Array.from(offset) };
}

function timeZoneNames(): string[] {
  // the runtime lists some zones under their old names only, and leaves UTC out
  const renamed = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv'];
  return [...new Set([...Intl.supportedValuesOf('timeZone'), ...renamed])];
}
