import { LRUCache } from 'lru-cache';

import type { StoreLease } from '../store/store';
import type { Instance } from './instance';

/** Reads something of a data source's facts; `Of` says what, where there are several. */
type ReadFacts<Of extends readonly unknown[], Value> = (instance: Instance, lease: StoreLease, ...of: Of) => Promise<Value>;

/** Answers that are kept of one data source: more than one generation has of anything. */
const MOST_KEPT = 500;

/** Reads something once a generation of facts, whoever asks: what the helpdesk has changes with a load. A read that failed is made again. */
export function onceALoad<Of extends readonly unknown[], Value>(read: ReadFacts<Of, Value>): ReadFacts<Of, Value> {
  const known = new WeakMap<Instance, LRUCache<string, { readonly value: Promise<Value> }>>();
  return (instance, lease, ...of) => {
    const kept = known.get(instance) ?? new LRUCache({ max: MOST_KEPT });
    known.set(instance, kept);
    const key = JSON.stringify([lease.generation, ...of]);
    const found = kept.get(key) ?? { value: read(instance, lease, ...of) };
    kept.set(key, found);
    found.value.catch(() => kept.delete(key));
    return found.value;
  };
}
