import type { Plan } from '../plan';
import { select, table } from '../select';
import { name, raw, type Sql, sql } from '../sql';
import { dictionaryOf, dictionarySql } from '../parts/dimension';

/** Brings in the ids and names of the groups that dictionaries hold. */
export function named(plan: Plan, aggregate: Sql, isRanked: boolean): Sql {
  const looked = plan.groups
    .map(({ dimension, column }, i) => ({ dictionary: dictionaryOf(dimension, column), at: i + 1 }))
    .flatMap(({ dictionary, at }) => (dictionary === null ? [] : [{ dictionary, at }]));
  return select({
    columns: [raw('a.*'), ...looked.flatMap(({ at }) => [raw(`d${at}.id AS id${at}`), raw(`d${at}.name AS name${at}`)])],
    from: table(aggregate, 'a'),
    joins: looked.map(({ dictionary, at }) => sql`LEFT JOIN ${dictionarySql(dictionary)} ${name(`d${at}`)} ON ${name(`d${at}`)}.ix = a.${name(`g${at}`)}`),
    orderBy: isRanked ? [raw('a.rank'), ...(plan.edges ? [raw('a.b')] : [])] : [],
  });
}
