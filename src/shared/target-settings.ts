import { z } from 'zod';

import { findMetric, METRIC_IDS } from './catalog';
import { quoted } from './echo';
import { isDuration } from './formats';
import { suggestion } from './nearest';
import { canHaveTarget, readTarget, type Target, WRITTEN_AS } from './targets';
import { unitOf } from './catalog/unit';

/** A target as people write it. */
const written = z.strictObject({
  metric: z.string(),
  value: z.union([z.string(), z.number()]),
  team: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .nullable()
    .default(null),
  hours: z.string().nullable().default(null),
  statistic: z.string().nullable().default(null),
  threshold: z.string().nullable().default(null),
});

/** The setting `targets`: each read by its metric's unit, or refused in a sentence that names the nearest right word. */
export const target = written.transform(({ metric: id, value, team, hours, statistic, threshold }, { addIssue }): Target => {
  const refuse = (key: keyof Target, message: string) => {
    addIssue({ code: 'custom', path: [key], message });
    return z.NEVER;
  };
  const metric = findMetric(id);
  if (!metric) {
    return refuse('metric', `is ${quoted(id)}, which is no metric.${suggestion(id, METRIC_IDS)}`);
  }
  const named = statistic ?? (threshold === null ? metric.statistics[0] : 'within');
  const one = metric.statistics.find((word) => word === named);
  if (one === undefined) {
    return refuse('statistic', `is ${quoted(named)}, which ${quoted(id)} does not have.${suggestion(named, metric.statistics)}`);
  }
  if (!canHaveTarget(metric, one)) {
    return refuse(
      'metric',
      `is ${quoted(id)}, of which ${quoted(one)} has no target: it is more in a longer time range. Shares, times, scores and what is open now can have one`
    );
  }
  const clock = metric.hours.find((word) => word === hours) ?? null;
  if (hours !== null && clock === null) {
    return refuse('hours', `is ${quoted(hours)}, which ${quoted(id)} does not have.${suggestion(hours, metric.hours)}`);
  }
  if ((one === 'within') !== (threshold !== null) || (threshold !== null && !isDuration(threshold))) {
    return refuse('threshold', 'is a duration such as 4h, and stands where the target is the share within it, and nowhere else');
  }
  const number = readTarget(metric, one, value);
  if (number === null) {
    return refuse('value', `is ${quoted(String(value))}: a target of ${quoted(id)} ${WRITTEN_AS[unitOf(metric, one)]}`);
  }
  return { metric: id, team, hours: clock, statistic: statistic === null && threshold === null ? null : one, threshold, value: number };
});
