import { z } from 'zod';

import { END_OF_TIME, FILTERS, FIRST_INSTANT, LIST, MESSAGE } from './bounds';
import { echo, quoted, shortened, told } from './echo';
import { ENVELOPE } from './envelope';
import { suggestion } from './nearest';
import * as words from './words';

/**
 * The query model: what dashboards, alert rules and people write. Stable and versioned. Everything but `metric` has a
 * default, from here or from the metric's catalogue entry.
 */

/** The newest version of the model; older ones are migrated, newer ones refused. */
export const QUERY_VERSION = 1;

const text = z.string();
const scalar = z.union([text, z.number(), z.boolean()]).transform(String);

const filter = z.strictObject({
  field: z.enum(words.DIMENSIONS),
  op: z.enum(words.OPERATORS).default('in'),
  /** Ids (or the name of "none") for in, not_in, equals, not_equals and between; a part of the name for contains. */
  values: z.array(scalar).default([]),
  /** Who added it: an own filter that cannot apply is an error, a dashboard's is a warning. */
  origin: z.enum(['query', 'variable', 'adhoc']).default('query'),
});

const instant = z
  .union([z.number().int(), text.refine((value) => !Number.isNaN(Date.parse(value)), 'is not an instant such as 2026-03-28T07:52:45Z')])
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .refine((value) => value >= FIRST_INSTANT && value < END_OF_TIME, 'is not in the years 1 to 9999');

/** A list of words, each at most once: twice says nothing more, and a list could be without end. */
function once<Word extends z.ZodType<string>>(word: Word) {
  return z.array(word).superRefine((list, { addIssue }) => {
    const seen = new Set<string>();
    const twice = list.find((one) => seen.size === seen.add(one).size);
    if (twice !== undefined) {
      addIssue({ code: 'custom', message: `names ${quoted(twice)} twice`, params: { isSaid: true } });
    }
  });
}

const model = z.strictObject({
  version: z.literal(QUERY_VERSION).default(QUERY_VERSION),
  kind: z.enum(words.KINDS).default('metric'),
  metric: text,
  view: z.enum(words.VIEWS).default('over_time'),
  hours: z.enum(words.HOURS).default('all'),
  /** The first is the main one; the default is the metric's own first. */
  statistics: once(z.enum(words.STATISTICS)).min(1).optional(),
  frequency: z.enum(words.FREQUENCIES).default('auto'),
  /** The dimension and the break-down. */
  groupBy: once(z.enum(words.DIMENSIONS)).max(2).optional(),
  filters: z.array(filter).max(FILTERS).default([]),
  /** Of records: which columns. */
  columns: once(text).default([]),
  /** Of events: which kinds; all by default. */
  events: once(z.enum(words.EVENT_KINDS)).default([]),
  sort: z.strictObject({ by: z.enum(words.SORTS).default('value'), direction: z.enum(['asc', 'desc']).default('desc') }).optional(),
  limit: z.number().int().min(1).max(100_000).nullable().optional(),
  other: z.boolean().default(false),
  minN: z.number().int().min(0).optional(),
  withinMinutes: z.number().min(0).max(525_600).default(30),
  ownerAt: z.enum(words.OWNER_AT).optional(),
  close: z.enum(words.CLOSES).default('last'),
  include: once(z.enum(words.INCLUDES)).default([]),
  /** Of records: an instant in the one bucket (of `frequency`) whose rows are wanted; null = the whole range. */
  at: instant.nullable().default(null),
  /** What "now" is; null = the request's time. */
  asOf: instant.nullable().default(null),
  includeOffline: z.boolean().default(false),
  compare: z.enum(words.COMPARISONS).nullable().default(null),
  trend: z.enum(words.TRENDS).nullable().default(null),
  anomalies: z.boolean().default(false),
  timeZone: text.optional(),
  weekStart: z.enum(words.WEEK_STARTS).optional(),
  locale: text.optional(),
});

/** A query as people write it: JSON with defaults left out. */
export type HelpdeskQuery = z.input<typeof model>;
/** A query with the model's defaults filled in. */
export type ParsedQuery = z.output<typeof model>;
/** One filter of a query. */
export type Filter = ParsedQuery['filters'][number];

/** A fault in a query, in a sentence that names the thing, the place and the nearest right word. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  /** 413 where there is nothing wrong with the query but its size. */
  constructor(
    message: string,
    readonly status: 400 | 413 = 400
  ) {
    super(shortened(message, MESSAGE));
  }
}

/** The keys a query may have. */
export const QUERY_KEYS: readonly string[] = Object.keys(model.shape);

/** The JSON Schema of a query, for dashboards as code. */
export function querySchema(): object {
  return z.toJSONSchema(model, { io: 'input', unrepresentable: 'any' });
}

/** Reads a query's JSON: Grafana's envelope dropped, older versions migrated, defaults filled in. Throws a QueryError. */
export function parseQuery(json: unknown): ParsedQuery {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new QueryError(`A query is a JSON object such as {"metric": "time_to_close"}, not ${Array.isArray(json) ? 'a list' : echo(json)}.`);
  }
  const own = Object.fromEntries(Object.entries(json).filter(([key, value]) => !ENVELOPE.includes(key) && value !== undefined));
  const long = Object.entries(own).find(([, value]) => Array.isArray(value) && value.length > LIST);
  if (long) {
    throw new QueryError(`${quoted(long[0])} has ${(long[1] as unknown[]).length.toLocaleString('en')} elements; at most ${LIST} are read.`, 413);
  }
  refuseVariables(own);
  // events are about no metric
  const result = model.safeParse(migrate(own.kind === 'events' ? { metric: '', ...own } : own));
  if (!result.success) {
    throw new QueryError(told(result.error.issues, (issue) => explain(issue, own)));
  }
  return result.data;
}

/** Brings an older version's query to the newest. There is one version so far. */
function migrate(query: Record<string, unknown>): Record<string, unknown> {
  const { version } = query;
  if (typeof version === 'number' && version > QUERY_VERSION) {
    throw new QueryError(`The query has version ${echo(version)}; this plugin knows versions up to ${QUERY_VERSION}. Update the plugin.`);
  }
  return query;
}

/** An executed query may hold no `$variables`: an alert rule with one would silently match nothing. */
function refuseVariables(value: unknown, path = ''): void {
  if (typeof value === 'string' && /^\$\{[\w.]+(:\w+)?\}$|^\$[A-Za-z]\w*$|^\[\[\w+\]\]$/.test(value)) {
    throw new QueryError(
      `"${path}" is the variable ${value}, which was not replaced by a value. Variables work on dashboards, not in alert rules or on the command line.`
    );
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      refuseVariables(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
    }
  }
}

/** One of zod's issues as a sentence. */
function explain(issue: z.core.$ZodIssue, root: unknown): string {
  const place = issue.path.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)), '');
  const where = place ? `"${place}"` : 'the query';
  const value = issue.path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    root
  );
  switch (issue.code) {
    case 'unrecognized_keys':
      return told(issue.keys, (key) => `There is no key ${quoted(key)} in ${where}.${suggestion(key, keysAt(issue.path))}`);
    case 'invalid_value': {
      const options = issue.values.map(String);
      return typeof value === 'string'
        ? `${quoted(value)} is not a value of ${where}.${suggestion(value, options)}`
        : `${where} is ${value === undefined ? 'missing' : echo(value)}; it takes one of: ${options.join(', ')}.`;
    }
    case 'invalid_type':
      return value === undefined
        ? `${where} is missing${place === 'metric' ? ': name a metric, such as "time_to_first_response"' : ''}.`
        : `${where} must be ${article(issue.expected)}, not ${echo(value)}.`;
    case 'too_big':
    case 'too_small': {
      const bound = issue.code === 'too_big' ? `at most ${issue.maximum.toLocaleString('en')}` : `at least ${issue.minimum.toLocaleString('en')}`;
      return Array.isArray(value) ? `${where} has ${value.length} elements; it takes ${bound}.` : `${where} is ${echo(value)}; it takes ${bound}.`;
    }
    case 'custom':
      return issue.params?.isSaid ? `${where} ${issue.message}.` : `${where} is ${echo(value)}, which ${issue.message}.`;
    default:
      return `${where}: ${issue.message} (got ${echo(value)}).`;
  }
}

function article(type: string): string {
  return type === 'array' ? 'a list' : /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const inside = path.filter((key) => typeof key === 'string')[0];
  return inside === 'filters' ? Object.keys(filter.shape) : inside === 'sort' ? ['by', 'direction'] : QUERY_KEYS;
}
