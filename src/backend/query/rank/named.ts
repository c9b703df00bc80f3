import type { Plan } from '../plan';
import { select, table } from '../select';
import { name, raw, type Sql, sql } from '../sql';
import { dictionaryOf, dictionarySql } from '../parts/dimension';

/** Brings in the ids and names of the groups that dictionaries hold; of stages that are put in order, also the pipeline's name and the place in it. */
export function named(plan: Plan, aggregate: Sql, isRanked: boolean): Sql {
  const looked = plan.groups
    .map(({ dimension, column }, i) => ({ dictionary: dictionaryOf(dimension, column), at: i + 1 }))
    .flatMap(({ dictionary, at }) => (dictionary === null ? [] : [{ dictionary, at }]));
  const stages = plan.rank?.by === 'name' ? looked.filter(({ dictionary }) => dictionary === 'stage') : [];
  return select({
    columns: [
      raw('a.*'),
      ...looked.flatMap(({ at }) => [raw(`d${at}.id AS id${at}`), raw(`d${at}.name AS name${at}`)]),
      ...looked.filter(({ dictionary }) => dictionary === 'ticket').map(({ at }) => raw(`d${at}.subject AS subject${at}`)),
      ...stages.flatMap(({ at }) => [raw(`p${at}.name AS pipeline${at}`), raw(`d${at}.position AS position${at}`)]),
    ],
    from: table(aggregate, 'a'),
    joins: [
      ...looked.map(({ dictionary, at }) => sql`LEFT JOIN ${dictionarySql(dictionary)} ${name(`d${at}`)} ON ${name(`d${at}`)}.ix = a.${name(`g${at}`)}`),
      ...stages.map(({ at }) => sql`LEFT JOIN ${dictionarySql('pipeline')} ${name(`p${at}`)} ON ${name(`p${at}`)}.ix = ${name(`d${at}`)}.pipeline_ix`),
    ],
    orderBy: isRanked ? [raw('a.rank'), ...(plan.edges ? [raw('a.b')] : [])] : [],
  });
}
