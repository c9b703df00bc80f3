import fc from 'fast-check';

import { isManyValued, nullLabel } from '../dimensions';
import { bandsOf } from '../durations';
import type { OracleMetric } from '../metric';
import { ofPlainAttributes, PLAIN_ATTRIBUTES } from '../plain-attributes';
import type { Dimension, Filter, OracleQuery, Range, Statistic } from '../query';
import * as ids from './ids';
import { DAY, ERAS, HOUR, maybe, MINUTE, offset, rarely, type Era } from './time';

/** A query and how it is asked. */
export interface Asked {
  readonly query: OracleQuery;
  readonly range: Range;
  readonly nowMs: number;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** Values that may occur, by dimension. */
const VALUES: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  ticket: ['T1', 'T2', 'T3', 'T10'],
  owner: [...ids.AGENTS, ids.GONE.agent],
  author: [...ids.AGENTS, ids.GONE.agent],
  agent: [...ids.AGENTS, ids.GONE.agent],
  team: [...ids.TEAMS, ids.GONE.team],
  customer: [...ids.CUSTOMERS, ids.GONE.customer],
  organization: [...ids.ORGANIZATIONS, ids.GONE.organization],
  channel: ids.CHANNELS,
  pipeline: ids.PIPELINES,
  stage: [...ids.STAGES, ids.GONE.stage],
  priority: ids.PRIORITIES,
  ...ofPlainAttributes(() => ids.PLAIN_VALUES),
  tag: ids.TAGS,
  status: ['open', 'closed', 'new', 'merged', 'Online', 'Lunch'],
  availability: ['available', 'busy', 'away', 'offline'],
  direction: ['sent', 'received'],
  hour_of_day: HOURS,
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
  rating: ['0', '1', '2', '4', '5', '4.5', '9', '10'],
  scale: ['1-5', '0-1', '0-2', '1-7', '0-10', '0-100', '1-1.5'],
  scale_half: ['lower', 'middle', 'upper'],
  survey_form: ids.FORMS,
  in_hours: ['inside', 'outside', 'no hours set'],
  clock: ['first_reply', 'next_reply', 'close'],
  calendar: ids.CALENDARS,
  policy: ids.POLICIES,
  closed_by: [...ids.AGENTS, ids.GONE.agent, 'c1'],
  closed_by_kind: ['agent', 'customer', 'bot', 'system'],
  asked_in_hours: ['inside', 'outside', 'no hours set'],
  ended_by: ['agent', 'customer', 'bot', 'system'],
  activity: ids.ACTIVITIES,
  duration_band: ['<=1h', '1h..4h', '4h..8h', '>7d', '<=30m', '30m..4h', '>4h', '<=60s', '90m..2d', '>1h'],
  'attribute.plan': ['gold', 'free'],
  'attribute.size': ['1', '20', 'true'],
};

/** Dimensions whose values have names, or are their own names. */
const NAMED: readonly Dimension[] = [
  'owner',
  'author',
  'agent',
  'team',
  'customer',
  'organization',
  'channel',
  'pipeline',
  'stage',
  'priority',
  ...PLAIN_ATTRIBUTES,
  'tag',
];
/** Parts of names and of words that are their own names. */
const PARTS = ['a', 'ANN', '1', 'wit"', '%', '_', 'OFF', 'l'] as const;
/** Dimensions whose values are numbers. */
const NUMERIC: readonly Dimension[] = ['hour_of_day', 'weekday', 'rating'];

function filter(dimensions: readonly Dimension[]): fc.Arbitrary<Filter> {
  return fc.constantFrom(...dimensions).chain((field): fc.Arbitrary<Filter> => {
    // A target without a calendar is 24/7: the label of none is not settled there.
    const value = fc.constantFrom(...(VALUES[field] ?? []), ...(field === 'calendar' ? [] : [nullLabel(field)]));
    const kinds: Array<fc.Arbitrary<Filter>> = [
      fc.record({
        field: fc.constant(field),
        op: fc.constantFrom('in' as const, 'not_in' as const),
        values: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ field: fc.constant(field), op: fc.constantFrom('equals' as const, 'not_equals' as const), values: fc.tuple(value) }),
      fc.constantFrom({ field, op: 'is_empty' as const, values: [] }, { field, op: 'is_not_empty' as const, values: [] }),
    ];
    if (NAMED.includes(field) || field === 'availability') {
      kinds.push(fc.constantFrom(...PARTS).map((part) => ({ field, op: 'contains', values: [part] })));
    }
    if (NUMERIC.includes(field)) {
      kinds.push(
        fc
          .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 23 }))
          .map(([low, high]) => ({ field, op: 'between', values: [String(low), String(high)] }))
      );
    }
    return fc.oneof(...kinds);
  });
}

/** A range around the data that is not too long for its frequency, at odd milliseconds now and then. */
function timing(era: Era): fc.Arbitrary<{ frequency: OracleQuery['frequency']; range: Range }> {
  const shapes = [
    { frequency: '15m', unit: HOUR, most: 15 },
    { frequency: '30m', unit: HOUR, most: 30 },
    { frequency: '2h', unit: HOUR, most: 120 },
    { frequency: '4h', unit: HOUR, most: 200 },
    { frequency: '6h', unit: DAY, most: 12 },
    { frequency: '12h', unit: DAY, most: 20 },
    { frequency: 'hour', unit: HOUR, most: 60 },
    { frequency: 'day', unit: DAY, most: 25 },
    { frequency: 'week', unit: DAY, most: 60 },
    { frequency: 'month', unit: DAY, most: 120 },
    { frequency: 'quarter', unit: DAY, most: 400 },
    { frequency: 'year', unit: DAY, most: 800 },
  ] as const;
  return fc
    .record({
      shape: fc.constantFrom(...shapes),
      length: fc.double({ min: 0, max: 1, noNaN: true }),
      middle: offset,
      odd: fc.constantFrom(0, 0, 1, 17 * MINUTE + 3),
    })
    .map(({ shape, length, middle, odd }) => {
      const half = Math.ceil((1 + length * (shape.most - 1)) / 2) * shape.unit;
      const centre = era.anchor + Math.round((middle * (1 - length)) / 4);
      return { frequency: shape.frequency, range: { from: centre - half + odd, to: centre + half + odd } };
    });
}

const DISTINCT: readonly Statistic[] = ['tickets', 'customers', 'authors'];

/** Half of them without those that do not add up, with which there is no Other. */
function statistics(metric: OracleMetric): fc.Arbitrary<Statistic[]> {
  const some = (from: readonly Statistic[]) => fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 4 });
  return fc.oneof(some(metric.statistics), some(metric.statistics.filter((one) => !DISTINCT.includes(one))));
}

/** What of a metric has rules of its own is drawn more often. */
const SPECIAL: Readonly<Record<string, readonly Dimension[]>> = {
  messages_by_hour: ['hour_of_day', 'weekday', 'hour_of_day', 'weekday', 'hour_of_day'],
  agent_status_time: ['availability', 'availability', 'availability', 'availability', 'availability', 'availability', 'availability'],
};

function dimensionsOf(metric: OracleMetric): readonly Dimension[] {
  return [...metric.dimensions, ...(SPECIAL[metric.id] ?? [])];
}

/** Queries of one metric: every combination that has an answer. */
export function queriesOf(metric: OracleMetric, era: Era): fc.Arbitrary<Asked> {
  return fc
    .record({
      timing: timing(era),
      view: fc.constantFrom('over_time' as const, 'totals' as const),
      hours: fc.constantFrom(...metric.hours),
      statistics: statistics(metric),
      groupBy: fc.uniqueArray(fc.constantFrom(...dimensionsOf(metric)), { maxLength: 2 }),
      filters: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(filter(dimensionsOf(metric)), { minLength: 1, maxLength: 2 }) }
      ),
      sort: maybe(
        fc.record({ by: fc.constantFrom('value' as const, 'n' as const, 'name' as const), direction: fc.constantFrom('desc' as const, 'asc' as const) })
      ),
      limit: maybe(fc.integer({ min: 1, max: 5 })),
      other: fc.constantFrom(true, true, false),
      minN: fc.constantFrom(0, 0, 1, 2),
      ownerAt: fc.constantFrom('event' as const, 'current' as const, 'created' as const),
      close: fc.constantFrom('last' as const, 'first' as const),
      include: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.subarray(['spam', 'deleted', 'merged', 'test', 'imported', 'agent_created'] as const).map((all) => [...all]) }
      ),
      asOf: fc.option(offset, { nil: null, freq: 3 }).map((at) => (at === null ? null : era.anchor + at)),
      now: fc.oneof({ weight: metric.dated ? 4 : 1, arbitrary: fc.constant(900 * DAY) }, { weight: 1, arbitrary: offset }),
      includeOffline: rarely,
      withinMinutes: fc.constantFrom(30, 0, 600, 10_000),
      threshold: fc.constantFrom('1h', '30m', '90s', '8h', '1d'),
      bands: maybe(fc.constantFrom(['30m', '4h'], ['1h'], ['60s', '90m', '2d'])),
      timeZone: fc.oneof(fc.constant(era.zone), fc.constantFrom('UTC', 'Asia/Kolkata', ...ERAS.map((one) => one.zone))),
      weekStart: fc.constantFrom('monday' as const, 'sunday' as const, 'saturday' as const),
    })
    .map(({ timing: { frequency, range }, now, ...drawn }) => ({
      ...begun(metric, sensible(metric, { ...drawn, metric: metric.id, frequency }), range, era.anchor + now),
      range,
    }));
}

/** Asks for the state over time only in ranges that have begun by then: of totals the definitions say what they are. */
function begun(metric: OracleMetric, query: OracleQuery, range: Range, nowMs: number): { query: OracleQuery; nowMs: number } {
  const late = (at: number) => (metric.dated || query.view === 'totals' ? at : Math.max(at, range.from));
  return { query: { ...query, asOf: query.asOf === null ? null : late(query.asOf) }, nowMs: late(nowMs) };
}

/** Takes out what has no answer, or none that the definitions settle. */
function sensible(metric: OracleMetric, query: OracleQuery): OracleQuery {
  const named = query.groupBy.every((one) => NAMED.includes(one));
  const sort = query.sort?.by === 'name' && !named ? { ...query.sort, by: 'n' as const } : query.sort;
  const ranked = query.groupBy.length > 0 && sort !== null;
  const limit = ranked ? query.limit : null;
  const minN = ranked ? query.minN : 0;
  const adds = metric.additive && !query.statistics.some((one) => DISTINCT.includes(one)) && !query.groupBy.some((one) => isManyValued(metric.dimensions, one));
  const other = query.other && limit !== null && adds;
  // the backend prepares occupancy without flagged tickets, and says so
  const include = metric.id === 'occupancy' ? [] : query.include.filter((one) => one !== 'agent_created' || metric.id === 'time_to_first_response');
  const threshold = metric.measure === 'duration' && query.statistics.some((one) => one === 'within' || one === 'hits') ? query.threshold : null;
  const uses = (dimension: Dimension) => query.groupBy.includes(dimension) || query.filters.some(({ field }) => field === dimension);
  const bands = uses('duration_band') ? query.bands : null;
  const filters = query.filters.flatMap((one) => (one.field === 'duration_band' ? ofBands(one, bands) : [one]));
  return oneScale(metric, { ...query, include, filters, sort: query.groupBy.length > 0 ? sort : null, limit, minN, other, threshold, bands });
}

/** A filter by the bands that the edges make; a band that they do not make is an error. */
function ofBands(filter: Filter, edges: OracleQuery['bands']): Filter[] {
  const bands = filter.values.filter((band) => band === '(none)' || bandsOf(edges).includes(band));
  return bands.length > 0 || filter.values.length === 0 ? [{ ...filter, values: bands }] : [];
}

/** "A mean over several scales is an error that asks for a filter or the scale dimension." */
function oneScale(metric: OracleMetric, query: OracleQuery): OracleQuery {
  const averages = query.statistics.some((one) => one === 'mean' || one === 'median');
  if (metric.measure !== 'rating' || !averages || query.groupBy.includes('scale')) {
    return query;
  }
  const scale = { csat: '1-5', nps: '0-10', ces: '1-7' }[metric.id] ?? '1-5';
  return { ...query, filters: [...query.filters.filter((one) => one.field !== 'scale'), { field: 'scale', op: 'equals', values: [scale] }] };
}
