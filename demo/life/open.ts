import { MINUTE, SECOND } from '../units';
import { oneOf } from '../world/cover';
import type { Person } from './book';
import type { Scene } from './scene';

/** The ticket is created: what the helpdesk logs of it, the first message, the automatic answer, an owner. */
export function open(scene: Scene): void {
  const { book, random } = scene;
  const { createdAt, createdBy, topic } = book.arrival;
  book.log = {
    status: !random.chance(0.06),
    stages: true,
    owners: true,
    firstValues: random.chance(0.85),
    firstStage: random.chance(0.3),
  };
  if (book.log.status && random.chance(0.05)) {
    book.log.stages = false;
  }
  for (const tag of topic.tags) {
    if (tag === 'incident' || random.chance(0.35)) {
      book.tags.push(tag);
    }
  }
  if (book.arrival.plan === 'enterprise') {
    book.tags.push('vip');
  }
  book.begin(createdBy === 'agent' ? 'system' : createdBy === 'bot' ? scene.world.filer : createdBy);
  describe(scene);
  acknowledge(scene);
  assignByRule(scene, createdAt);
}

/** The first message. A form's text may be the ticket's own, without a message. */
function describe({ world, book, random }: Scene): void {
  const { createdAt, createdBy, channel } = book.arrival;
  if (createdBy === 'customer' && !(channel === 'web_form' && random.chance(0.2)) && !(channel === 'phone')) {
    book.say(createdAt + (random.chance(0.7) ? 0 : random.int(900)), 'customer');
    if (random.chance(0.09)) {
      book.say(createdAt + random.lognormal(100 * SECOND, 0.9), 'customer');
    }
  } else if (createdBy === 'customer' && channel === 'phone') {
    book.say(createdAt, 'customer', 'call');
  } else if (createdBy === 'system' || createdBy === 'bot') {
    const who: Person = createdBy === 'bot' ? world.filer : 'system';
    book.say(createdAt, who, 'auto');
  }
}

function acknowledge({ world, book, random }: Scene): void {
  const { createdAt, createdBy, channel } = book.arrival;
  const isWritten = channel === 'email' || channel === 'web_form';
  if (createdBy === 'customer' && (isWritten ? random.chance(0.9) : channel === 'whatsapp' && random.chance(0.5))) {
    book.say(createdAt + SECOND + random.int(20 * SECOND), random.chance(0.8) ? 'system' : world.filer, 'auto');
  }
}

/** Most tickets get an owner by rule: within a minute, or when the team comes to work. */
function assignByRule({ world, book, random }: Scene, createdAt: number): void {
  const { createdBy, channel, topic } = book.arrival;
  if (channel === 'chat' || createdBy === 'agent' || topic.category === 'feature_request' || !random.chance(0.6)) {
    return;
  }
  const cover = world.cover(book.team);
  const at = cover.after(createdAt, SECOND + random.int(MINUTE));
  if (book.isOver(at)) {
    return;
  }
  // in some the first owner was never logged
  book.log.owners = !random.chance(0.08);
  book.assign(at, oneOf(cover.at(at), random), 'system');
  book.log.owners = true;
}
