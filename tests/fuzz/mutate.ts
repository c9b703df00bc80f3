import fc from 'fast-check';

import { HOSTILE, hostileJson } from './hostile';

/** One change to a JSON value: which of its places, and what happens there. */
export interface Mutation {
  readonly place: number;
  readonly what: 'replace' | 'add' | 'drop' | 'repeat' | 'rename';
  readonly key: string;
  readonly value: unknown;
}

/** Changes with keys that are known to the model, and hostile ones. */
export function mutations(keys: readonly string[], most = 3): fc.Arbitrary<Mutation[]> {
  const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) });
  const what = fc.constantFrom<Array<Mutation['what']>>('replace', 'replace', 'replace', 'add', 'add', 'drop', 'repeat', 'rename');
  return fc.array(fc.record({ place: fc.nat(), what, key, value: hostileJson }), { minLength: 1, maxLength: most });
}

/** A changed copy: the places of a value are its members' at any depth, in order. */
export function mutated(value: unknown, changes: readonly Mutation[]): unknown {
  let copy = structuredClone(value);
  for (const change of changes) {
    const places = placesOf(copy);
    const place = places.length === 0 ? null : places[change.place % places.length];
    if (place === null) {
      copy = structuredClone(change.value);
    } else {
      apply(place, change);
    }
  }
  return copy;
}

type Holder = Record<string, unknown> | unknown[];
interface Place {
  readonly holder: Holder;
  readonly key: string;
}

function placesOf(value: unknown, places: Place[] = []): Place[] {
  if (typeof value === 'object' && value !== null && places.length < 500) {
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Holder, key });
      placesOf((value as Record<string, unknown>)[key], places);
    }
  }
  return places;
}

function apply({ holder, key }: Place, { what, key: other, value: drawn }: Mutation): void {
  // what is drawn is drawn again elsewhere: it may not change
  const value = structuredClone(drawn);
  const members = holder as Record<string, unknown>;
  // a key such as __proto__ becomes a member, not a prototype
  const set = (name: string, to: unknown) => Object.defineProperty(holder, name, { value: to, enumerable: true, configurable: true, writable: true });
  switch (what) {
    case 'replace':
      return void set(key, value);
    case 'add':
      return Array.isArray(holder) ? void holder.push(value) : void set(other, value);
    case 'drop':
      return Array.isArray(holder) ? void holder.splice(Number(key), 1) : void delete members[key];
    case 'repeat':
      return Array.isArray(holder) ? void holder.push(...Array.from({ length: 50 }, () => members[key])) : void set(key, [members[key], members[key]]);
    case 'rename':
      if (!Array.isArray(holder)) {
        const moved = members[key];
        delete members[key];
        set(other, moved);
      }
  }
}
