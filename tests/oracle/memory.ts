const known = new WeakMap<object, Map<string, unknown>>();

/** What was once worked out of a thing that never changes, by a key; so that plain code is not too slow. */
export function remember<Thing>(of: object, key: string, make: () => Thing): Thing {
  const things = known.get(of) ?? new Map<string, unknown>();
  known.set(of, things);
  if (!things.has(key)) {
    things.set(key, make());
  }
  return things.get(key) as Thing;
}
