import { nameOf } from './dimensions';
import { byText } from './order';
import type { Key } from './query';
import type { World } from './world';

/** A group with its totals over the range, which ranking goes by. */
export interface Ranked {
  readonly key: Key;
  readonly value: number | null;
  readonly n: number;
}

/** What is shown, in order, and all that is not. */
export interface Ranking {
  readonly shown: readonly Key[];
  readonly rest: readonly Key[];
}

/** "Rank by the total over the range; nulls last; ties by id as text; minN before limit." */
export function rank(world: World, groups: readonly Ranked[]): Ranking {
  const { sort, limit, minN } = world.query;
  const enough = groups.filter((one) => one.n >= minN);
  enough.sort((a, b) => (sort ? compare(world, sort, a, b) : 0) || byKeys(a.key, b.key));
  const shown = enough.slice(0, limit ?? undefined).map((one) => one.key);
  return { shown, rest: groups.map((one) => one.key).filter((key) => !shown.includes(key)) };
}

function compare(world: World, sort: { by: 'value' | 'name' | 'n'; direction: 'asc' | 'desc' }, a: Ranked, b: Ranked): number {
  const sign = sort.direction === 'asc' ? 1 : -1;
  switch (sort.by) {
    case 'n':
      return sign * (a.n - b.n);
    case 'value':
      return nullsLast(a.value, b.value) ?? sign * ((a.value ?? 0) - (b.value ?? 0));
    case 'name':
      for (let at = 0; at < a.key.length; at++) {
        const order = byPlace(world, sign, a.key[at], b.key[at], at) || byName(world, sign, a.key, b.key, at);
        if (order !== 0) {
          return order;
        }
      }
      return 0;
  }
}

function byName(world: World, sign: number, a: Key, b: Key, at: number): number {
  const [left, right] = [displayName(world, a, at), displayName(world, b, at)];
  return nullsLast(left, right) ?? sign * byText(left ?? '', right ?? '');
}

/** "Stages by the name of their pipeline and their position in it, before their own name." */
function byPlace(world: World, sign: number, a: string | null | undefined, b: string | null | undefined, at: number): number {
  if (world.query.groupBy[at] !== 'stage') {
    return 0;
  }
  const { helpdesk } = world;
  const [left, right] = [a, b].map((id) => helpdesk.stage.find((row) => row.stage_id === id) ?? null);
  const [first, second] = [left, right].map((row) => (row === null || row.pipeline_id === null ? null : nameOf(helpdesk, 'pipeline', row.pipeline_id)));
  const byPipeline = nullsLast(first, second) ?? sign * byText(first ?? '', second ?? '');
  const [one, other] = [left?.position ?? null, right?.position ?? null];
  return byPipeline || (nullsLast(one, other) ?? sign * ((one ?? 0) - (other ?? 0)));
}

function displayName(world: World, key: Key, at: number): string | null {
  const id = key[at] ?? null;
  const dimension = world.query.groupBy[at];
  return id === null || dimension === undefined ? null : nameOf(world.helpdesk, dimension, id);
}

/** Ties: by id as text, none last. */
function byKeys(a: Key, b: Key): number {
  for (let at = 0; at < a.length; at++) {
    const left = a[at] ?? null;
    const right = b[at] ?? null;
    const order = nullsLast(left, right) ?? byText(left ?? '', right ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** The order of two values of which one is null, in either direction; undefined where neither is. */
function nullsLast<T>(a: T | null, b: T | null): number | undefined {
  if (a !== null && b !== null) {
    return undefined;
  }
  return (a === null ? 1 : 0) - (b === null ? 1 : 0);
}
