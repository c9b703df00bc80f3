import fc from 'fast-check';

import { METRICS } from '../../src/shared/catalog';
import type { Metric } from '../../src/shared/catalog/metric';
import { isManyValued } from '../../src/shared/catalog/metric-dimensions';
import type { HelpdeskQuery } from '../../src/shared/query';
import type { DimensionId, PlainDimensionId } from '../../src/shared/words';
import type { ClientAnswer } from '../../tools/door/client';
import { anEra, type Generated, helpdesks } from '../oracle/generate';
import { check, LONG, RUNS, SEED, theBackend } from './check';
import { type Range, withDesk } from './generated-desk';

/** However rows are grouped by something of which each has one value, each is counted once. */
const COUNTED = METRICS.filter(({ statistics }) => statistics.includes('count'));

/** The dimensions of which a row of a metric has one value. */
function single(metric: Metric): readonly DimensionId[] {
  const plain = (Object.keys(metric.dimensions) as PlainDimensionId[]).filter((id) => !isManyValued(metric, id) && !metric.dimensions[id]?.filterOnly);
  return 'ticket' in metric.dimensions ? [...plain, 'attribute.plan', 'attribute.size'] : plain;
}

/** A helpdesk of which some ticket has the custom fields that are asked for. */
function withFields({ helpdesk, settings }: Generated): Generated {
  const [first, ...rest] = helpdesk.ticket;
  return { settings, helpdesk: { ...helpdesk, ticket: first === undefined ? [] : [{ ...first, attributes: { plan: 'gold', size: 20 } }, ...rest] } };
}

/** Which of a list's elements are taken, drawn once for lists of any length. */
const picks = fc.array(fc.nat({ max: 1_000 }), { minLength: 3, maxLength: 3 });

/** Questions of one metric: without groups, by three dimensions one after the other, and by two of them together. */
function questions(metric: Metric, view: 'totals' | 'over_time', drawn: readonly number[]): HelpdeskQuery[] {
  const dimensions = single(metric);
  const [a, b, c] = drawn.map((one, i) => dimensions[(one + i) % dimensions.length]);
  const groups: DimensionId[][] = [[], [a], [b], [c], a === b ? [a] : [a, b]];
  return groups.map((groupBy) => ({ metric: metric.id, view, statistics: ['count'], groupBy, limit: null, minN: 0, frequency: 'day', timeZone: 'UTC' }));
}

/** The counts of an answer, of all its groups together: one a bucket. */
function counts({ status, error, frames }: ClientAnswer): number[] | string {
  if (status !== 200) {
    return `${status}: ${error}`;
  }
  const sums: number[] = [];
  for (const { fields } of frames) {
    const isOverTime = fields[0]?.type === 'time';
    const values = fields.filter(({ type }) => type === 'number').at(-1)?.values ?? [];
    values.forEach((value, i) => {
      const bucket = isOverTime ? i : 0;
      sums[bucket] = (sums[bucket] ?? 0) + Number(value ?? 0);
    });
  }
  return sums;
}

const isNothing = (found: number[] | string) => typeof found !== 'string' && found.every((count) => count === 0);

describe('counts by any dimension of one value a row', () => {
  const { built, client } = theBackend();

  it(
    `sum to the total (METAMORPHIC_SEED=${SEED} repeats this run)`,
    async () => {
      const asked = anEra.chain((era) =>
        fc.record({
          generated: helpdesks(era)
            .map(withFields)
            .filter(({ helpdesk }) => helpdesk.ticket.length > 0),
          drawn: fc.array(picks, { minLength: COUNTED.length, maxLength: COUNTED.length }),
          anchor: fc.constant(era.anchor),
        })
      );
      let compared = 0;
      await check(asked, async ({ generated, drawn, anchor }) => {
        const day = 86_400_000;
        await withDesk(built(), client(), generated, async (ask) => {
          for (const [view, range] of [
            ['totals', { fromMs: 0, toMs: Date.parse('2100-01-01') }],
            ['over_time', { fromMs: anchor - 10 * day, toMs: anchor + 10 * day + 1 }],
          ] satisfies Array<['totals' | 'over_time', Range]>) {
            const queries = COUNTED.flatMap((metric, i) => questions(metric, view, drawn[i]));
            const answers = (await ask(queries, range)).map(counts);
            const each = answers.length / COUNTED.length;
            queries.forEach(({ metric, groupBy }, i) => {
              const total = answers[i - (i % each)];
              const told = `${metric} ${view} by ${String(groupBy)}`;
              // no group at all is nothing in every bucket
              expect([told, isNothing(total) && isNothing(answers[i]) ? total : answers[i]]).toEqual([told, total]);
              compared += Number(!isNothing(total));
            });
          }
        });
      });
      // of helpdesks without a row nothing is proved
      expect(compared).toBeGreaterThan(RUNS * COUNTED.length);
    },
    LONG
  );
});
