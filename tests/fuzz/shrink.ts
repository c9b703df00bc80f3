/** Makes a failing value smaller while it still fails: greedy, and never more than so many tries. */
export async function shrunk<T>(value: T, fails: (smaller: T) => Promise<boolean>, tries: number): Promise<T> {
  let best = value;
  let left = tries;
  for (let isSmaller = true; isSmaller && left > 0;) {
    isSmaller = false;
    for (const candidate of smaller(best)) {
      if (left-- <= 0) {
        break;
      }
      if (await fails(candidate as T)) {
        best = candidate as T;
        isSmaller = true;
        break;
      }
    }
  }
  return best;
}

/** Smaller values, the largest steps first. */
function* smaller(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    yield* smallerText(value);
  } else if (typeof value === 'number' && value !== 0) {
    yield 0;
    yield Math.trunc(value / 2);
  } else if (Array.isArray(value)) {
    yield* smallerList(value);
  } else if (typeof value === 'object' && value !== null) {
    yield* smallerObject(value as Record<string, unknown>);
  }
}

function* smallerText(text: string): Generator<string> {
  const half = text.length >> 1;
  const parameters = text.split('&');
  if (parameters.length > 1) {
    yield* parameters.map((_, at) => parameters.toSpliced(at, 1).join('&'));
  }
  if (text.length > 1) {
    yield* [text.slice(0, half), text.slice(half)];
  }
  if (text.length > 8) {
    yield* [text.slice(0, -(text.length >> 2)), text.slice(text.length >> 2)];
  }
  if (text.length > 0 && text.length <= 8) {
    yield* Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
  }
}

function* smallerList(list: readonly unknown[]): Generator<unknown[]> {
  const half = list.length >> 1;
  if (list.length > 1) {
    yield* [list.slice(0, half), list.slice(half)];
  }
  if (list.length <= 12) {
    yield* list.map((_, at) => list.toSpliced(at, 1));
    for (const [at, one] of list.entries()) {
      for (const less of smaller(one)) {
        yield list.with(at, less);
      }
    }
  }
}

function* smallerObject(object: Readonly<Record<string, unknown>>): Generator<object> {
  // what a call is stays
  const keys = Object.keys(object).filter((key) => key !== 'call' && key !== 'relation');
  for (const dropped of keys) {
    yield Object.fromEntries(Object.entries(object).filter(([key]) => key !== dropped));
  }
  for (const changed of keys) {
    for (const less of smaller(object[changed])) {
      yield Object.fromEntries(Object.entries(object).map(([key, one]) => [key, key === changed ? less : one]));
    }
  }
}
