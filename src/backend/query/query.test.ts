import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';

import { parseQuery, QueryError, type HelpdeskQuery } from '../../shared/query';
import { compileNumbers } from './ask/numbers';
import { compileEvents, compileHolidays, EVENT_METRICS, eventPlan, type FactEvent } from './ask/events';
import { compileDropped, compileOrphans } from './ask/left-out';
import { compileRecords } from './ask/records';
import { emptyStore } from './empty-store.fixture';
import { plan, type RequestContext } from './plan';
import { validQuery } from './query.arbitrary';
import type { Sql } from './sql';

const context: RequestContext = {
  fromMs: Date.parse('2026-03-01T00:00:00Z'),
  toMs: Date.parse('2026-04-01T00:00:00Z'),
  nowMs: Date.parse('2026-03-20T12:00:00Z'),
  timeZone: 'Europe/Amsterdam',
  weekStart: 'monday',
  topBox: {},
  defaultCalendar: 'c1',
  alert: false,
};
const compiled = (query: HelpdeskQuery, at: Partial<RequestContext> = {}) => compileNumbers(plan(parseQuery(query), { ...context, ...at }));

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptyStore();
});
afterAll(() => connection.closeSync());

/** A statement without its lines. */
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')').replaceAll(', ', ',');

/** Has DuckDB bind a statement: every table, column and type in it exists. */
async function binds({ text }: Sql): Promise<void> {
  (await connection.prepare(text)).destroySync();
}

describe('compile', () => {
  it('asks for one number with the range, the exclusions and skewed rows left out', async () => {
    const statement = compiled({ metric: 'time_to_first_response', view: 'totals' });
    expect(onOneLine(statement.text)).toBe(
      'SELECT a.* FROM (SELECT avg(v) / 1000.0 AS s0,(count(v))::DOUBLE AS n,(count(*) - (count(v)))::DOUBLE AS without FROM (SELECT f.wait_ms AS v FROM first_reply_fact f ' +
        'WHERE f.replied_at >= 1772323200000 AND f.replied_at < 1775001600000 AND f.wait_ms >= 0 AND f.excluded & 63 = 0) r) a'
    );
    expect(statement.values).toEqual([]);
    await binds(statement);
  });

  it('finds buckets by division in each run of equal days, and binds values', async () => {
    const statement = compiled({
      metric: 'owner_reply_count',
      view: 'over_time',
      frequency: 'day',
      groupBy: ['team'],
      filters: [{ field: 'channel', op: 'in', values: ["e'mail", '(none)'] }],
    });
    // 29 March 2026 has 23 hours in Amsterdam
    expect(statement.text).toContain(
      'CASE WHEN f.sent_at < 1774738800000 THEN ((f.sent_at - 1772319600000) // 86400000 + 0) ELSE CASE WHEN f.sent_at < 1774821600000 THEN 28 ELSE ((f.sent_at - 1774821600000) // 86400000 + 29) END END AS b'
    );
    expect(statement.text).toContain('f.channel_ix IN (SELECT ix FROM dim_channel WHERE (id IN ($1,$2) OR ix = 0))');
    expect(statement.values).toEqual(["e'mail", '(none)']);
    await binds(statement);
  });

  it.each<[string, HelpdeskQuery, string]>([
    ['current owner', { metric: 'time_to_close', groupBy: ['owner'], ownerAt: 'current' }, 'f.current_owner_ix AS g1'],
    ['current owner by default', { metric: 'support_volume', groupBy: ['owner'] }, 'f.current_owner_ix AS g1'],
    ['first close', { metric: 'time_to_close', close: 'first' }, 'f.nth = 1'],
    ['included flags', { metric: 'support_volume', include: ['spam', 'test'] }, 'f.excluded & 22 = 0'],
    [
      'not in keeps none',
      { metric: 'csat', filters: [{ field: 'owner', op: 'not_in', values: ['a1'] }] },
      'f.owner_ix NOT IN (SELECT ix FROM dim_agent WHERE id IN ($2))',
    ],
    ['contains', { metric: 'csat', filters: [{ field: 'team', op: 'contains', values: ['b'] }] }, 'ix <> 0 AND (contains(lower(name), lower('],
    [
      'many-valued, any',
      { metric: 'csat', filters: [{ field: 'tag', op: 'in', values: ['vip'] }] },
      'f.ticket_ix IN (SELECT ticket_ix FROM ticket_tag b WHERE tag_ix IN (',
    ],
    [
      'a custom field',
      { metric: 'opened', groupBy: ['attribute.plan'] },
      'custom_field_ix = (SELECT ix FROM dim_custom_field WHERE id = $1)) bridge1 ON bridge1.ticket_ix = f.ticket_ix',
    ],
    ['fixed values', { metric: 'owner_reply_count', filters: [{ field: 'weekday', op: 'between', values: ['6', '7'] }] }, '% 7 + 1) IN (6,7)'],
    ['offline hidden', { metric: 'agent_status_time' }, 'f.availability_ix NOT IN (SELECT ix FROM dim_availability WHERE id = $1)'],
    ['a sweep', { metric: 'max_available_agents' }, 'ROWS UNBOUNDED PRECEDING'],
  ])('%s', async (_what, query, fragment) => {
    const statement = compiled(query);
    expect(statement.text).toContain(fragment);
    await binds(statement);
  });

  it('ranks by the total, and adds up the rest only of what adds up', async () => {
    const additive = compiled({ metric: 'support_volume', view: 'totals', groupBy: ['customer'], limit: 3, other: true });
    expect(additive.text).toContain('CASE WHEN top.rank IS NULL THEN -1 ELSE r.g1 END');
    const mean = compiled({ metric: 'time_to_close', view: 'totals', groupBy: ['customer'], limit: 3, other: true });
    expect(mean.text).not.toContain('-1');
    await binds(additive);
    await binds(mean);
  });

  it.each<[string, object, string]>([
    ['an unknown metric', { metric: 'time_to_clsoe' }, 'There is no metric "time_to_clsoe". Did you mean "time_to_close"?'],
    ['no metric', {}, '"metric" is missing: name a metric, such as "time_to_first_response".'],
    ['an unknown key', { metric: 'csat', groupby: ['team'] }, 'There is no key "groupby" in the query. Did you mean "groupBy"?'],
    [
      'an unknown key of a filter',
      { metric: 'csat', filters: [{ field: 'team', value: ['a'] }] },
      'There is no key "value" in "filters[0]". Did you mean "values"?',
    ],
    ['an unknown dimension', { metric: 'csat', groupBy: ['teams'] }, '"teams" is not a value of "groupBy[0]". Did you mean "team"?'],
    ['an hour written as a step', { metric: 'csat', frequency: '1h' }, '"1h" is not a value of "frequency". Did you mean "hour"?'],
    ['an unknown operator', { metric: 'csat', filters: [{ field: 'team', op: 'is' }] }, '"is" is not a value of "filters[0].op". Did you mean "in"?'],
    ['a dimension it lacks', { metric: 'time_to_close', groupBy: ['author'] }, '"time_to_close" has no dimension "author". It has: ticket, owner, team'],
    [
      'a statistic it lacks',
      { metric: 'support_volume', statistics: ['mean'] },
      '"support_volume" has no statistic "mean". It has: count, n, tickets, customers.',
    ],
    ['hours it lacks', { metric: 'csat', hours: 'sla' }, '"csat" has no hours "sla". It has: all.'],
    ['an own filter it lacks', { metric: 'csat', filters: [{ field: 'agent', values: ['a'] }] }, '"csat" has no dimension "agent".'],
    ['an empty filter', { metric: 'csat', filters: [{ field: 'team', op: 'in', values: [] }] }, 'The filter on "team" has no values'],
    ['a variable left in', { metric: 'csat', groupBy: ['$by'] }, '"groupBy[0]" is the variable $by, which was not replaced'],
    ['a bad zone', { metric: 'csat', timeZone: 'Europe/Amsterdm' }, '"Europe/Amsterdm" is not a time zone. Did you mean "Europe/Amsterdam"?'],
    ['a newer version', { metric: 'csat', version: 2 }, 'The query has version 2; this plugin knows versions up to 1.'],
    ['the same group twice', { metric: 'csat', groupBy: ['team', 'team'] }, '"groupBy" names "team" twice.'],
  ])('refuses %s in a sentence', (_what, query, sentence) => {
    expect(() => compiled(query as HelpdeskQuery)).toThrow(QueryError);
    expect(() => compiled(query as HelpdeskQuery)).toThrow(sentence);
  });

  it('lets nothing pass of which nothing is chosen, with a warning', () => {
    const { notices, filters } = plan(parseQuery({ metric: 'csat', filters: [{ field: 'team', values: [], origin: 'variable' }] }), context);
    expect(filters).toMatchObject([{ field: 'team', values: [] }]);
    expect(notices).toEqual([{ severity: 'warning', text: 'Nothing is chosen for the filter on "team", so no row passes it: choose a value, or “All”.' }]);
  });

  it('leaves a dashboard’s filter out with a warning where the metric lacks the field', () => {
    const { notices, filters } = plan(parseQuery({ metric: 'csat', filters: [{ field: 'agent', values: ['a'], origin: 'variable' }] }), context);
    expect(filters).toEqual([]);
    expect(notices).toEqual([{ severity: 'warning', text: expect.stringContaining('The filter on agent does not apply') }]);
  });

  it('refuses more buckets than a response should hold', () => {
    expect(() => compiled({ metric: 'csat', frequency: 'hour' }, { fromMs: 0 })).toThrow('more than 20,000 buckets by hour');
  });
});

describe('properties', () => {
  it('every valid query compiles, binds and runs, with its records and quality checks', async () => {
    await fc.assert(
      fc.asyncProperty(validQuery, async (query) => {
        const planned = plan(parseQuery(query), context);
        for (const statement of [
          compileNumbers(planned),
          compileDropped(planned)?.statement ?? null,
          compileOrphans(planned)?.statement ?? null,
          compileRecords(planned, 10),
        ]) {
          if (statement) {
            await connection.run(statement.text, statement.values as string[]);
          }
        }
      }),
      { numRuns: 250 }
    );
  }, 120_000);

  it('any JSON is a query or a clear error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ metric: fc.constant('csat'), filters: fc.jsonValue(), groupBy: fc.jsonValue(), sort: fc.jsonValue() }, { requiredKeys: ['metric'] })
        ),
        (json) => {
          try {
            plan(parseQuery(json), context);
          } catch (error) {
            expect(error).toBeInstanceOf(QueryError);
            expect((error as Error).message).toMatch(/^[A-Z"].{10,}\.$|^[A-Z"].{10,}[.?]/s);
          }
        }
      ),
      { numRuns: 500 }
    );
  });
});

describe('compileEvents', () => {
  it.each<[FactEvent, string]>([
    ['sla_breach', 'CASE f.clock WHEN 1 THEN'],
    ['low_rating', 'f.norm < 0.5'],
    ['reopening', 'f.at_ms >= 1772323200000'],
  ])('%s', async (kind, part) => {
    const statement = compileEvents(
      kind,
      eventPlan(
        kind,
        plan(parseQuery({ metric: EVENT_METRICS[kind], kind: 'records', view: 'totals', filters: [{ field: 'team', op: 'in', values: ['t1'] }] }), context)
      ),
      10
    );
    expect(statement.text).toContain(part);
    await binds(statement);
  });

  it('holidays that touch the range', () => {
    expect(compileHolidays(context, 10).text).toContain('WHERE h.start_at < 1775001600000 AND h.end_at > 1772323200000');
  });
});
