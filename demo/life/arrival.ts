import type { Random } from '../random';
import { Weighted } from '../weighted';
import type { CustomerPlan } from '../world/customers';
import { surgeAt } from '../world/incidents';
import { type PolicyId, policyOf } from '../world/policies';
import { type Region, REGIONS, type TeamId } from '../world/regions';
import { OUTAGE, type Topic, TOPICS } from '../world/topics';
import type { World } from '../world/world';
import type { Channel, PersonKind } from './words';

/** What is settled about a ticket when it comes. */
export interface Arrival {
  readonly number: number;
  readonly createdAt: number;
  readonly createdBy: PersonKind;
  readonly channel: Channel;
  readonly customer: number;
  readonly region: Region;
  readonly plan: CustomerPlan;
  readonly topic: Topic;
  readonly subject: string;
  readonly priority: string | null;
  readonly policy: PolicyId | null;
  /** The team that gets it first. */
  readonly team: TeamId;
  /** The team that it should have gone to. */
  readonly rightTeam: TeamId;
}

const CHANNELS: Readonly<Record<Region['id'], Weighted<Channel>>> = {
  emea: new Weighted<Channel>([
    ['email', 46],
    ['chat', 19],
    ['web_form', 17],
    ['phone', 9],
    ['whatsapp', 9],
  ]),
  na: new Weighted<Channel>([
    ['email', 44],
    ['chat', 24],
    ['web_form', 16],
    ['phone', 13],
    ['whatsapp', 3],
  ]),
  latam: new Weighted<Channel>([
    ['email', 33],
    ['chat', 20],
    ['web_form', 13],
    ['phone', 6],
    ['whatsapp', 28],
  ]),
};

const PRIORITIES = new Weighted<string | null>([
  ['low', 20],
  ['normal', 59],
  ['high', 15],
  ['urgent', 5],
  [null, 1],
]);
const URGENT_PRIORITIES = new Weighted<string | null>([
  ['normal', 25],
  ['high', 45],
  ['urgent', 30],
]);

/** Who wrote what about, through which channel, and who gets it. */
export function drawArrival(world: World, random: Random, number: number, createdAt: number): Arrival {
  const regionNumber = world.rhythm.regionAt(createdAt, random);
  const region = REGIONS[regionNumber];
  const customer = world.customers.draw(random, regionNumber);
  const plan = world.customers.planOf(customer);
  const isIncident = random.chance(1 - 1 / surgeAt(world.incidents, createdAt));
  const topic = isIncident ? OUTAGE : TOPICS.draw(random);
  const rightTeam = topic.team ?? region.careTeam;
  const team = routed(world, random, createdAt, region, plan, rightTeam);
  const channel = reachable(world, random, team, createdAt, CHANNELS[region.id].draw(random));
  return {
    number,
    createdAt,
    channel,
    customer,
    region,
    plan,
    topic,
    team,
    rightTeam,
    createdBy: createdBy(world, random, team, createdAt, channel),
    subject: random.pick(topic.subjects),
    priority: (topic === OUTAGE || (plan === 'enterprise' && random.chance(0.3)) ? URGENT_PRIORITIES : PRIORITIES).draw(random),
    policy: policyOf(plan, region.id, random.next()),
  };
}

/** Some tickets go to the wrong team at first; what large customers write at night goes to the night desk. */
function routed(world: World, random: Random, at: number, region: Region, plan: CustomerPlan, right: TeamId): TeamId {
  if (plan === 'enterprise' && !world.cover(right).isOpen(at) && world.cover('night-desk').isOpen(at) && random.chance(0.7)) {
    return 'night-desk';
  }
  return right !== region.careTeam && random.chance(0.14) ? region.careTeam : right;
}

/** Outside hours the chat window shows a form, and the telephone takes messages that most do not leave. */
function reachable(world: World, random: Random, team: TeamId, at: number, channel: Channel): Channel {
  const isLive = channel === 'chat' || channel === 'phone';
  return isLive && !world.cover(team).isOpen(at) && !random.chance(channel === 'chat' ? 0.04 : 0.15) ? 'web_form' : channel;
}

function createdBy(world: World, random: Random, team: TeamId, at: number, channel: Channel): PersonKind {
  const draw = random.next();
  if (channel === 'phone') {
    return world.cover(team).isOpen(at) ? 'agent' : 'customer';
  }
  if (channel === 'email') {
    return draw < 0.04 && world.cover(team).isOpen(at) ? 'agent' : draw < 0.065 ? 'system' : draw < 0.08 ? 'bot' : 'customer';
  }
  return 'customer';
}
