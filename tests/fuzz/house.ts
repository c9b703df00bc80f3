import { until } from '../until';
import { memoryOf } from '../../scripts/lib/memory';
import type { Case, Cases } from './cases';
import { Door } from './door';
import type { Reply } from './input';
import { send } from './send';
import { type Fault, faultsOf } from './verdict';
import type { World } from './world';

/** An input is answered within this time, in milliseconds: the machine may be busy, and others are asked at once. */
const LIMIT = 30_000;
/** A process that does not even say that it lives for this long has stopped for everybody. */
const FROZEN = 10_000;

/** What became of a case. */
export interface Tried {
  readonly one: Case;
  readonly replies: readonly Reply[];
  readonly faults: readonly Fault[];
}

/** The backend under test: started again where an input has ended or frozen it. */
export class House {
  private door: Door | null = null;
  restarts = 0;

  constructor(readonly world: World) {}

  /** The running backend with its helpdesk read. */
  async open(): Promise<Door> {
    if (this.door?.ended === null) {
      return this.door;
    }
    await this.door?.close();
    this.restarts++;
    const door = (this.door = await Door.open(this.world.executable, { GF_PLUGIN_ALLOWED_DIRECTORIES: this.world.folder }));
    const isReady = async () => {
      const { parts, failure } = await send(door, this.world, { call: 'resource', path: 'status' }, LIMIT);
      const phase = parts[0]?.status === 200 ? (JSON.parse(parts[0].body) as { phase: string }).phase : '';
      if (phase === 'failed') {
        throw new Error(`The helpdesk of the fuzz was not read: ${failure?.words ?? parts[0]?.body}`);
      }
      return phase === 'ready';
    };
    await until(isReady, 'reading the helpdesk of the fuzz', 180_000);
    return door;
  }

  /** Tries cases at once, so many at a time. Those that were unanswered when the process ended or froze have the fault "unanswered". */
  async tryAll(all: readonly Case[], cases: Cases, lanes: number): Promise<Tried[]> {
    const door = await this.open();
    const tried: Tried[] = [];
    const waiting = [...all];
    const watched = watch(door);
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let one = waiting.shift(); one; one = waiting.shift()) {
          tried.push(watched.state() === 'well' ? await this.try(door, one, cases, watched) : { one, replies: [], faults: [UNTRIED] });
        }
      })
    );
    watched.stop();
    if (watched.state() !== 'well') {
      await door.close();
    }
    return tried;
  }

  /** Tries a case alone; a process that ends or freezes is its fault. */
  async tryAlone(one: Case, cases: Cases): Promise<Tried> {
    const door = await this.open();
    const watched = watch(door);
    const tried = await this.try(door, one, cases, watched);
    watched.stop();
    const state = watched.state();
    if (state === 'well') {
      return tried;
    }
    const fault =
      state === 'frozen'
        ? { kind: 'freeze', says: `nobody is answered for ${FROZEN / 1000} s` }
        : { kind: 'crash', says: `the process ended with ${door.ended}` };
    await door.close();
    return { ...tried, faults: [fault] };
  }

  async close(): Promise<void> {
    await this.door?.close();
    this.door = null;
  }

  /** Resident memory of the backend now and at most, in MB; 0 where the system does not tell. */
  memory(): { readonly now: number; readonly most: number } {
    return memoryOf(this.door?.pid ?? 0) ?? { now: 0, most: 0 };
  }

  private async try(door: Door, one: Case, cases: Cases, { broke, state }: Watched): Promise<Tried> {
    const replies: Reply[] = [];
    const faults: Fault[] = [];
    for (const input of one.inputs) {
      const reply = await Promise.race([send(door, this.world, input, LIMIT), broke]);
      if (reply === null || state() !== 'well') {
        return { one, replies, faults: [UNANSWERED] };
      }
      replies.push(reply);
      faults.push(...faultsOf(input, reply, this.world));
      if (faults.length > 0) {
        break;
      }
    }
    const broken = faults.length === 0 ? cases.broken(one, replies) : null;
    return { one, replies, faults: broken === null ? faults : [{ kind: `relation: ${one.relation}`, says: broken }] };
  }
}

/** The fault of a case whose answer did not come because the process stopped: it or another is the cause. */
export const UNANSWERED: Fault = { kind: 'unanswered', says: 'the process ended or froze meanwhile' };
/** The fault of a case that was not sent: the process had stopped. */
export const UNTRIED: Fault = { kind: 'untried', says: 'the process had ended or frozen' };

interface Watched {
  /** Resolves with null as soon as the process ends or freezes. */
  readonly broke: Promise<null>;
  state(): 'well' | 'frozen' | 'ended';
  stop(): void;
}

/** Asks a process each second whether it lives. */
function watch(door: Door): Watched {
  let state: 'well' | 'frozen' | 'ended' = 'well';
  let isStopped = false;
  let stop = () => undefined as void;
  const broke = new Promise<null>((resolve) => {
    const look = async () => {
      await door.ping(FROZEN).catch(() => {
        if (!isStopped) {
          state = door.ended === null ? 'frozen' : 'ended';
          resolve(null);
        }
      });
      if (!isStopped && state === 'well') {
        timer = setTimeout(() => void look(), 1_000);
      }
    };
    let timer = setTimeout(() => void look(), 200);
    stop = () => {
      isStopped = true;
      clearTimeout(timer);
    };
  });
  return { broke, stop: () => stop(), state: () => (door.ended === null ? state : 'ended') };
}
