import fc from 'fast-check';

import { METRICS } from '../../shared/catalog';
import type { HelpdeskQuery } from '../../shared/query';
import * as words from '../../shared/words';

const filter = (dimensions: readonly words.DimensionId[]) =>
  fc.record({
    // its values are those of the query's own bands
    field: fc.constantFrom(...dimensions.filter((one) => one !== 'duration_band')),
    op: fc.constantFrom(...words.OPERATORS),
    values: fc.array(fc.oneof(fc.string(), fc.constantFrom("'", '"', '(none)', '%', '1', ';--', '$vip', '${vip}', '[[vip]]')), { minLength: 2, maxLength: 2 }),
  });

/** Any query that the catalogue allows, for tests. */
export const validQuery: fc.Arbitrary<HelpdeskQuery> = fc.constantFrom(...METRICS).chain((metric) => {
  const plain = Object.keys(metric.dimensions) as words.PlainDimensionId[];
  const custom: words.DimensionId[] = 'ticket' in metric.dimensions ? ['attribute.plan', 'attribute.it’s; "odd"'] : [];
  const dimensions = [...plain, ...custom];
  const groupable = [...plain.filter((one) => !metric.dimensions[one]?.filterOnly), ...custom];
  return fc.record({
    metric: fc.constant(metric.id),
    view: fc.constantFrom(...metric.views),
    hours: fc.constantFrom(...metric.hours),
    threshold: fc.constantFrom('0s', '90m', '7d'),
    bands: fc.constantFrom(['1h'], ['90s', '30m', '8h', '2d']),
    unit: fc.constantFrom(null, 'auto' as const, 'hours' as const, 'workdays' as const),
    frequency: fc.constantFrom(...words.FREQUENCIES),
    statistics: fc.uniqueArray(fc.constantFrom(...metric.statistics), { minLength: 1, maxLength: 3 }),
    groupBy: fc.uniqueArray(fc.constantFrom(...groupable), { maxLength: 2 }),
    filters: fc.array(filter(dimensions), { maxLength: 3 }),
    limit: fc.option(fc.integer({ min: 1, max: 20 })),
    other: fc.boolean(),
    minN: fc.integer({ min: 0, max: 3 }),
    sort: fc.option(fc.record({ by: fc.constantFrom(...words.SORTS), direction: fc.constantFrom('asc' as const, 'desc' as const) }), { nil: undefined }),
    ownerAt: fc.option(fc.constantFrom(...words.OWNER_AT), { nil: undefined }),
    close: fc.constantFrom(...words.CLOSES),
    include: metric.includes.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...metric.includes)),
    includeOffline: fc.boolean(),
    timeZone: fc.constantFrom('UTC', 'Europe/Amsterdam', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    weekStart: fc.constantFrom(...words.WEEK_STARTS),
  });
});
