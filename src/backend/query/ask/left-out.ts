import type { FactName } from '../../../shared/catalog/facts';
import { traitsOf } from '../../../shared/catalog/measures';
import { dialect } from '../dialect';
import { kindOf } from '../measures';
import { type Dropped, SKEWED } from '../measures/measure';
import { conditions, dated } from '../parts/condition';
import { dictionarySql } from '../parts/dimension';
import type { Plan } from '../plan';
import { select } from '../select';
import { join, literal, name, raw, type Sql, sql } from '../sql';

/** Rows that are left out as they are. */
interface AskDropped {
  /** One row where there are such rows at all, whatever is asked: mostly there are none, for any answer. */
  readonly any: Sql;
  /** How many of this answer they are. Columns: dropped, value. */
  readonly statement: Sql;
  /** What to say of them. */
  readonly notice: (rows: string, value: string) => string;
}

/** What is to be asked of rows that are left out as they are; null where none can be. */
export function compileDropped(plan: Plan): AskDropped | null {
  const { measure, skewed } = plan.metric;
  const dropped = skewed === null ? (kindOf(measure).dropped?.(plan, measure) ?? null) : { where: sql`f.${name(skewed)}`, notice: SKEWED };
  if (dropped === null) {
    return null;
  }
  const { where, by, notice }: Dropped = dropped;
  const any = select({ columns: [raw('1 AS is_any')], from: sql`${name(plan.metric.fact)} f`, where: [where], limit: 1 });
  const statement = select({
    columns: [sql`${dialect.double(raw('count(*)'))} AS dropped`, ...(by ? [raw('d.id AS value')] : [])],
    from: sql`${name(plan.metric.fact)} f`,
    joins: by ? [sql`JOIN ${dictionarySql(by)} d ON d.ix = f.${name(`${by}_ix`)}`] : [],
    where: [where, dated(plan), ...conditions(plan)],
    ...(by ? { groupBy: [raw('d.id')], orderBy: [raw('d.id')] } : {}),
  });
  return { any, statement, notice };
}

/** Rows that no answer can hold, and tickets in doubt. */
export interface AskOrphans {
  /** Those of any range, one by one: reason, is_left_out, "at". Mostly they are few, and the same for many answers. */
  readonly all: Sql;
  /** The instants of this answer's, [from, until). */
  readonly from: number;
  readonly until: number;
  /** How many of this answer they are, by reason. Columns: reason, is_left_out, rows. */
  readonly statement: Sql;
}

/** The facts that are made of when tickets were open and closed. */
const OF_STATES: readonly FactName[] = ['close_fact', 'open_fact', 'flow_fact', 'wait_fact', 'stage_fact', 'running_fact', 'sla_fact'];

/** Rows in the range that no answer can hold, and tickets in doubt, by reason; null where filters make it unknowable whether they would have been in it. */
export function compileOrphans(plan: Plan): AskOrphans | null {
  const { metric, filters, fromMs, toMs } = plan;
  if (filters.length > 0 || metric.needs.length === 0) {
    return null;
  }
  // what happened before the range may hold in it
  const isHeld = traitsOf(metric.measure).rows === 'held';
  const from = raw('quality_row');
  const reason = [raw('reason'), raw('is_left_out')];
  const where = [
    sql`source IN (${join([...metric.needs, ...(OF_STATES.includes(metric.fact) ? ['state'] : [])])})`,
    ...(plan.excluded > 0 ? [dialect.hasNoBit(raw('excluded'), plan.excluded)] : []),
    ...isAbout(plan),
  ];
  const inRange = [...(isHeld ? [] : [sql`"at" >= ${literal(fromMs)}`]), sql`"at" < ${literal(toMs)}`];
  return {
    all: select({ columns: [...reason, sql`${dialect.double(raw('"at"'))} AS "at"`], from, where: [...where, raw('"at" IS NOT NULL')] }),
    from: isHeld ? -Infinity : fromMs,
    until: toMs,
    statement: select({
      columns: [...reason, sql`${dialect.double(raw('count(*)'))} AS rows`],
      from,
      where: [...where, ...inRange],
      groupBy: reason,
      orderBy: [raw('reason')],
    }),
  };
}

/** Of a table that holds several kinds of row, those that the metric counts. */
function isAbout({ metric: { fact, where } }: Plan): Sql[] {
  const ended = fact === 'sla_fact' ? ['decided'] : fact === 'running_fact' ? ['running'] : [];
  const words = where.flatMap((condition) => {
    const direction = fact === 'message_fact' && 'is' in condition && condition.column === 'direction';
    return 'word' in condition ? [condition.word] : direction ? [condition.is === 1 ? 'sent' : 'received'] : [];
  });
  return [...words, ...ended].map((word) => sql`(word IS NULL OR word = ${word})`);
}
