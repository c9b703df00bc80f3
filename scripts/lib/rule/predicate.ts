type Params = readonly number[];

/** Grafana's comparisons of a threshold expression: their words, and how many numbers each needs. */
const PREDICATES: Readonly<Record<string, { readonly needs: 1 | 2; readonly holds: (value: number, params: Params) => boolean }>> = {
  gt: { needs: 1, holds: (value, [a]) => value > a },
  lt: { needs: 1, holds: (value, [a]) => value < a },
  eq: { needs: 1, holds: (value, [a]) => value === a },
  ne: { needs: 1, holds: (value, [a]) => value !== a },
  gte: { needs: 1, holds: (value, [a]) => value >= a },
  lte: { needs: 1, holds: (value, [a]) => value <= a },
  within_range: { needs: 2, holds: (value, [a, b]) => value > a && value < b },
  outside_range: { needs: 2, holds: (value, [a, b]) => value < a || value > b },
  within_range_included: { needs: 2, holds: (value, [a, b]) => value >= a && value <= b },
  outside_range_included: { needs: 2, holds: (value, [a, b]) => value <= a || value >= b },
};

/** A comparison with fixed numbers. */
export interface Evaluator {
  readonly type: string;
  readonly params: Params;
}

/** What is wrong with a comparison, as the end of a sentence; null where nothing is. */
export function evaluatorFault({ type, params }: Evaluator): string | null {
  const known = PREDICATES[type];
  if (!known) {
    return `compares by "${type}", which is none of ${Object.keys(PREDICATES).join(', ')}`;
  }
  return params.length < known.needs ? `compares by "${type}", which needs ${known.needs === 1 ? 'a number' : 'two numbers'}` : null;
}

/** Whether a comparison holds for a number; of NaN only `ne` holds. */
export function holds({ type, params }: Evaluator, value: number): boolean {
  return PREDICATES[type].holds(value, params);
}
