import { DAY, HOUR, MINUTE, SECOND } from '../units';
import type { Agent } from '../world/agents';
import { oneOf } from '../world/cover';
import { awake, type Scene } from './scene';
import type { Channel } from './words';

/** An answer that was given. */
export interface Answer {
  readonly at: number;
  readonly agent: Agent;
}

/** Minutes of work until half of the first and the later answers are given. */
const MINUTES: Readonly<Record<Channel, readonly [first: number, next: number]>> = {
  email: [42, 48],
  web_form: [46, 50],
  whatsapp: [17, 15],
  phone: [42, 48],
  chat: [24, 26],
};
const BY_PRIORITY: Readonly<Record<string, number>> = { urgent: 0.35, high: 0.6, normal: 1, low: 1.4 };
const SPREAD = 0.95;

/** Somebody of the team answers what was asked at an instant; null where the end comes first. */
export function answer(scene: Scene, since: number, isFirst: boolean): Answer | null {
  const { book, random } = scene;
  const given = whoAndWhen(scene, since, isFirst);
  if (given === null || book.isOver(given.at)) {
    askAgain(scene, since, Infinity);
    return null;
  }
  const { at, agent } = given;
  askAgain(scene, since, at);
  if (book.status === 'new') {
    const taken = Math.max(since, at - random.lognormal(4 * MINUTE, 0.8));
    // nobody wants to own an idea
    if (book.owner === null && book.arrival.topic.category !== 'feature_request') {
      book.assign(taken, agent, agent);
    }
    book.move(taken, 'open', agent);
  }
  before(scene, since, at, agent);
  book.say(at, agent);
  return { at: after(scene, at, agent), agent };
}

/** Who answers when: the owner if at work, a colleague, or the owner when back. */
function whoAndWhen(scene: Scene, since: number, isFirst: boolean): Answer | null {
  const { world, random, book } = scene;
  const { owner } = book;
  const cover = world.cover(book.team);
  const usual = MINUTES[book.channel][isFirst ? 0 : 1] * MINUTE * (BY_PRIORITY[book.priority ?? ''] ?? 1) * world.load.at(book.team, since);
  const at = cover.after(since, random.lognormal(usual * (owner?.pace ?? 1), SPREAD));
  if (at === Infinity) {
    return null;
  }
  const crew = cover.at(at);
  if (owner !== null && crew.includes(owner)) {
    return { at, agent: owner };
  }
  const colleague = oneOf(crew, random);
  if (owner === null || random.chance(0.6)) {
    return { at, agent: colleague };
  }
  const back = world.nextShift(owner, at);
  if ((owner.left !== null && at >= owner.left) || back - at > 2 * DAY) {
    // whoever is away for long hands over
    book.assign(at - SECOND, colleague, colleague);
    return { at, agent: colleague };
  }
  return { at: back + random.lognormal(14 * MINUTE, 0.7), agent: owner };
}

/** What customers add while they wait: a second thought at once, "any news?" after hours. */
function askAgain(scene: Scene, since: number, until: number): void {
  const { random, book } = scene;
  if (random.chance(0.2)) {
    sayBefore(scene, since + random.lognormal(2.5 * MINUTE, 0.9), until);
  }
  const wait = Math.min(until, since + 2 * DAY) - since;
  if (wait > 5 * HOUR && random.chance(0.3)) {
    sayBefore(scene, awake(scene, since + Math.round(wait * random.between(0.4, 0.9))), until);
  }
  if (random.chance(0.015)) {
    const away = since + random.int(40 * SECOND);
    if (away < until) {
      book.say(away, 'customer', 'auto');
    }
  }
}

function sayBefore({ book }: Scene, at: number, until: number): void {
  if (at < until) {
    book.say(at, 'customer');
  }
}

/** What happens behind the scenes before an answer: notes, drafts, questions to others. */
function before({ random, book, world }: Scene, since: number, at: number, agent: Agent): void {
  const earlier = (median: number): number => Math.max(since, at - random.lognormal(median, 0.8));
  if (random.chance(book.team === 'technical' ? 0.42 : 0.22)) {
    book.say(earlier(9 * MINUTE), agent, 'note');
  }
  if (random.chance(0.03)) {
    book.say(earlier(3 * MINUTE), agent, 'draft');
  }
  if (random.chance(0.025)) {
    book.say(earlier(20 * MINUTE), agent, 'forward', { channel: 'email' });
  }
  if (random.chance(0.04)) {
    const crew = world.cover(book.team).at(at);
    if (crew.length > 0) {
      book.say(earlier(12 * MINUTE), oneOf(crew, random, agent), 'note');
    }
  }
  if (random.chance(0.012)) {
    book.say(earlier(6 * MINUTE), agent, 'call', { channel: 'phone' });
  }
}

/** An answer is now and then followed by another of the same agent; returns the instant of the last. */
function after({ random, book }: Scene, at: number, agent: Agent): number {
  let last = at;
  while (random.chance(0.24)) {
    const next = last + random.lognormal(3 * MINUTE, 0.9);
    if (book.isOver(next)) {
      break;
    }
    last = next;
    book.say(last, agent);
  }
  return last;
}
