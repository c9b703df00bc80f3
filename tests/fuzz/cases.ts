import fc from 'fast-check';

import type { Input, Reply } from './input';
import { queryInput } from './queries';
import { type Relation, RULES } from './relations';
import { resourceInput } from './resources';
import { settingsInput } from './settings';

/** One thing to try: an input, or several whose answers belong together. */
export interface Case {
  readonly relation: string | null;
  readonly inputs: readonly Input[];
}

/** Cases drawn at once: a case is found again by its number. */
const BATCH = 256;

/** The cases of a seed, by number: always the same. */
export class Cases {
  private readonly any: fc.Arbitrary<Case>;
  private batch: { readonly at: number; readonly cases: readonly Case[] } | null = null;

  constructor(
    private readonly seed: number,
    private readonly relations: readonly Relation[]
  ) {
    const single = (input: fc.Arbitrary<Input>) => input.map((one): Case => ({ relation: null, inputs: [one] }));
    this.any = fc.oneof(
      { weight: 66, arbitrary: single(queryInput) },
      { weight: 20, arbitrary: single(resourceInput) },
      { weight: 3, arbitrary: single(settingsInput) },
      ...relations.map(({ name, inputs }) => ({ weight: 1, arbitrary: inputs.map((all): Case => ({ relation: name, inputs: all })) }))
    );
  }

  /** The case of a number, from 0 on. */
  at(number: number): Case {
    const at = Math.floor(number / BATCH);
    if (this.batch?.at !== at) {
      // far apart, so that one seed's batches are not the next one's
      this.batch = { at, cases: fc.sample(this.any, { seed: (Math.imul(this.seed, 1_000_003) + at) | 0, numRuns: BATCH }) };
    }
    return this.batch.cases[number % BATCH];
  }

  /** What a relation finds wrong with a case's replies; null where it holds. */
  broken({ relation, inputs }: Case, replies: readonly Reply[]): string | null {
    return [...this.relations, ...RULES].find(({ name }) => name === relation)?.broken(replies, inputs) ?? null;
  }
}
