import type { StoreMeta } from './store-meta';

/** A complete store that a request reads; whoever has it must release it. */
export interface StoreLease {
  /** The schema that holds the facts, such as `s3.main`. */
  readonly schema: string;
  readonly generation: number;
  readonly meta: StoreMeta;
  /** Says that it is read no more; again without effect. */
  release(): void;
}

/** Complete facts, attached: a file, or what is laid over the facts of one. */
export interface Generation {
  readonly number: number;
  readonly meta: StoreMeta;
}

interface Read extends Generation {
  readers: number;
}

/** The name under which a generation is attached. */
export function attachedName(generation: number): string {
  return `s${generation}`;
}

/** Which generation is read now. One that was replaced is given to `retire` once its last reader has gone, and nothing lies over it. */
export class Generations {
  private readonly kept = new Set<Read>();
  private newest: Read | null = null;

  constructor(private readonly retire: (generation: Generation) => void) {}

  get current(): Generation | null {
    return this.newest;
  }

  /** Makes a generation the one to read, or none. */
  replace(next: Generation | null): void {
    const previous = this.newest;
    this.newest = next && { ...next, readers: 0 };
    if (this.newest) {
      this.kept.add(this.newest);
    }
    if (previous) {
      this.retireUnread(previous);
    }
  }

  /** Throws where there is nothing to read yet. */
  lease(): StoreLease {
    const generation = this.newest;
    if (!generation) {
      throw new Error('The store has no data yet.');
    }
    generation.readers++;
    let held = true;
    return {
      schema: `${attachedName(generation.number)}.main`,
      generation: generation.number,
      meta: generation.meta,
      release: () => {
        if (held) {
          held = false;
          generation.readers--;
          this.retireUnread(generation);
        }
      },
    };
  }

  private retireUnread(generation: Read): void {
    const kept = [...this.kept];
    const isBelow = kept.some(({ meta }) => meta.over?.generation === generation.number);
    if (generation.readers === 0 && generation !== this.newest && !isBelow && this.kept.delete(generation)) {
      this.retire(generation);
      kept.filter(({ number }) => number === generation.meta.over?.generation).forEach((below) => this.retireUnread(below));
    }
  }
}
