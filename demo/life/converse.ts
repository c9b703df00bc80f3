import { DAY, HOUR, MINUTE, SECOND } from '../units';
import { TEAMS } from '../world/teams';
import { stageOf } from '../world/pipelines';
import { type Answer, answer } from './answer';
import { handOn } from './hand-on';
import { awake, type Scene } from './scene';
import type { Channel } from './words';

/** How a conversation came to rest. */
export interface Ending extends Answer {
  /** Whether the customer has stopped writing before it was solved. */
  readonly isSilent: boolean;
}

/** How long half of the customers take to answer, and the spread. */
const CUSTOMER: Readonly<Record<Channel, readonly [median: number, spread: number]>> = {
  email: [2.6 * HOUR, 1.5],
  web_form: [3 * HOUR, 1.5],
  whatsapp: [20 * MINUTE, 1.3],
  phone: [4 * HOUR, 1.4],
  chat: [2 * HOUR, 1.4],
};

/** How many rounds of question and answer a ticket takes. */
export function roundsOf({ book, random }: Scene): number {
  const mean = TEAMS.find(({ id }) => id === book.team)?.rounds ?? 2;
  return 1 + Math.min(11, Math.floor(random.exponential(mean)));
}

/** Question and answer until it is solved; null where the end comes first. */
export function converse(scene: Scene, asked: number, rounds: number, isFirst: boolean): Ending | null {
  const { book, random } = scene;
  let since = asked;
  for (let round = 1; ; round++) {
    const ready = handOn(scene, since, isFirst && round === 1);
    const given = answer(scene, ready, isFirst && round === 1);
    if (given === null) {
      return null;
    }
    if (round >= rounds) {
      return { ...given, isSilent: false };
    }
    const told = random.chance(book.team === 'technical' ? 0.17 : 0.05) ? hold(scene, given) : given;
    if (told === null) {
      return null;
    }
    if (random.chance(0.78)) {
      book.move(told.at + (random.chance(0.4) ? 0 : random.int(3 * SECOND)), 'waiting_customer', told.agent);
    }
    if (random.chance(0.13)) {
      return { ...told, isSilent: true };
    }
    since = customerAnswers(scene, told.at);
    if (book.isOver(since)) {
      return null;
    }
  }
}

/** The customer writes back, in one message or more; returns the instant of the first. */
export function customerAnswers(scene: Scene, asked: number): number {
  const { book, random } = scene;
  const [median, spread] = CUSTOMER[book.channel];
  const at = awake(scene, asked + Math.max(5 * SECOND, random.lognormal(median, spread)));
  book.say(at, 'customer');
  if (book.status === 'waiting_customer') {
    book.move(at + (random.chance(0.5) ? 0 : random.int(2 * SECOND)), 'open', 'system');
  }
  if (random.chance(0.16)) {
    book.say(at + random.lognormal(80 * SECOND, 0.8), 'customer');
  }
  return at;
}

/** Somebody else must do something first: the ticket rests for days, then the agent tells what came of it. */
function hold({ world, random, book }: Scene, { at, agent }: Answer): Answer | null {
  const cover = world.cover(book.team);
  const isSupplier = book.pipeline === 'technical' && random.chance(0.3);
  book.move(at + random.int(2 * MINUTE), 'on_hold', agent, isSupplier ? 'technical-hold' : stageOf(book.pipeline, 'on_hold'));
  const back = Math.max(at + 10 * MINUTE, cover.after(at, random.lognormal((1.1 * DAY) / 2, 0.7)));
  if (book.isOver(back)) {
    return null;
  }
  const crew = cover.at(back);
  const teller = crew.length === 0 || crew.includes(agent) ? agent : crew[random.int(crew.length)];
  book.move(back - 5 * MINUTE, 'open', random.chance(0.5) ? teller : 'system');
  book.say(back, teller);
  return { at: back, agent: teller };
}
