import type { Value } from './values';

type Reducer = (values: ReadonlyArray<number | null>) => number | null;

/** Whether a value is neither null nor NaN. */
export const isNumber = (value: number | null): value is number => value !== null && !Number.isNaN(value);

/** A reducer that gives NaN where a value is none. */
const strict =
  (of: (values: readonly number[]) => number): Reducer =>
  (values) =>
    values.every(isNumber) ? of(values) : NaN;

/** The middle of numbers, or the mean of both middles. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0 ? NaN : sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** All numbers together; of none 0. */
export const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** The reducers of a reduce expression; without values the sum is 0, the count 0, and all else NaN. */
const REDUCERS: Readonly<Record<string, Reducer>> = {
  sum: strict(sum),
  mean: strict((values) => sum(values) / values.length),
  min: strict((values) => (values.length === 0 ? NaN : Math.min(...values))),
  max: strict((values) => (values.length === 0 ? NaN : Math.max(...values))),
  median: strict(median),
  count: (values) => values.length,
  last: (values) => (values.length === 0 ? NaN : (values.at(-1) ?? null)),
};

/** The words for what a reduce expression can do. */
export const REDUCER_NAMES: readonly string[] = Object.keys(REDUCERS);

/** How a reduce expression takes what is no number: as it is, left out, or as a number of its own. */
export type NonNumbers = { readonly mode: '' } | { readonly mode: 'dropNN' } | { readonly mode: 'replaceNN'; readonly value: number };

/** Makes one number of each line; what is a number already stays one. */
export function reduced(values: readonly Value[], reducer: string, nonNumbers: NonNumbers): readonly Value[] {
  const finite = (value: number | null) => value !== null && Number.isFinite(value);
  const taken = (all: ReadonlyArray<number | null>) =>
    nonNumbers.mode === '' ? all : nonNumbers.mode === 'dropNN' ? all.filter(finite) : all.map((value) => (finite(value) ? value : nonNumbers.value));
  const given = (value: number | null) =>
    value === null || !Number.isNaN(value) || nonNumbers.mode === '' ? value : nonNumbers.mode === 'dropNN' ? null : nonNumbers.value;
  return values.flatMap((one): Value[] => {
    switch (one.kind) {
      case 'noData':
        return [one];
      case 'number':
        return taken([one.value]).map((value) => ({ ...one, value }));
      case 'series':
        return [{ kind: 'number', labels: one.labels, value: given(REDUCERS[reducer](taken(one.points.map(([, value]) => value)))) }];
    }
  });
}
