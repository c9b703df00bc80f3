import { parse } from 'yaml';
import { z } from 'zod';

import { promDurationMs } from './duration';
import { ReplayError } from './replay-error';

const duration = z
  .string()
  .refine((text) => promDurationMs(text) !== null, 'is no duration such as 5m or 1h30m')
  .transform((text) => promDurationMs(text) ?? 0);
/** What decides nothing here. */
const unread = z.unknown().optional();
const text = z.string().min(1, 'is empty');

/** A query or an expression, its model still unread. */
const step = z.strictObject({
  refId: text,
  queryType: z.string().optional(),
  relativeTimeRange: z.strictObject({ from: z.number(), to: z.number().default(0) }).default({ from: 0, to: 0 }),
  datasourceUid: z.string(),
  model: z.record(z.string(), z.unknown()),
});

/** What stands in a file of Grafana's for a rule; what says nothing of when it fires is left unread. */
const rule = z.strictObject({
  uid: text,
  title: text,
  condition: text,
  data: z.array(step).min(1, 'has no query'),
  noDataState: z.enum(['Alerting', 'NoData', 'OK', 'KeepLast']).default('NoData'),
  execErrState: z.enum(['Alerting', 'Error', 'OK', 'KeepLast']).default('Alerting'),
  for: duration.default(0),
  keepFiringFor: duration.default(0),
  missing_series_evals_to_resolve: z.number().int().min(0).optional(),
  isPaused: z.boolean().default(false),
  record: unread,
  labels: unread,
  annotations: unread,
  dashboardUid: unread,
  dasboardUid: unread,
  panelId: unread,
  notification_settings: unread,
});

const group = z.strictObject({
  orgId: unread,
  name: text,
  folder: unread,
  interval: duration.refine((ms) => ms > 0 && ms % 10_000 === 0, 'is no multiple of ten seconds, which Grafana refuses'),
  rules: z.array(rule).min(1, 'has no rules'),
});

/** A file may also have contact points and policies. */
const file = z.object({ groups: z.array(group).min(1, 'has no group of rules') });

/** A rule as the file has it; durations in milliseconds. */
export type WrittenRule = z.output<typeof rule>;
/** A query or an expression of a rule, as the file has it. */
export type WrittenStep = z.output<typeof step>;
/** A group of rules as the file has it. */
export type WrittenGroup = z.output<typeof group>;

/** Reads a file of Grafana's alert rules (pkg/services/provisioning/alerting). Throws a ReplayError that names the place. */
export function readRuleFile(content: string): readonly WrittenGroup[] {
  const read = file.safeParse(yaml(content));
  if (read.success) {
    return read.data.groups;
  }
  const [{ path, message }] = read.error.issues;
  throw new ReplayError(path.length === 0 ? 'The file holds no groups of alert rules.' : `At ${placeOf(path)}: ${message}.`.replace('..', '.'));
}

function yaml(content: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    throw new ReplayError(`The file is no YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** "groups[0].rules[2].for". */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
