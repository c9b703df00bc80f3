import { type Case, Cases } from './cases';
import { House, type Tried, UNANSWERED, UNTRIED } from './house';
import { IdleThread } from '../../scripts/lib/idle-thread';
import type { Input } from './input';
import { type Delays, delaysIn } from '../../scripts/lib/loop-delay';
import { relationsOf } from './relations';
import { shrunk } from './shrink';
import { lookUp } from './values';
import type { Fault } from './verdict';
import type { World } from './world';

/** What to run. */
export interface Plan {
  readonly inputs: number;
  readonly seed: number;
  /** Cases in flight at once. */
  readonly lanes: number;
  /** Try nothing but the case of this number. */
  readonly only: number | null;
  /** Fixed cases to try first, each alone. */
  readonly first: readonly Case[];
  /** Whether a delay of the event loop is a fault whose cause is looked for: not on a machine that does much else. */
  readonly isTimed: boolean;
  /** Where it is. */
  readonly say: (line: string) => void;
  /** A fault of a new kind or shape. */
  readonly found: (one: Found) => void;
}

/** A kind of fault, its first case made small, and how often it was seen. */
export interface Found {
  readonly fault: Fault;
  /** The number of its first case; null for a fixed one. */
  readonly number: number | null;
  readonly smallest: Case;
  count: number;
}

/** What came of a run. */
export interface Outcome {
  readonly found: readonly Found[];
  readonly inputs: number;
  readonly relations: number;
  readonly statuses: ReadonlyMap<string, number>;
  readonly seconds: number;
  readonly restarts: number;
  readonly delays: readonly Delays[];
  /** Of a thread that does nothing: the machine's own. */
  readonly idle: readonly Delays[];
  readonly memory: readonly number[];
  readonly mostMemory: number;
}

/** Cases between two looks at the event loop and the memory. */
const WINDOW = 512;
/** Cases of one kind of fault that are made small; more are counted. */
const MOST_SHAPES = 5;
/** Faults of which each try takes long. */
const SLOW = new Set(['freeze', 'crash', 'hang', 'large answer']);
const BLOCKED = 'blocked loop';
/** Searches for what keeps the event loop: each takes as long as its cases one by one. */
const MOST_SEARCHES = 4;
/** A delay of the event loop, in milliseconds, that asks for its cause. */
const LONG = 250;

/** Tries inputs until there are enough of them. */
export async function fuzz(world: World, plan: Plan): Promise<Outcome> {
  const house = new House(world);
  const idle = new IdleThread();
  try {
    return await new Run(house, idle, plan).all();
  } finally {
    await house.close();
    await idle.close();
  }
}

class Run {
  private readonly found: Found[] = [];
  private readonly statuses = new Map<string, number>();
  private readonly delays: Delays[] = [];
  private readonly memory: number[] = [];
  private inputs = 0;
  private relations = 0;
  private readonly idles: Delays[] = [];
  private mostMemory = 0;
  private searches = 0;
  private lookedAt = performance.now();
  private cases!: Cases;

  constructor(
    private readonly house: House,
    private readonly idle: IdleThread,
    private readonly plan: Plan
  ) {}

  async all(): Promise<Outcome> {
    const { plan, house } = this;
    this.cases = new Cases(plan.seed, relationsOf(await lookUp(await house.open(), house.world)));
    const began = performance.now();
    for (const [i, one] of plan.first.entries()) {
      plan.say(`Known killers: ${i + 1} of ${plan.first.length}`);
      await this.look();
      await this.judge(await house.tryAlone(one, this.cases), null);
      await this.blame(one, null);
    }
    for (let from = plan.only ?? 0; plan.only === null ? this.inputs < plan.inputs : from === plan.only; from += plan.only === null ? WINDOW : 1) {
      await this.window(from, plan.only === null ? WINDOW : 1);
      const seconds = (performance.now() - began) / 1000;
      plan.say(
        `${this.inputs.toLocaleString('en')} of ${plan.inputs.toLocaleString('en')} inputs, ${Math.round(this.inputs / seconds)} a second, ${this.found.length} kinds of fault, ${this.memory.at(-1)} MB`
      );
    }
    const { found, inputs, relations, statuses, delays, memory, idles, mostMemory } = this;
    return {
      found,
      inputs,
      relations,
      statuses,
      delays,
      memory,
      mostMemory,
      idle: idles,
      seconds: (performance.now() - began) / 1000,
      restarts: house.restarts - 1,
    };
  }

  /** Some cases at once; then those that the process's end left open, each alone. */
  private async window(from: number, size: number): Promise<void> {
    const numbered = new Map(Array.from({ length: size }, (_, i) => [this.cases.at(from + i), from + i]));
    await this.look();
    let left = [...numbered.keys()];
    while (left.length > 0) {
      const tried = await this.house.tryAll(left, this.cases, this.plan.lanes);
      left = [];
      for (const one of tried) {
        if (one.faults[0] === UNTRIED) {
          left.push(one.one);
        } else {
          await this.judge(one.faults[0] === UNANSWERED ? await this.house.tryAlone(one.one, this.cases) : one, numbered.get(one.one) ?? null);
        }
      }
    }
    if (isBlocked(await this.look()) && this.plan.isTimed && this.searches++ < MOST_SEARCHES) {
      await this.whatBlocks(numbered);
    }
  }

  /** Tries a window's cases one by one, for the one that keeps the event loop. */
  private async whatBlocks(numbered: ReadonlyMap<Case, number>): Promise<void> {
    for (const [one, number] of numbered) {
      await this.house.tryAlone(one, this.cases);
      if (await this.blame(one, number)) {
        return;
      }
    }
  }

  /** Whether a case that was tried alone kept the event loop; then that is its fault. */
  private async blame(one: Case, number: number | null): Promise<boolean> {
    const delays = await this.look();
    if (!this.plan.isTimed || !isBlocked(delays)) {
      return false;
    }
    await this.note({ kind: BLOCKED, says: `nobody is answered for ${Math.round(delays?.most ?? 0)} ms` }, one, number);
    return true;
  }

  /** Reads how late the event loop was since the last look, and the memory. */
  private async look(): Promise<(Delays & { readonly idle: number }) | null> {
    const door = await this.house.open();
    // what it does meanwhile may end it
    const [text, idle] = [await door.metrics().catch(() => ''), await this.idle.take()];
    const now = performance.now();
    const delays = delaysIn(text, now - this.lookedAt);
    this.lookedAt = now;
    const { now: resident, most } = this.house.memory();
    this.memory.push(resident);
    this.mostMemory = Math.max(this.mostMemory, most);
    this.idles.push(idle);
    if (delays) {
      this.delays.push(delays);
    }
    return delays && { ...delays, idle: idle.most };
  }

  private async judge({ one, replies, faults }: Tried, number: number | null): Promise<void> {
    this.inputs += one.inputs.length;
    this.relations += one.relation === null ? 0 : 1;
    for (const { parts, failure } of replies) {
      for (const status of failure ? [`gRPC ${failure.code}`] : parts.map((part) => String(part.status))) {
        this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      }
    }
    for (const fault of faults) {
      await this.note(fault, one, number);
    }
  }

  /** Keeps a fault of a new kind or shape, its case made as small as it goes; counts others. */
  private async note(fault: Fault, one: Case, number: number | null): Promise<void> {
    const alike = this.found.filter(({ fault: { kind } }) => kind === fault.kind);
    // fixed cases are small, and the questions of a relation belong together
    const isToShrink = number !== null && one.relation === null;
    if (alike.length >= (isToShrink ? MOST_SHAPES : 1)) {
      alike[0].count++;
      return;
    }
    if (isToShrink) {
      this.plan.say(`Making a fault small: ${fault.kind}`);
    }
    const inputs = isToShrink
      ? await shrunk(one.inputs, (smaller) => this.has(fault.kind, { ...one, inputs: smaller }), SLOW.has(fault.kind) ? 12 : 100)
      : one.inputs;
    const known = alike.find(({ smallest }) => shapeOf(smallest.inputs) === shapeOf(inputs));
    if (known) {
      known.count++;
    } else {
      const found = { fault, number, smallest: { ...one, inputs }, count: 1 };
      this.found.push(found);
      this.plan.found(found);
    }
  }

  /** Whether a case alone has a kind of fault. */
  private async has(kind: string, one: Case): Promise<boolean> {
    await this.look();
    const { faults } = await this.house.tryAlone(one, this.cases);
    return kind === BLOCKED ? isBlocked(await this.look()) : faults.some((fault) => fault.kind === kind);
  }
}

/** Whether the event loop was kept, and not by a machine that keeps every thread waiting. */
function isBlocked(delays: (Delays & { readonly idle: number }) | null): boolean {
  return delays !== null && delays.most > LONG && delays.most > 2 * delays.idle;
}

/** What a case looks like without its words and numbers. */
function shapeOf(inputs: readonly Input[]): string {
  return JSON.stringify(inputs, (_key, value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? typeof value : Array.isArray(value) ? (value as unknown[]).slice(0, 1) : value
  );
}
