import type { Plan } from '../plan';
import { DAY } from '../units';
import { type Agent, agentsOf } from './agents';
import { calendarsOf, type WorkCalendar } from './calendars';
import { Cover, lastAtMost } from './cover';
import { Customers } from './customers';
import { type Gap, gapsOf } from './gaps';
import { type Incident, incidentsOf } from './incidents';
import { Load } from './load';
import { REGIONS, type TeamId } from './regions';
import { Rhythm } from './rhythm';
import { type Shift, shiftsOf } from './roster';
import { TEAMS } from './teams';
import { Zone } from './zone';

/** Who and what there is before the first ticket comes. */
export class World {
  readonly zones: ReadonlyMap<string, Zone>;
  readonly calendars: readonly WorkCalendar[];
  readonly agents: readonly Agent[];
  readonly customers: Customers;
  readonly gaps: readonly Gap[];
  /** By agent. */
  readonly shifts: readonly Shift[][];
  readonly incidents: readonly Incident[];
  readonly rhythm: Rhythm;
  readonly load: Load;
  /** Greets in chat. */
  readonly greeter: Agent;
  /** Files what other systems send. */
  readonly filer: Agent;
  /** The first ticket about each incident, so that others become its children; 0 = none yet. */
  readonly incidentTickets: number[];
  private readonly covers: ReadonlyMap<TeamId, Cover>;
  private readonly shiftStarts: readonly number[][];

  constructor(readonly plan: Plan) {
    this.calendars = calendarsOf(plan);
    const names = new Set([...REGIONS.map(({ zone }) => zone), ...this.calendars.map(({ zone }) => zone)]);
    this.zones = new Map([...names].map((name) => [name, new Zone(name, plan.start - 3 * DAY, plan.end + 10 * DAY)]));
    this.agents = agentsOf(plan, this.calendars);
    [this.greeter, this.filer] = this.agents.filter(({ isBot }) => isBot);
    this.customers = new Customers(plan);
    this.gaps = gapsOf(plan, this.calendars[0], this.zone(this.calendars[0].zone));
    this.shifts = shiftsOf(plan, this.agents, this.zones);
    this.shiftStarts = this.shifts.map((shifts) => shifts.map(({ start }) => start));
    this.covers = new Map(TEAMS.map(({ id }) => [id, new Cover(id, this.shifts, this.gaps)]));
    this.incidents = incidentsOf(plan);
    this.incidentTickets = this.incidents.map(() => 0);
    this.rhythm = new Rhythm(plan, this.zones, this.incidents);
    this.load = new Load(plan, this.incidents);
  }

  zone(name: string): Zone {
    const zone = this.zones.get(name);
    if (!zone) {
      throw new Error(`There is no time zone "${name}".`);
    }
    return zone;
  }

  cover(team: TeamId): Cover {
    const cover = this.covers.get(team);
    if (!cover) {
      throw new Error(`There is no team "${team}".`);
    }
    return cover;
  }

  /** When an agent next comes to work after an instant, or Infinity. */
  nextShift(agent: Agent, instant: number): number {
    const starts = this.shiftStarts[agent.index];
    return starts[lastAtMost(starts, instant) + 1] ?? Infinity;
  }
}
