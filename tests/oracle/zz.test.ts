import fc from 'fast-check';
import { differences } from './compare';
import { evaluate } from './evaluate';
import { examinations } from './generate';
import { METRICS } from './metrics';
import { isOverTime } from './query';
import { csvTables } from './write';
it('smoke', () => {
  const stats: Record<string, {q: number; nonempty: number; ms: number; err: number; vals:number}> = {};
  let first = true;
  fc.assert(fc.property(examinations(METRICS, 40), ({ helpdesk, settings, asked }) => {
    if (first) { first = false; console.log(Object.values(csvTables(helpdesk)).join('\n').slice(0, 3000), asked.length); }
    for (const { query, range, nowMs } of asked) {
      const t = performance.now();
      const s = (stats[query.metric] ??= { q: 0, nonempty: 0, ms: 0, err: 0, vals:0 });
      s.q++;
      const a = evaluate(helpdesk, settings, query, range, nowMs);
      s.ms += performance.now() - t;
      const cells = isOverTime(a) ? a.series.flatMap((x) => x.points) : a.rows;
      s.vals += cells.length;
      if (cells.some((c) => c.n > 0)) s.nonempty++;
      expect(differences(query, a, a)).toEqual([]);
    }
  }), { numRuns: 30, seed: 1 });
  console.table(stats);
}, 600000);
