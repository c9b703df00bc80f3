import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

import { METRICS } from '../../src/shared/catalog';
import { FACTS } from '../../src/shared/catalog/facts';
import type { Metric } from '../../src/shared/catalog/metric';
import { type HelpdeskQuery, parseQuery, QueryError } from '../../src/shared/query';
import type { DimensionId, PlainDimensionId } from '../../src/shared/words';
import { answer } from '../../src/backend/query/answer/answer';
import type { ResultTable } from '../../src/backend/query/answer/series';
import { compileDropped, compileOrphans } from '../../src/backend/query/ask/left-out';
import { compileNumbers } from '../../src/backend/query/ask/numbers';
import { compileRecords } from '../../src/backend/query/ask/records';
import { type Plan, plan, type RequestContext } from '../../src/backend/query/plan';
import type { Sql } from '../../src/backend/query/sql';

/** Of so many metrics one is asked at once: all of them would take longer than deriving the facts. */
export const PARTS = 4;

/** What is asked of facts: metrics, each by dimensions that these numbers choose. */
export interface Asking {
  /** Which of the parts of all metrics, or which metrics. */
  readonly part: number | readonly string[];
  readonly picks: readonly number[];
  readonly context: RequestContext;
}

/** The answers to questions, each as one text, by what is asked. */
export type Answers = ReadonlyMap<string, string>;

/** Asks a part of all metrics of the facts in a schema: numbers in total and over time, in groups; records; and what is left out. */
export async function answersOf(connection: DuckDBConnection, schema: string, { part, picks, context }: Asking): Promise<Answers> {
  await connection.run(`USE ${schema}`);
  const answers = new Map<string, string>();
  for (const [i, metric] of METRICS.entries()) {
    for (const query of isAsked(metric, i, part) ? questions(metric, picks, i) : []) {
      const planned = plan(parseQuery(query), context);
      const ask = (statement: Sql) => rowsOf(connection, statement);
      answers.set(JSON.stringify(query), query.kind === 'records' ? await asRecords(ask, planned) : await asNumbers(ask, planned));
    }
  }
  await connection.run('USE memory.main');
  return answers;
}

/** What is not of one ticket is asked each time: it is laid over in a way of its own. */
const isAsked = ({ id, fact }: Metric, i: number, part: Asking['part']) =>
  typeof part === 'number' ? i % PARTS === part % PARTS || !('ticket_ix' in FACTS[fact]) : part.includes(id);

type Ask = (statement: Sql) => Promise<ResultTable>;

/** As many records as are asked for: less than some helpdesks have, so that ties at the cut matter. */
const MOST = 20;

function questions(metric: Metric, picks: readonly number[], i: number): HelpdeskQuery[] {
  const own = (Object.keys(metric.dimensions) as PlainDimensionId[]).filter((id) => !metric.dimensions[id]?.filterOnly);
  const dimensions: DimensionId[] = [...own, ...('ticket' in metric.dimensions ? (['attribute.plan'] as const) : [])];
  const [a, b, c] = [0, 1, 2].map((at) => dimensions[picks[(i + at) % picks.length] % dimensions.length]);
  const statistics = metric.statistics.slice(0, 8);
  return [
    { metric: metric.id, view: 'totals', statistics, groupBy: a === b ? [a] : [a, b], limit: null, minN: 0 },
    { metric: metric.id, view: 'totals', statistics: statistics.slice(0, 1), groupBy: [c], limit: 2, minN: 0 },
    ...(metric.views.includes('over_time')
      ? [{ metric: metric.id, view: 'over_time', statistics, frequency: 'day', hours: metric.hours.at(-1) } as const]
      : []),
    { kind: 'records', metric: metric.id },
  ];
}

async function asNumbers(ask: Ask, planned: Plan): Promise<string> {
  const [dropped, orphans] = [compileDropped(planned), compileOrphans(planned)];
  const left = [dropped && (await ask(dropped.statement)), orphans && (await ask(orphans.statement))].map((table) => table && told(table));
  try {
    const work = answer(planned, await ask(compileNumbers(planned)), { groups: 100_000, past: 'too many' });
    let step = work.next();
    while (!step.done) {
      step = work.next();
    }
    return JSON.stringify([step.value.series.map(({ groups, values, n, hits }) => ({ groups, values, n, hits })), step.value.without, left]);
  } catch (error) {
    if (error instanceof QueryError) {
      return error.message;
    }
    throw error;
  }
}

const asRecords = async (ask: Ask, planned: Plan) => JSON.stringify(told(await ask(compileRecords(planned, MOST))));

const told = ({ rows, names, column }: ResultTable & { readonly names?: readonly string[] }) =>
  Array.from({ length: rows }, (_, row) => (names ?? []).map((name) => column(name)?.[row] ?? null));

async function rowsOf(connection: DuckDBConnection, { text, values }: Sql): Promise<ResultTable & { readonly names: readonly string[] }> {
  const reader = await connection.runAndReadAll(text, values as DuckDBValue[]);
  const names = reader.columnNames();
  const columns = reader.getColumnsJS().map((column) => column.map((value) => (typeof value === 'bigint' ? Number(value) : value)));
  return { rows: reader.currentRowCount, names, column: (name) => (columns[names.indexOf(name)] ?? null) as ReturnType<ResultTable['column']> };
}
