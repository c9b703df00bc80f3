import { METRICS } from '../src/shared/catalog';
import { type HelpdeskQuery, parseQuery } from '../src/shared/query';
import { compileNumbers } from '../src/backend/query/ask/numbers';
import { plan } from '../src/backend/query/plan';
import type { Figure } from './figures';
import type { Floor } from './floor';
import { DASHBOARD, MEAN_AND_P90 } from './panels';

/** DuckDB's own account of the statements behind a figure. */
export async function profileOf(
  { name, runs }: Figure,
  floor: Floor,
  { fromMs, toMs, nowMs }: { fromMs: number; toMs: number; nowMs: number }
): Promise<string> {
  const parts = [`${name}\nruns, ms: ${runs.map((run) => run.toFixed(1)).join(' ')}\n`];
  for (const query of queriesOf(name)) {
    const from = name.includes('90 days') ? toMs - 90 * 86_400_000 : fromMs;
    const planned = plan(parseQuery(query), {
      fromMs: from,
      toMs,
      nowMs,
      timeZone: 'Europe/Amsterdam',
      weekStart: 'monday',
      topBox: {},
      defaultCalendar: 'amsterdam',
      alert: false,
    });
    const statement = compileNumbers(planned);
    // bound values as text: only words of the catalogue are among the bench's
    const text = statement.values.reduce<string>((sql, value, i) => sql.replace(new RegExp(`\\$${i + 1}(?!\\d)`), `'${String(value)}'`), statement.text);
    parts.push(JSON.stringify(query), await floor.explain(text).catch((error: unknown) => String(error)));
  }
  return parts.join('\n');
}

function queriesOf(name: string): readonly HelpdeskQuery[] {
  if (name.startsWith('twelve panels')) {
    return DASHBOARD;
  }
  const metric = METRICS.find(({ id }) => id === name);
  return metric
    ? [{ metric: metric.id, ...(metric.views.includes('over_time') ? { view: 'over_time', frequency: 'week' } : { view: 'totals' }) }]
    : [MEAN_AND_P90];
}
