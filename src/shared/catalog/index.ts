import type { Metric } from './metric';
import { backlog } from './metrics/backlog';
import { chat } from './metrics/chat';
import { handling } from './metrics/handling';
import { performance } from './metrics/performance';
import { replies } from './metrics/replies';
import { satisfaction } from './metrics/satisfaction';
import { scheduling } from './metrics/scheduling';
import { sla } from './metrics/sla';

/** Every metric, by topic: adding one touches its topic's file, the translations and one test. */
export const METRICS: readonly Metric[] = [...satisfaction, ...performance, ...chat, ...handling, ...replies, ...scheduling, ...sla, ...backlog];

const byId = new Map(METRICS.map((one) => [one.id, one]));

/** Every metric's id. */
export const METRIC_IDS: readonly string[] = [...byId.keys()];

/** The metric of an id, or null. */
export function findMetric(id: string): Metric | null {
  return byId.get(id) ?? null;
}
