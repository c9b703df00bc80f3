import type { Store, StoreLease } from '../../store/store';

/** The complete states that the queries of one call read: each store's is that of the first of them that reads it, so that what is computed of several answers is of one state. */
export class HeldLeases {
  private readonly leases = new Map<Store, StoreLease>();

  /** Throws where the store has no data yet. */
  of(store: Store): StoreLease {
    const lease = this.leases.get(store) ?? store.lease();
    this.leases.set(store, lease);
    return lease;
  }

  /** Lets go of all, once every query of the call has ended. */
  release(): void {
    this.leases.forEach((lease) => lease.release());
    this.leases.clear();
  }
}

/** Does the work of one call, whose queries read one state of each store. */
export async function holding<Result>(work: (held: HeldLeases) => Promise<Result>): Promise<Result> {
  const held = new HeldLeases();
  try {
    return await work(held);
  } finally {
    held.release();
  }
}
