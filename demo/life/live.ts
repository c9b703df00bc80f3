import type { Random } from '../random';
import type { World } from '../world/world';
import { Book } from './book';
import { chat } from './chat';
import { close } from './close';
import { converse, roundsOf } from './converse';
import { drawArrival } from './arrival';
import { enterTime } from './enter-time';
import { open } from './open';
import type { Scene } from './scene';
import { call, oddities, unusual } from './unusual';

/** Makes up the life of one ticket, from its creation to today. */
export function live(world: World, random: Random, number: number, createdAt: number): Book {
  random.restart(world.plan.seed, number);
  const book = new Book(drawArrival(world, random, number, createdAt), world.plan.end);
  const scene: Scene = { world, random, book };
  open(scene);
  if (!unusual(scene)) {
    usual(scene);
  }
  oddities(scene);
  enterTime(scene);
  world.customers.lastTicket[book.arrival.customer] = number;
  return book;
}

function usual(scene: Scene): void {
  const { channel, createdAt } = scene.book.arrival;
  if (channel === 'chat') {
    close(scene, chat(scene));
  } else if (channel === 'phone') {
    call(scene);
  } else {
    close(scene, converse(scene, createdAt, roundsOf(scene), true));
  }
}
