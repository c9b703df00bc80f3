import { DAY, HOUR, MINUTE, SECOND } from '../units';
import type { Agent } from '../world/agents';
import { oneOf } from '../world/cover';
import { chatAgain } from './chat';
import { converse, type Ending } from './converse';
import { awake, type Scene } from './scene';
import { askForRating } from './survey';

/** How likely it is that a customer comes back after a close, the first time and later. */
const REOPENS = [0.074, 0.15, 0.1];

/** The ticket is closed, perhaps reopened, and closed again. */
export function close(scene: Scene, ending: Ending | null, times = 0): void {
  if (ending === null) {
    return;
  }
  const closed = ending.isSilent ? closeStale(scene, ending.at) : closeSolved(scene, ending);
  if (closed === null || scene.book.isOver(closed)) {
    return;
  }
  if (scene.random.chance(times === 0 ? 0.5 : 0.25)) {
    askForRating(scene, closed);
  }
  if (scene.random.chance((REOPENS[times] ?? 0) * (scene.book.team === 'technical' ? 1.3 : 1))) {
    reopen(scene, closed, times);
  }
}

/** Nobody has written for days. */
function closeStale({ book, random }: Scene, since: number): number {
  const at = since + (book.team === 'technical' ? 5 : 3) * DAY + random.int(MINUTE);
  if (random.chance(0.6)) {
    book.say(at, 'system', 'auto');
  }
  book.move(at, 'closed', 'system');
  return at;
}

/** Closed with the last answer, after a "thank you", or when no answer came to it. */
function closeSolved(scene: Scene, { at, agent }: Ending): number | null {
  const { world, random, book } = scene;
  const draw = random.next();
  if (draw < 0.55) {
    const closed = at + random.int(90 * SECOND);
    book.move(closed, 'closed', agent);
    return closed;
  }
  book.move(at + random.int(3 * SECOND), 'waiting_customer', agent);
  if (draw < 0.85) {
    const thanks = awake(scene, at + random.lognormal(book.channel === 'chat' ? 20 * SECOND : 1.6 * HOUR, 1.2));
    book.say(thanks, 'customer');
    book.move(thanks, 'open', 'system');
    const closed = Math.max(thanks, world.cover(book.team).after(thanks, random.lognormal(25 * MINUTE, 0.9)));
    if (book.isOver(closed)) {
      return null;
    }
    const closer = present(scene, closed, agent);
    if (random.chance(0.3)) {
      book.say(closed - 20 * SECOND > thanks ? closed - 20 * SECOND : closed, closer);
    }
    book.move(closed, 'closed', closer);
    return closed;
  }
  return closeStale(scene, at);
}

/** The customer comes back: some questions more. */
function reopen(scene: Scene, closed: number, times: number): void {
  const { book, random } = scene;
  const at = awake(scene, closed + Math.max(MINUTE, random.lognormal(14 * HOUR, 1.1)));
  if (book.isOver(at)) {
    return;
  }
  // some helpdesks do not move a reopened ticket through its stages again
  if (book.log.status && random.chance(0.25)) {
    book.log.stages = false;
  }
  book.move(at, 'open', random.chance(0.7) ? 'customer' : 'system');
  if (!book.tags.includes('reopened') && random.chance(0.3)) {
    book.tags.push('reopened');
  }
  if (book.channel === 'chat' && random.chance(0.4)) {
    close(scene, chatAgain(scene, at), times + 1);
    return;
  }
  book.say(at, 'customer');
  if (book.channel === 'chat') {
    book.channel = 'email';
  }
  close(scene, converse(scene, at, 1 + random.int(2), false), times + 1);
}

/** The agent if at work, else somebody of the team. */
function present({ world, book, random }: Scene, at: number, agent: Agent): Agent {
  const crew = world.cover(book.team).at(at);
  return crew.length === 0 || crew.includes(agent) ? agent : oneOf(crew, random);
}
