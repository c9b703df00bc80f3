import { fixedValues, type FixedValue } from '../../../shared/catalog/dimensions';
import { dialect } from '../dialect';
import type { Plan } from '../plan';
import { join, literal, name, type Sql, sql } from '../sql';
import { groupKeys } from '../parts/axis';
import { dictionaryOf } from '../parts/dimension';

/** What groups are put in order of by name. Fixed values have an order of their own: Monday comes before Tuesday, and a short band before a long one; stages are in the order of their pipeline; none is last. */
export function byName(plan: Plan): Sql[] {
  const keys = groupKeys(plan);
  return plan.groups.flatMap(({ dimension, column }, i) => {
    const dictionary = dictionaryOf(dimension, column);
    if (dictionary === null) {
      return [column.computed === 'duration_band' ? sql`nullif(${keys[i]}, 0)` : keys[i]];
    }
    const at = i + 1;
    return [...(dictionary === 'stage' ? [name(`pipeline${at}`), name(`position${at}`)] : []), name(`name${at}`)];
  });
}

/** What tells groups of equal rank apart, their ids as text, none last: those that a dictionary holds (its keys are in no order), and fixed values, spelled out. */
export function ties(plan: Plan): Sql[] {
  const keys = groupKeys(plan);
  return plan.groups.flatMap(({ dimension, column }, i) =>
    dictionaryOf(dimension, column) === null ? [fixedId(fixedValues(dimension, plan.query) ?? [], keys[i])] : [sql`${name(`id${i + 1}`)} NULLS LAST`]
  );
}

/** What puts fixed values in the order of their ids as text, none last: their keys turned round, their places, or hours and weekdays as texts. */
function fixedId(values: readonly FixedValue[], key: Sql): Sql {
  if (values.every(({ id, key: own }) => id === String(own))) {
    return dialect.text(key);
  }
  const inOrder = [...values].sort((a, b) => (a.id < b.id ? -1 : 1));
  // numbers are compared faster than texts
  if (inOrder.every((value, at) => at === 0 || value.key < inOrder[at - 1].key)) {
    return sql`-${key}`;
  }
  return sql`CASE ${key} ${join(
    inOrder.map((value, at) => sql`WHEN ${literal(value.key)} THEN ${literal(at)}`),
    ' '
  )} END`;
}
