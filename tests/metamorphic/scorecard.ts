import { COLUMNS } from '../../src/shared/bounds';
import { METRICS } from '../../src/shared/catalog';
import { traitsOf } from '../../src/shared/catalog/measures';
import type { Metric } from '../../src/shared/catalog/metric';
import { isManyValued } from '../../src/shared/catalog/metric-dimensions';
import type { Hours, PlainDimensionId } from '../../src/shared/words';
import { framesOf, totals } from './asked';
import type { Law } from './law';

/** What a scorecard has a row of. */
const ROWS: readonly PlainDimensionId[] = ['owner', 'agent'];

/** A statistic that says something whatever scales there are. */
function statisticOf({ statistics, measure }: Metric) {
  return traitsOf(measure).isUnitless && statistics.includes('share') ? 'share' : statistics[0];
}

/** A scorecard is its metrics asked apart: every cell, every n and every group. */
export const scorecardIsItsMetrics: Law = async (ask) => {
  const found: string[] = [];
  for (const dimension of ROWS) {
    const columns = METRICS.filter((one) => dimension in one.dimensions && !one.dimensions[dimension]?.filterOnly && !isManyValued(one, dimension)).flatMap(
      (one) => one.hours.map((hours: Hours) => ({ metric: one.id, statistic: statisticOf(one), hours, n: true }))
    );
    for (let at = 0; at < columns.length; at += COLUMNS) {
      const metrics = columns.slice(at, at + COLUMNS);
      const [{ fields, rows, meta }] = await framesOf(ask, { kind: 'scorecard', metric: '', metrics, groupBy: [dimension] });
      const { keys = [] } = meta.custom as { readonly keys?: ReadonlyArray<Record<string, string | null>> };
      const seen = keys.map((key) => JSON.stringify([key[dimension]]));
      for (const [i, { metric, statistic, hours }] of metrics.entries()) {
        const alone = await totals(ask, { metric, statistics: [statistic], hours, groupBy: [dimension] });
        const [cells, counts] = [fields[1 + 2 * i].values, fields[2 + 2 * i].values];
        found.push(...[...alone.keys()].filter((key) => !seen.includes(key)).map((key) => `${metric} by ${dimension}: no row ${key}`));
        for (let row = 0; row < rows; row++) {
          const apart = alone.get(seen[row]);
          const isSame = apart ? cells[row] === apart.values[0] && counts[row] === apart.n : !cells[row] && counts[row] === 0;
          found.push(...(isSame ? [] : [`${metric} (${hours}) ${seen[row]}: ${String(cells[row])} of ${String(counts[row])}, alone ${JSON.stringify(apart)}`]));
        }
      }
    }
  }
  return found;
};
