import { z } from 'zod';

import { BANDS, COLUMNS, END_OF_TIME, FILTERS, FIRST_INSTANT, LONGEST } from '../bounds';
import { quoted } from '../echo';
import { durationMs, isDuration } from '../formats';
import * as words from '../words';
import { FILTER_DEFAULTS, QUERY_DEFAULTS, SORT_DEFAULTS } from './defaults';
import { firstTwice } from './twice';

/**
 * The query model: what dashboards, alert rules and people write. Stable and versioned. Everything but `metric` has a
 * default, from here or from the metric's catalogue entry.
 */

/** The newest version of the model; older ones are migrated, newer ones refused. */
export const QUERY_VERSION = 1;

const text = z.string();
const scalar = z.union([text, z.number(), z.boolean()]).transform(String);

/** A dimension that every helpdesk has, or a custom field: which of those there are the store knows. */
const dimension = z.union([z.enum(words.DIMENSIONS), z.templateLiteral(['attribute.', text.min(1)])]);

const filter = z.strictObject({
  field: dimension,
  op: z.enum(words.OPERATORS).default(FILTER_DEFAULTS.op),
  /** Ids (or the name of "none") for in, not_in, equals, not_equals and between; a part of the name for contains. */
  values: z.array(scalar).default([...FILTER_DEFAULTS.values]),
  /** Who added it: an own filter that cannot apply is an error, a dashboard's is a warning. */
  origin: z.enum(['query', 'variable', 'adhoc']).default(FILTER_DEFAULTS.origin),
});

const sort = z.strictObject({
  by: z.enum(words.SORTS).default(SORT_DEFAULTS.by),
  /** Of scorecards: the column that decides, by its name; the first by default. */
  column: text.optional(),
  direction: z.enum(['asc', 'desc']).default(SORT_DEFAULTS.direction),
});

const instant = z
  .union([z.number().int(), text.refine((value) => !Number.isNaN(Date.parse(value)), 'is not an instant such as 2026-03-28T07:52:45Z')])
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .refine((value) => value >= FIRST_INSTANT && value < END_OF_TIME, 'is not in the years 1 to 9999');

const duration = text
  .refine(isDuration, { message: 'is no duration such as 90s, 30m, 8h or 2d', abort: true })
  .refine((value) => durationMs(value) <= durationMs(LONGEST), `is longer than ${LONGEST}`);

/** A list of words, each at most once: twice says nothing more, and a list could be without end. */
function once<Word extends z.ZodType<string>>(word: Word) {
  return z.array(word).superRefine((list, { addIssue }) => {
    const twice = firstTwice(list);
    if (twice !== undefined) {
      addIssue({ code: 'custom', message: `names ${quoted(twice)} twice`, params: { isSaid: true } });
    }
  });
}

/** A column of a scorecard: a metric, its own first statistic where none is named. */
const column = z.strictObject({
  metric: text,
  statistic: z.enum(words.STATISTICS).optional(),
  hours: z.enum(words.HOURS).default(QUERY_DEFAULTS.hours),
  /** How many rows it rests on, as a column beside it. */
  n: z.boolean().default(false),
});

const model = z.strictObject({
  version: z.literal(QUERY_VERSION).default(QUERY_VERSION),
  kind: z.enum(words.KINDS).default(QUERY_DEFAULTS.kind),
  metric: text,
  /** Of scorecards: the columns, each a metric. */
  metrics: z
    .array(z.union([text.transform((metric) => column.parse({ metric })), column]))
    .max(COLUMNS)
    .optional(),
  view: z.enum(words.VIEWS).default(QUERY_DEFAULTS.view),
  hours: z.enum(words.HOURS).default(QUERY_DEFAULTS.hours),
  /** The first is the main one; the default is the metric's own first. */
  statistics: once(z.enum(words.STATISTICS)).min(1).optional(),
  frequency: z.enum(words.FREQUENCIES).default(QUERY_DEFAULTS.frequency),
  /** The dimension and the break-down. */
  groupBy: once(dimension).max(2).optional(),
  filters: z
    .array(filter)
    .max(FILTERS)
    .default([...QUERY_DEFAULTS.filters]),
  /** Of records: which columns. */
  columns: once(text).default([...QUERY_DEFAULTS.columns]),
  /** Of events: which kinds; all by default. */
  events: once(z.enum(words.EVENT_KINDS)).default([...QUERY_DEFAULTS.events]),
  sort: sort.optional(),
  limit: z.number().int().min(1).max(100_000).nullable().optional(),
  other: z.boolean().default(QUERY_DEFAULTS.other),
  minN: z.number().int().min(0).optional(),
  withinMinutes: z.number().min(0).max(525_600).default(QUERY_DEFAULTS.withinMinutes),
  /** Of durations: what `within` and `hits` compare with, in the hours that are counted. */
  threshold: duration.nullable().default(QUERY_DEFAULTS.threshold),
  /** How far each number is on the bad side of its target in the settings, instead of the number: above 0 is worse than was agreed. */
  beyondTarget: z.boolean().default(QUERY_DEFAULTS.beyondTarget),
  /** The ascending edges of `duration_band`. */
  bands: z
    .array(duration)
    .min(1)
    .max(BANDS)
    .default([...QUERY_DEFAULTS.bands]),
  /** What durations are written in; null = seconds. */
  unit: z.enum(words.UNITS).nullable().default(QUERY_DEFAULTS.unit),
  ownerAt: z.enum(words.OWNER_AT).optional(),
  close: z.enum(words.CLOSES).default(QUERY_DEFAULTS.close),
  include: once(z.enum(words.INCLUDES)).default([...QUERY_DEFAULTS.include]),
  /** Of records: an instant in the one bucket (of `frequency`) whose rows are wanted; null = the whole range. */
  at: instant.nullable().default(QUERY_DEFAULTS.at),
  /** What "now" is; null = the request's time. */
  asOf: instant.nullable().default(QUERY_DEFAULTS.asOf),
  includeOffline: z.boolean().default(QUERY_DEFAULTS.includeOffline),
  compare: z.enum(words.COMPARISONS).nullable().default(QUERY_DEFAULTS.compare),
  trend: z.enum(words.TRENDS).nullable().default(QUERY_DEFAULTS.trend),
  anomalies: z.boolean().default(QUERY_DEFAULTS.anomalies),
  /** How the panel draws it over time: then what is unfinished, or rests on few rows, is drawn apart, and tooltips say n. */
  drawn: z.enum(words.DRAWN).nullable().default(QUERY_DEFAULTS.drawn),
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

/** The keys a query may have, and those of a filter, of an order and of a scorecard’s column. */
export const QUERY_KEYS: readonly string[] = Object.keys(model.shape);
export const FILTER_KEYS: readonly string[] = Object.keys(filter.shape);
export const SORT_KEYS: readonly string[] = Object.keys(sort.shape);
export const COLUMN_KEYS: readonly string[] = Object.keys(column.shape);

/** The JSON Schema of a query, for dashboards as code. */
export function querySchema(): object {
  return z.toJSONSchema(model, { io: 'input', unrepresentable: 'any' });
}

/** Reads a query's own keys by the model: the query with its defaults, or what is wrong with it. */
export function readQuery(own: unknown): z.ZodSafeParseResult<ParsedQuery> {
  return model.safeParse(own);
}
