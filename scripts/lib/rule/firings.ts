import type { Outcome } from './outcome';
import type { Instances, State } from './state';
import { type Labels, labelsKey } from './values';

/** What somebody would have been told of. */
export type Told = 'Alerting' | 'NoData' | 'Error';

/** A stretch in which an instance was in a state that somebody is told of. */
export interface Firing {
  readonly labels: Labels;
  readonly state: Told;
  readonly fromMs: number;
  /** Null where it had not ended by the last evaluation. */
  readonly toMs: number | null;
  /** The number that was compared when it began. */
  readonly value: number | null;
  /** Of an error: what it said. */
  readonly why: string;
}

/** The notices that states are; nobody is told of the others. */
const TOLD: Readonly<Record<State, Told | null>> = {
  Normal: null,
  Pending: null,
  Alerting: 'Alerting',
  Recovering: 'Alerting',
  NoData: 'NoData',
  Error: 'Error',
};

/** Collects firings from one evaluation to the next. */
export class Firings {
  private readonly open = new Map<string, Firing>();
  private readonly ended: Firing[] = [];

  /** Takes what a rule's instances are after an evaluation. */
  take(instances: Instances, outcomes: readonly Outcome[], atMs: number): void {
    for (const [key, firing] of this.open) {
      const now = instances.get(key);
      if (!now || TOLD[now.state] !== firing.state) {
        this.ended.push({ ...firing, toMs: atMs });
        this.open.delete(key);
      }
    }
    for (const [key, { labels, state }] of instances) {
      const told = TOLD[state];
      if (told !== null && !this.open.has(key)) {
        const outcome = outcomes.find((one) => labelsKey(one.labels) === key);
        this.open.set(key, { labels, state: told, fromMs: atMs, toMs: null, value: outcome?.value ?? null, why: outcome?.why ?? '' });
      }
    }
  }

  /** All so far, by when they began. */
  all(): readonly Firing[] {
    return [...this.ended, ...this.open.values()].sort((a, b) => a.fromMs - b.fromMs);
  }
}
