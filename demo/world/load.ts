import type { Plan } from '../plan';
import { Random } from '../random';
import { DAY } from '../units';
import { weekdayOf } from './dates';
import type { Incident } from './incidents';
import { TEAMS } from './teams';
import type { TeamId } from './regions';

/** Incidents are over before the desk has caught up. */
const CATCHING_UP = 3 * DAY;
const BUSY = 1.9;
const WEEKDAYS = [1.25, 1.08, 1, 0.97, 0.95, 0.9, 0.9];

/** How much longer than usual customers wait, by team and day. */
export class Load {
  private readonly byTeam: ReadonlyMap<TeamId, Float64Array>;

  constructor(
    private readonly plan: Plan,
    incidents: readonly Incident[]
  ) {
    const random = new Random(plan.seed, 'load');
    const days = Math.ceil((plan.end - plan.start) / DAY) + 1;
    this.byTeam = new Map(
      TEAMS.map(({ id, pace: [first, last] }) => [
        id,
        Float64Array.from({ length: days }, (_, i) => {
          const at = plan.start + i * DAY;
          const busy = incidents.some(({ start, end }) => at >= start - DAY / 2 && at < end + CATCHING_UP) ? BUSY : 1;
          return (first + ((last - first) * i) / days) * busy * WEEKDAYS[weekdayOf(Math.floor(at / DAY)) - 1] * Math.exp(0.12 * random.normal());
        }),
      ])
    );
  }

  at(team: TeamId, instant: number): number {
    const days = this.byTeam.get(team) ?? [1];
    return days[Math.min(days.length - 1, Math.max(0, Math.floor((instant - this.plan.start) / DAY)))];
  }
}
