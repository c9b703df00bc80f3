import { base, en, Faker } from '@faker-js/faker';

import type { Random } from '../random';

/** Faker is slow: past this many, names are put together from those there are. */
const BOUND = 2_000;

/** First and family names of people; at a large number some are called the same. */
export function personNames(random: Random, count: number): string[] {
  const faker = seeded(random);
  const pool = Math.min(count, BOUND);
  const first = Array.from({ length: pool }, () => faker.person.firstName());
  const last = Array.from({ length: pool }, () => faker.person.lastName());
  return Array.from({ length: count }, (_, i) => (i < pool ? `${first[i]} ${last[i]}` : `${random.pick(first)} ${random.pick(last)}`));
}

/** Names of companies; at a large number some are called the same. */
export function companyNames(random: Random, count: number): string[] {
  const faker = seeded(random);
  const pool = Array.from({ length: Math.min(count, BOUND) }, () => faker.company.name());
  const places = Array.from({ length: 200 }, () => faker.location.city());
  return Array.from({ length: count }, (_, i) => (i < BOUND ? pool[i] : `${random.pick(pool)} ${random.pick(places)}`));
}

function seeded(random: Random): Faker {
  return new Faker({ locale: [en, base], seed: random.int(2 ** 31) });
}
