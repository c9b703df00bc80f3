import { durationName } from '../../shared/catalog/bands';
import { REST_ID } from '../../shared/labels';
import type { Names } from '../../shared/names';
import type { Statistic } from '../../shared/words';
import type { Series } from '../query/answer/series';
import type { Plan } from '../query/plan';

/** What names are made of: the query, and what things are called in the reader's language. */
interface Naming {
  readonly plan: Plan;
  readonly names: Names;
}

/** What a series is called by each of its dimensions. */
export type Labels = Record<string, string>;

/** Groups named between two yields. */
const PIECE = 500;

/** Labels by dimension; equal names of different ids stay apart by their id. */
export function* uniqueLabels({ plan, names }: Naming, series: readonly Series[]): Generator<void, Labels[]> {
  const idsByName = plan.groups.map(() => new Map<string, Set<string | null>>());
  // two ids of the helpdesk may have one usual name: "high" and "High"
  const called: string[][] = [];
  for (const [at, { groups }] of series.entries()) {
    const own = groups.map(({ isOther, id, name }, i) => (isOther ? names.series('other') : names.value(plan.groups[i].dimension, id, name)));
    called.push(own);
    idsByName.forEach((ids, i) => {
      const known = ids.get(own[i]) ?? new Set();
      ids.set(own[i], known.add(groups[i].isOther ? '\0' : groups[i].id));
    });
    if (at % PIECE === 0) {
      yield;
    }
  }
  const labels: Labels[] = [];
  for (const [at, { groups }] of series.entries()) {
    labels.push(
      Object.fromEntries(
        groups.map(({ id }, i) => {
          const name = called[at][i];
          const clash = (idsByName[i].get(name)?.size ?? 0) > 1 && id !== null;
          return [plan.groups[i].dimension, clash ? `${name} (${id})` : name];
        })
      )
    );
    if (labels.length % PIECE === 0) {
      yield;
    }
  }
  return labels;
}

/** A series' group by the ids of its values, for drill-down. */
export function keyOf(plan: Plan, { groups }: Series): Record<string, string | null> {
  return Object.fromEntries(groups.map((group, i) => [plan.groups[i].dimension, group.isOther ? REST_ID : group.id]));
}

/** A statistic's name; of one that compares with a threshold, that too. */
export function statisticName({ plan, names }: Naming, statistic: Statistic): string {
  const { threshold } = plan.query;
  return statistic === 'within' && threshold !== null
    ? `${names.statistic(statistic)} ${durationName(threshold, names.unit('hours'))}`
    : names.statistic(statistic);
}
