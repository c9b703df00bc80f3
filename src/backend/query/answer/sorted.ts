/** Elements sorted at once: some milliseconds of comparing names. */
const RUN = 1_000;

/** A list in order, as `toSorted`, by work that yields between its pieces: short runs are sorted, and then merged two by two. */
export function* sorted<T>(list: readonly T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < list.length; at += RUN) {
    runs.push(list.slice(at, at + RUN).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      longer.push(i + 1 < runs.length ? yield* merged(runs[i], runs[i + 1], order) : runs[i]);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(left: readonly T[], right: readonly T[], order: (a: T, b: T) => number): Generator<void, T[]> {
  const all: T[] = [];
  for (let [i, j] = [0, 0]; i < left.length || j < right.length;) {
    // of equals the left one is first, as they were
    const isLeft = j >= right.length || (i < left.length && order(left[i], right[j]) <= 0);
    all.push(isLeft ? left[i++] : right[j++]);
    if (all.length % RUN === 0) {
      yield;
    }
  }
  return all;
}
