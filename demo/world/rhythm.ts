import type { Plan } from '../plan';
import { Random } from '../random';
import { DAY, HOUR } from '../units';
import { dayOf, easter, weekdayOf, yearOf } from './dates';
import { type Incident, surgeAt } from './incidents';
import { REGIONS } from './regions';
import type { Zone } from './zone';

/** How many customers write in each local hour, weekday (from Monday) and month, 1 = as usual. */
const HOURS = [0.12, 0.08, 0.06, 0.06, 0.08, 0.15, 0.35, 0.7, 1.3, 1.8, 2, 1.9, 1.5, 1.55, 1.75, 1.7, 1.55, 1.25, 0.95, 0.8, 0.7, 0.55, 0.4, 0.22];
const WEEKDAYS = [1.28, 1.15, 1.08, 1.05, 0.95, 0.36, 0.32];
const MONTHS = [1.12, 1, 1.02, 0.97, 0.95, 0.94, 0.86, 0.84, 1.05, 1.08, 1.2, 1.06];
/** Growth over the whole span. */
const GROWTH = [0.75, 1.3] as const;

/** How many tickets come when and from where: local days, weeks and seasons, growth, incidents. */
export class Rhythm {
  readonly hours: number;
  /** Weight of all regions before each hour. */
  private readonly before: Float64Array;
  private readonly weights: Float64Array[];

  constructor(
    private readonly plan: Plan,
    zones: ReadonlyMap<string, Zone>,
    incidents: readonly Incident[]
  ) {
    const random = new Random(plan.seed, 'rhythm');
    this.hours = Math.ceil((plan.end - plan.start) / HOUR);
    this.before = new Float64Array(this.hours + 1);
    this.weights = REGIONS.map(() => new Float64Array(this.hours));
    const days = Math.ceil(this.hours / 24) + 1;
    const moods = REGIONS.map(() => Float64Array.from({ length: days }, () => Math.exp(0.09 * random.normal())));
    for (let hour = 0; hour < this.hours; hour++) {
      const at = plan.start + hour * HOUR;
      const part = Math.min(1, (plan.end - at) / HOUR);
      const common = part * surgeAt(incidents, at) * (GROWTH[0] + ((GROWTH[1] - GROWTH[0]) * hour) / this.hours);
      let sum = 0;
      for (const [i, { zone, share }] of REGIONS.entries()) {
        const clock = zones.get(zone);
        const local = clock ? clock.toLocal(at) : at;
        this.weights[i][hour] = common * share * moods[i][Math.floor(hour / 24)] * usual(local);
        sum += this.weights[i][hour];
      }
      this.before[hour + 1] = this.before[hour] + sum;
    }
  }

  /** The instant before which a share of all tickets comes; shares must be asked for in rising order. */
  arrivals(): (share: number) => number {
    const { before, hours, plan } = this;
    let hour = 0;
    return (share) => {
      const weight = share * before[hours];
      while (hour < hours - 1 && before[hour + 1] <= weight) {
        hour++;
      }
      const at = plan.start + (hour + (weight - before[hour]) / (before[hour + 1] - before[hour])) * HOUR;
      return Math.min(Math.floor(at), plan.end - 1);
    };
  }

  /** The region (its number) from which a ticket comes at an instant. */
  regionAt(instant: number, random: Random): number {
    const hour = Math.min(this.hours - 1, Math.floor((instant - this.plan.start) / HOUR));
    let at = random.next() * (this.before[hour + 1] - this.before[hour]);
    let region = 0;
    while (region < REGIONS.length - 1 && at >= this.weights[region][hour]) {
      at -= this.weights[region][hour];
      region++;
    }
    return region;
  }
}

/** The weight of a local hour, without growth. */
function usual(local: number): number {
  const day = Math.floor(local / DAY);
  const month = new Date(local).getUTCMonth();
  return HOURS[Math.floor((local % DAY) / HOUR)] * WEEKDAYS[weekdayOf(day) - 1] * MONTHS[month] * (isQuiet(day) ? 0.35 : 1);
}

/** Days on which hardly anybody writes. */
function isQuiet(day: number): boolean {
  const year = yearOf(day);
  return day === dayOf(year, 1, 1) || day === dayOf(year, 12, 25) || day === dayOf(year, 12, 26) || day === easter(year) + 1;
}
