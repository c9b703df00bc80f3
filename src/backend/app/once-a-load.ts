import { LRUCache } from 'lru-cache';

import type { StoreLease } from '../store/store';
import type { Instance } from './instance';

/** Reads something of a data source's facts. */
type ReadFacts<Value> = (instance: Instance, lease: StoreLease) => Promise<Value>;

/** Reads something once a generation of facts, whoever asks: what the helpdesk has changes with a load. A read that failed is made again. */
export function onceALoad<Value>(read: ReadFacts<Value>): ReadFacts<Value> {
  const known = new WeakMap<Instance, LRUCache<number, { readonly value: Promise<Value> }>>();
  return (instance, lease) => {
    const generations = known.get(instance) ?? new LRUCache({ max: 2 });
    known.set(instance, generations);
    const found = generations.get(lease.generation) ?? { value: read(instance, lease) };
    generations.set(lease.generation, found);
    found.value.catch(() => generations.delete(lease.generation));
    return found.value;
  };
}
