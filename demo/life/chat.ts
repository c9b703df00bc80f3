import { HOUR, MINUTE, SECOND } from '../units';
import type { Agent } from '../world/agents';
import { oneOf } from '../world/cover';
import type { ChatSession } from './book';
import { converse, type Ending } from './converse';
import type { Scene } from './scene';
import type { PersonKind } from './words';

/** A chat from its first line: a bot greets, an agent takes over, or the customer leaves before. */
export function chat(scene: Scene): Ending | null {
  const { book, random, world } = scene;
  const { createdAt } = book.arrival;
  if (!random.chance(0.75)) {
    return talk(scene, createdAt, createdAt);
  }
  const at = botTalks(scene, createdAt);
  if (random.chance(0.08)) {
    // the bot had the answer: no chat with an agent was asked for
    book.move(at + 5 * MINUTE, 'closed', world.greeter);
    book.chats.push(session(scene, createdAt, null, at + 5 * MINUTE, 'bot'));
    return null;
  }
  if (random.chance(0.65)) {
    book.say(at, world.greeter, 'reply', { isHandover: true });
  } else {
    book.say(at, world.greeter);
    book.record(at + 100, 'handover', world.greeter.id, book.team, world.greeter);
  }
  return talk(scene, createdAt, at);
}

/** A customer who came back starts a second chat in the same ticket. */
export function chatAgain(scene: Scene, at: number): Ending | null {
  scene.book.say(at, 'customer');
  return talk(scene, at, at);
}

function botTalks({ book, random, world }: Scene, since: number): number {
  let at = since + 900 + random.int(2 * SECOND);
  book.say(at, world.greeter);
  for (let i = random.int(3); i > 0; i--) {
    at += random.lognormal(18 * SECOND, 0.7);
    book.say(at, 'customer');
    at += 800 + random.int(2 * SECOND);
    book.say(at, world.greeter);
  }
  return at + random.lognormal(20 * SECOND, 0.6);
}

/** The customer waits for an agent from an instant, not for ever. */
function talk(scene: Scene, startedAt: number, since: number): Ending | null {
  const { book, random, world } = scene;
  const cover = world.cover(book.team);
  const wait = random.lognormal(48 * SECOND * world.load.at(book.team, since), 0.85);
  const patience = 40 * SECOND + Math.round(random.exponential(14 * MINUTE));
  const crew = cover.at(since + wait);
  if (crew.length === 0 || wait > patience) {
    return abandon(scene, startedAt, since + patience);
  }
  const owner = book.owner !== null && crew.includes(book.owner) ? book.owner : oneOf(crew, random);
  const first = since + wait;
  book.assign(first - random.int(4 * SECOND), owner, random.chance(0.8) ? 'system' : owner);
  book.move(first, 'open', owner);
  if (random.chance(0.25)) {
    const more = since + random.lognormal(25 * SECOND, 0.7);
    if (more < first) {
      book.say(more, 'customer');
    }
  }
  book.say(first, owner);
  const { at, agent } = exchange(scene, first, owner);
  const endedAt = at + random.lognormal(50 * SECOND, 0.9);
  book.chats.push(session(scene, startedAt, first, endedAt, random.chance(0.55) ? 'agent' : 'customer'));
  if (random.chance(0.12)) {
    // what could not be solved at once goes on by e-mail
    book.channel = 'email';
    book.say(endedAt + 30 * SECOND, agent, 'note');
    const asked = endedAt + random.lognormal(40 * MINUTE, 1);
    book.say(asked, 'customer');
    return converse(scene, asked, 1 + random.int(2), false);
  }
  return { at: endedAt, agent, isSilent: false };
}

/** Lines go to and fro; now and then a colleague takes over. */
function exchange(scene: Scene, since: number, owner: Agent): { at: number; agent: Agent } {
  const { book, random, world } = scene;
  let at = since;
  let agent = owner;
  for (let rounds = 1 + Math.floor(random.exponential(3.2)); rounds > 0; rounds--) {
    at += random.lognormal(65 * SECOND, 0.7);
    book.say(at, 'customer');
    if (random.chance(0.3)) {
      at += random.lognormal(15 * SECOND, 0.6);
      book.say(at, 'customer');
    }
    if (random.chance(0.012)) {
      const crew = world.cover(book.team).at(at);
      if (crew.length > 1) {
        agent = oneOf(crew, random, agent);
        book.assign(at + 5 * SECOND, agent, agent);
      }
    }
    at += random.lognormal(75 * SECOND * agent.pace, 0.7);
    book.say(at, agent);
    if (random.chance(0.25)) {
      at += random.lognormal(20 * SECOND, 0.6);
      book.say(at, agent);
    }
  }
  return { at, agent };
}

/** The customer has left before an agent came; half of them are written to later. */
function abandon(scene: Scene, startedAt: number, endedAt: number): Ending | null {
  const { book, random } = scene;
  const draw = random.next();
  book.chats.push(session(scene, startedAt, null, endedAt, draw < 0.85 ? 'customer' : draw < 0.92 ? 'bot' : 'system'));
  if (random.chance(0.55)) {
    book.channel = 'email';
    return converse(scene, endedAt, 1, true);
  }
  book.move(endedAt + 30 * MINUTE + random.int(HOUR / 2), 'closed', 'system');
  return null;
}

/** A session as the helpdesk's end leaves it. */
function session({ book }: Scene, startedAt: number, firstAgentAt: number | null, endedAt: number, endedBy: PersonKind): ChatSession {
  const isRunning = book.isOver(endedAt);
  return {
    startedAt,
    firstAgentAt: firstAgentAt === null || book.isOver(firstAgentAt) ? null : firstAgentAt,
    endedAt: isRunning ? null : endedAt,
    endedBy: isRunning ? null : endedBy,
  };
}
