import type { Random } from '../random';
import type { Agent } from './agents';
import type { Gap } from './gaps';
import type { TeamId } from './regions';
import type { Shift } from './roster';

/** Who of a team works when, as pieces of time in which the same people work; and the team's working time F(t) over them. */
export class Cover {
  private readonly starts: number[] = [];
  private readonly crews: Agent[][] = [];
  /** Working time before each piece. */
  private readonly worked: number[] = [];

  constructor(team: TeamId, shifts: readonly Shift[][], gaps: readonly Gap[]) {
    let crew: Agent[] = [];
    let worked = 0;
    for (const { at, agent, comes } of changes(team, shifts, gaps)) {
      const last = this.starts.length - 1;
      crew = comes ? [...crew, agent] : crew.filter((one) => one !== agent);
      if (last >= 0 && this.starts[last] === at) {
        this.crews[last] = crew;
        continue;
      }
      if (last >= 0 && this.crews[last].length > 0) {
        worked += at - this.starts[last];
      }
      this.starts.push(at);
      this.crews.push(crew);
      this.worked.push(worked);
    }
  }

  /** Who works at an instant. */
  at(instant: number): readonly Agent[] {
    const piece = lastAtMost(this.starts, instant);
    return piece < 0 ? [] : this.crews[piece];
  }

  isOpen(instant: number): boolean {
    return this.at(instant).length > 0;
  }

  /** The instant, with somebody at work, at which `ms` of working time have passed since another; Infinity past the roster. */
  after(instant: number, ms: number): number {
    const target = this.workedBy(instant) + ms;
    const piece = lastAtMost(this.worked, target);
    // the last piece is where the roster ends
    return piece < 0 || piece >= this.starts.length - 1 ? Infinity : Math.max(instant, this.starts[piece] + Math.round(target - this.worked[piece]));
  }

  /** Working time between two instants. */
  between(from: number, to: number): number {
    return this.workedBy(to) - this.workedBy(from);
  }

  private workedBy(instant: number): number {
    const piece = lastAtMost(this.starts, instant);
    if (piece < 0) {
      return 0;
    }
    return this.worked[piece] + (this.crews[piece].length > 0 ? instant - this.starts[piece] : 0);
  }
}

/** Somebody of a crew, never the one left out unless there is nobody else. */
export function oneOf(crew: readonly Agent[], random: Random, except: Agent | null = null): Agent {
  const drawn = random.pick(crew);
  return drawn === except && crew.length > 1 ? crew[(crew.indexOf(drawn) + 1) % crew.length] : drawn;
}

/** The comings and goings of a team's people, in order. */
function changes(team: TeamId, shifts: readonly Shift[][], gaps: readonly Gap[]): Array<{ at: number; agent: Agent; comes: boolean }> {
  const all = shifts.flat().filter(({ agent, start }) => agent.teams.some((one) => one.team === team && one.from <= start && start < (one.to ?? Infinity)));
  return all
    .flatMap(({ agent, start, end }) =>
      without(start, end, gaps).flatMap(([from, to]) => [
        { at: from, agent, comes: true },
        { at: to, agent, comes: false },
      ])
    )
    .sort((a, b) => a.at - b.at || Number(a.comes) - Number(b.comes) || a.agent.index - b.agent.index);
}

function without(start: number, end: number, gaps: readonly Gap[]): Array<[number, number]> {
  let pieces: Array<[number, number]> = [[start, end]];
  for (const gap of gaps) {
    pieces = pieces
      .flatMap(([from, to]): Array<[number, number]> =>
        gap.end <= from || gap.start >= to
          ? [[from, to]]
          : [
              [from, gap.start],
              [gap.end, to],
            ]
      )
      .filter(([from, to]) => from < to);
  }
  return pieces;
}

/** The last place of a rising list whose value is at most the given one, or −1. */
export function lastAtMost(values: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
