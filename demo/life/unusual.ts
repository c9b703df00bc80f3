import { fractionOf } from '../plan';
import { DAY, MINUTE, SECOND } from '../units';
import { oneOf } from '../world/cover';
import { answer } from './answer';
import { close } from './close';
import { converse, customerAnswers } from './converse';
import type { Scene } from './scene';

/** Lives that go another way than question and answer. Returns whether this one has been told. */
export function unusual(scene: Scene): boolean {
  const { random, book } = scene;
  const { createdBy, channel } = book.arrival;
  const isWritten = createdBy === 'customer' && channel !== 'chat' && channel !== 'phone';
  const draw = random.next();
  if (isWritten && draw < 0.03) {
    spam(scene);
  } else if (isWritten && draw < 0.05) {
    return merged(scene);
  } else if (isWritten && draw < 0.056) {
    forgotten(scene);
  } else if (createdBy === 'agent' && channel === 'email') {
    outbound(scene);
  } else {
    return false;
  }
  return true;
}

/** Filed by a rule at once, or by whoever opens it. */
function spam({ world, random, book }: Scene): void {
  const { createdAt } = book.arrival;
  const isFiltered = random.chance(0.5);
  const at = isFiltered ? createdAt + 2 * SECOND : world.cover(book.team).after(createdAt, random.lognormal(35 * MINUTE, 0.9));
  if (book.isOver(at)) {
    return;
  }
  const by = isFiltered ? world.filer : oneOf(world.cover(book.team).at(at), random);
  book.record(at, 'spam', 'false', 'true', by);
  book.move(at, 'spam', by);
  book.isSpam = true;
}

/** The customer has written about the same thing before. */
function merged({ world, random, book }: Scene): boolean {
  const into = world.customers.lastTicket[book.arrival.customer];
  const at = world.cover(book.team).after(book.arrival.createdAt, random.lognormal(30 * MINUTE, 0.9));
  if (into === 0 || book.isOver(at)) {
    return false;
  }
  const by = oneOf(world.cover(book.team).at(at), random);
  book.say(at, by, 'note');
  book.merge(at, into, by);
  return true;
}

/** Nobody ever answers; it is closed when somebody cleans up, who sometimes does it by a script that logs nothing. */
function forgotten({ random, book }: Scene): void {
  const { createdAt } = book.arrival;
  if (random.chance(0.4)) {
    book.say(createdAt + Math.round(random.between(3, 12) * DAY), 'customer');
  }
  const at = createdAt + Math.round(random.between(14, 45) * DAY);
  if (random.chance(0.4)) {
    book.closeUnseen(at);
  } else {
    book.move(at, 'closed', 'system');
  }
}

/** An agent writes first. */
function outbound(scene: Scene): void {
  const { world, random, book } = scene;
  const { createdAt } = book.arrival;
  const agent = oneOf(world.cover(book.team).at(createdAt), random);
  const isCampaign = random.chance(0.3);
  book.assign(createdAt, agent, agent);
  book.say(createdAt, agent, isCampaign ? 'campaign' : 'reply');
  book.move(createdAt + 5 * SECOND, 'waiting_customer', agent);
  if (random.chance(0.35)) {
    close(scene, { at: createdAt, agent, isSilent: true });
    return;
  }
  const asked = customerAnswers(scene, createdAt);
  if (!book.isOver(asked)) {
    close(scene, converse(scene, asked, 1 + random.int(3), isCampaign));
  }
}

/** A call: logged by the agent who took it, or a message left at night. Some are followed by an e-mail. */
export function call(scene: Scene): void {
  const { world, random, book } = scene;
  const { createdAt, createdBy } = book.arrival;
  // whatever follows is written
  book.channel = 'email';
  if (createdBy !== 'agent') {
    close(scene, converse(scene, createdAt, 1 + random.int(2), true));
    return;
  }
  const agent = oneOf(world.cover(book.team).at(createdAt), random);
  book.assign(createdAt, agent, agent);
  book.say(createdAt, agent, 'call', { channel: 'phone' });
  if (random.chance(0.1)) {
    // entered afterwards, for the record: it is closed as it is created
    book.move(createdAt, 'closed', agent);
    return;
  }
  const hungUp = createdAt + random.lognormal(6 * MINUTE, 0.7);
  book.say(hungUp, agent, 'note');
  book.move(hungUp, 'open', agent);
  if (random.chance(0.4)) {
    close(scene, { at: hungUp, agent, isSilent: false });
    return;
  }
  const given = answer(scene, hungUp, false);
  if (given !== null && random.chance(0.5)) {
    close(scene, { ...given, isSilent: false });
  } else if (given !== null) {
    const asked = customerAnswers(scene, given.at);
    close(scene, book.isOver(asked) ? null : converse(scene, asked, 1 + random.int(3), false));
  }
}

/** What is true of a few tickets, whatever their lives were: flags, parents, clocks that went wrong. */
export function oddities({ world, random, book }: Scene): void {
  const { number, createdAt, topic } = book.arrival;
  if (random.chance(0.003)) {
    book.isTest = true;
    book.tags.push('test');
  }
  if (random.chance(0.006) && book.updatedAt < world.plan.end - 2 * DAY) {
    book.record(book.updatedAt + Math.round(random.between(0.1, 1.9) * DAY), 'delete', 'false', 'true', book.owner ?? 'system');
    book.isDeleted = true;
  }
  const incident = world.incidents.findIndex(({ start, end }) => createdAt >= start && createdAt < end);
  if (incident >= 0 && topic.category === 'outage') {
    const parent = world.incidentTickets[incident];
    if (parent === 0) {
      world.incidentTickets[incident] = number;
    } else if (random.chance(0.5)) {
      book.parent = parent;
    }
  }
  if (createdAt < fractionOf(world.plan, 0.06) && random.chance(0.35) && book.isClosed) {
    // it came from the helpdesk before this one, with its messages but without its history
    book.isImported = true;
    book.events.length = 0;
    book.tags.push('imported');
  }
  if (number % 2311 === 57) {
    // a mail server whose clock was slow: the answer came before the question
    const reply = book.messages.find(({ authorKind, kind }) => authorKind === 'agent' && kind === 'reply');
    if (reply) {
      reply.at = createdAt - 2 * MINUTE - random.int(MINUTE);
    }
  }
  if (number % 1709 === 23) {
    // the helpdesk has lost who wrote it
    const message = book.messages.findIndex(({ authorKind, kind }) => authorKind === 'agent' && kind === 'reply');
    if (message >= 0) {
      book.messages[message] = { ...book.messages[message], author: null };
    }
  }
  if (random.chance(0.04)) {
    // a bot that the helpdesk takes for an agent
    for (const [i, message] of book.messages.entries()) {
      book.messages[i] = message.authorKind === 'bot' ? { ...message, authorKind: 'agent' } : message;
    }
  }
}
