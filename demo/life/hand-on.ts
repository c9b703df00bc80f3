import { HOUR, MINUTE, SECOND } from '../units';
import { oneOf } from '../world/cover';
import { TEAMS } from '../world/teams';
import type { TeamId } from '../world/regions';
import type { Scene } from './scene';

const HIGHER: Readonly<Record<string, string>> = { low: 'normal', normal: 'high', high: 'urgent' };

/** What may change while a customer waits: owner, team, priority, policy. Returns the instant from which the team can answer. */
export function handOn(scene: Scene, since: number, isFirst: boolean): number {
  const { world, random, book } = scene;
  const { rightTeam } = book.arrival;
  if (book.team !== rightTeam && book.team !== 'night-desk' && random.chance(0.75)) {
    return toTeam(scene, since, rightTeam);
  }
  if (
    book.team !== 'night-desk' &&
    random.chance(0.1) &&
    !world.cover(book.team).isOpen(since) &&
    world.cover('night-desk').isOpen(since) &&
    book.arrival.plan !== 'free'
  ) {
    return toTeam(scene, since, 'night-desk');
  }
  if (!isFirst && random.chance(0.035)) {
    toColleague(scene, since);
  }
  if (random.chance(0.02) && book.owner !== null) {
    const at = world.cover(book.team).after(since, random.lognormal(15 * MINUTE, 0.8));
    book.prioritise(at, HIGHER[book.priority ?? 'low'] ?? 'urgent', book.owner);
    if (!book.tags.includes('escalated')) {
      book.tags.push('escalated');
    }
    book.say(at, book.owner, 'note');
  }
  if (random.chance(0.006)) {
    // the customer has bought the larger plan while waiting
    book.changePolicy(since + random.lognormal(20 * MINUTE, 1), 'premium', 'system');
  }
  return since;
}

/** Another team takes over, some time after it was asked. */
function toTeam(scene: Scene, since: number, team: TeamId): number {
  const { world, random, book } = scene;
  const former = book.team;
  const at = team === 'night-desk' ? since + random.lognormal(4 * MINUTE, 0.6) : world.cover(former).after(since, random.lognormal(14 * MINUTE, 0.8));
  if (book.isOver(at)) {
    return since;
  }
  const crew = world.cover(former).at(at);
  const giver = crew.length > 0 ? oneOf(crew, random) : 'system';
  if (giver !== 'system') {
    book.say(at - 20 * SECOND, giver, 'note');
  }
  book.giveToTeam(at, team, giver);
  const [from, to] = [calendarOf(former), calendarOf(team)];
  if (from !== to && book.arrival.policy !== 'premium') {
    book.record(at, 'schedule', from, to, 'system');
  }
  if (team === 'technical' && random.chance(0.6)) {
    book.changePipeline(at, 'technical', giver);
  }
  const next = world.cover(team).at(at);
  if (next.length > 0 && random.chance(0.6)) {
    book.assign(at + 2 * SECOND, oneOf(next, random), giver);
  } else if (book.owner !== null) {
    book.assign(at, null, giver);
    const taken = world.cover(team).after(at, random.lognormal(6 * MINUTE, 0.7));
    if (!book.isOver(taken)) {
      const taker = oneOf(world.cover(team).at(taken), random);
      book.assign(taken, taker, taker);
      return taken;
    }
  }
  return at;
}

/** A colleague of the same team takes over. */
function toColleague({ world, random, book }: Scene, since: number): void {
  const cover = world.cover(book.team);
  const at = cover.after(since, random.lognormal(10 * MINUTE, 0.8));
  const crew = cover.at(at);
  if (book.owner !== null && crew.length > 1 && at - since < 30 * HOUR) {
    book.assign(at, oneOf(crew, random, book.owner), book.owner);
  }
}

function calendarOf(team: TeamId): string {
  return TEAMS.find(({ id }) => id === team)?.calendarId ?? 'amsterdam';
}
