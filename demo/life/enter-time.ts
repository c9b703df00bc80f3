import { HOUR, MINUTE, SECOND } from '../units';
import type { Message } from './book';
import type { Scene } from './scene';
import type { MessageKind } from './words';

/** What agents enter time for: how often they do, how long half of it takes, and what they call it. */
const WORK: Readonly<Partial<Record<MessageKind, readonly [share: number, median: number, activity: string]>>> = {
  reply: [0.22, 7 * MINUTE, 'Answering'],
  note: [0.35, 12 * MINUTE, 'Research'],
  call: [0.8, 9 * MINUTE, 'Phone'],
};

/** Agents enter the time that they spent on the ticket: for some of what they wrote, and for most chats. It changes nothing else of its life. */
export function enterTime(scene: Scene): void {
  const people = new Set<unknown>(scene.world.agents.filter(({ isBot }) => !isBot).map(({ id }) => id));
  const written = scene.book.messages.filter(({ author }) => people.has(author));
  for (const message of written) {
    forMessage(scene, message);
  }
  for (const { firstAgentAt, endedAt } of scene.book.chats) {
    const first = written.find(({ at }) => at === firstAgentAt);
    if (first && firstAgentAt !== null && endedAt !== null && scene.random.chance(0.7)) {
      enter(scene, first, endedAt + SECOND, endedAt - firstAgentAt, 'Chat');
    }
  }
}

function forMessage(scene: Scene, message: Message): void {
  const [share, median, activity] = WORK[message.kind] ?? [0, 0, ''];
  if (message.channel !== 'chat' && scene.random.chance(share)) {
    const spent = Math.min(3 * HOUR, scene.random.lognormal(median, 0.8));
    enter(scene, message, message.at + 20 * SECOND, spent, activity);
  }
}

/** Entered by the minute, as people do; a few leave out what it was. */
function enter({ book, random }: Scene, { author }: Message, at: number, spent: number, activity: string): void {
  if (!book.isOver(at)) {
    book.time.push({ agent: author, at, seconds: Math.max(1, Math.round(spent / MINUTE)) * 60, activity: random.chance(0.06) ? null : activity });
  }
}
