import fc from 'fast-check';

import { agent, helpdesk, ticket } from './builders';
import { differences, explain } from './compare';
import { evaluate } from './evaluate';
import { examinations } from './generate';
import { METRICS, metricOf } from './metrics';
import { isOverTime, query, type OracleShape } from './query';
import { csvTables } from './write';

const cells = (shape: OracleShape) => (isOverTime(shape) ? shape.series.flatMap((one) => one.points) : shape.rows);

describe('generated helpdesks and queries', () => {
  it('have answers, most of them not empty, for every metric', () => {
    const asked = new Map(METRICS.map((metric) => [metric.id, { queries: 0, answered: 0 }]));
    fc.assert(fc.property(examinations(METRICS, 60), (examination) => {
      for (const { query: one, range, nowMs } of examination.asked) {
        const answer = evaluate(examination.helpdesk, examination.settings, one, range, nowMs);
        const tally = asked.get(one.metric) ?? { queries: 0, answered: 0 };
        tally.queries++;
        tally.answered += cells(answer).some((cell) => cell.n > 0) ? 1 : 0;
        expect(differences(one, answer, answer)).toEqual([]);
      }
    }), { numRuns: 40, seed: 7 });
    if (process.env.ORACLE_VERBOSE) {
      console.table(Object.fromEntries(asked));
    }
    for (const [metric, { queries, answered }] of asked) {
      expect([metric, queries > 0, answered > 0]).toEqual([metric, true, true]);
    }
  });

  it('buckets of what adds up add up to the total', () => {
    const adding = METRICS.filter((metric) => metric.additive && (metric.dated || metric.measure === 'seconds'));
    fc.assert(fc.property(examinations(adding, 20), (examination) => {
      for (const { query: one, range, nowMs } of examination.asked.filter(({ query: each }) => each.limit === null && each.groupBy.length === 0)) {
        const statistic = metricOf(one.metric).statistics[0] ?? 'n';
        const sum = (view: 'over_time' | 'totals') => cells(evaluate(examination.helpdesk, examination.settings,
          { ...one, asOf: null, view, statistics: [statistic] }, range, Math.max(nowMs, range.to))).reduce((all, cell) => all + (cell.values[statistic] ?? 0), 0);
        expect(sum('over_time')).toBeCloseTo(sum('totals'), 6);
      }
    }), { numRuns: 20, seed: 7 });
  });
});

describe('CSV', () => {
  it('quotes, writes instants in UTC, nulls as nothing and only tables with rows', () => {
    const tables = csvTables(helpdesk({
      ticket: [ticket('T1', '2026-03-28 07:52:45', { subject: 'a "b", c', tags: ['x', 'y'], is_spam: true })],
      agent: [agent('A', { name: null })],
    }));
    expect(Object.keys(tables)).toEqual(['ticket', 'agent']);
    expect(tables.agent).toBe('agent_id,name,active,is_bot,time_zone,calendar_id\r\nA,,true,false,,\r\n');
    expect(tables.ticket).toContain('T1,,"a ""b"", c",2026-03-28T07:52:45.000Z,customer,');
    expect(tables.ticket).toContain('"[""x"",""y""]"');
  });
});

describe('comparing', () => {
  const asked = query('support_volume', { groupBy: ['owner'], sort: { by: 'value', direction: 'desc' } });
  const row = (key: string | null, value: number | null, n = 1) => ({ key: [key], values: { count: value }, n });

  it('finds values, n, missing and surplus rows, and the order where one was asked for', () => {
    const whats = (expected: OracleShape, got: OracleShape, sorted = true) =>
      differences(sorted ? asked : { ...asked, sort: null }, expected, got).map((one) => one.what);
    expect(whats({ rows: [row('a', 1)] }, { rows: [row('a', 1 + 1e-12)] })).toEqual([]);
    expect(whats({ rows: [row('a', 1)] }, { rows: [row('a', 2, 2)] })).toEqual(['count', 'n']);
    expect(whats({ rows: [row('a', null)] }, { rows: [row('a', 0)] })).toEqual(['count']);
    expect(whats({ rows: [row('a', 1), row(null, 1)] }, { rows: [row('a', 1), row('b', 1)] })).toEqual(['cell', 'cell']);
    expect(whats({ rows: [row('a', 1), row('b', 1)] }, { rows: [row('b', 1), row('a', 1)] })).toEqual(['order']);
    expect(whats({ rows: [row('a', 1), row('b', 1)] }, { rows: [row('b', 1), row('a', 1)] }, false)).toEqual([]);
  });

  it('tells a disagreement with the rows behind it', () => {
    const desk = helpdesk({ ticket: [ticket('T1', '2025-06-02 09:00')] });
    const text = explain(desk, asked, { from: 0, to: 1 }, 2, [{ key: ['a'], bucketStart: 0, what: 'count', expected: '1', got: '2' }]);
    expect(text).toContain('count · series ["a"] · bucket 1970-01-01T00:00:00.000Z · expected 1 · got 2');
    expect(text).toContain('--- ticket.csv');
  });
});
