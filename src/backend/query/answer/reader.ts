import { dimensionOf, fixedValues } from '../../../shared/catalog/dimensions';
import type { Group, Plan } from '../plan';
import { OTHER_KEY } from '../rank/ranked';
import { type GroupValue, OTHER, type ResultTable } from './series';

/** The cells of a statement's rows by what they mean, read by work that yields between its columns. */
export function* reader(plan: Plan, table: ResultTable) {
  const numbers = (column: string) => {
    const values = table.column(column);
    return (row: number): number | null => {
      const value = values?.[row] ?? null;
      return value === null ? null : Number(value);
    };
  };
  const fixedBy = plan.groups.map(({ dimension }) => fixedValues(dimension, plan.query));
  const keys = plan.groups.map((_, i) => numbers(`g${i + 1}`));
  const ids = plan.groups.map((_, i) => table.column(`id${i + 1}`));
  const names = plan.groups.map((_, i) => table.column(`name${i + 1}`));
  const subjects = plan.groups.map((_, i) => table.column(`subject${i + 1}`));
  const pipelines = plan.groups.map((_, i) => table.column(`pipeline${i + 1}`));
  const positions = plan.groups.map((_, i) => numbers(`position${i + 1}`));
  yield;
  const values: Array<ReturnType<typeof numbers>> = [];
  for (const i of plan.statistics.keys()) {
    values.push(numbers(`s${i}`));
    yield;
  }
  const bucket = plan.edges ? numbers('b') : () => 0;
  const n = numbers('n');
  const without = numbers('without');
  const hits = table.column('hits') === null ? null : numbers('hits');
  return {
    key: (i: number, row: number) => keys[i](row) ?? 0,
    bucket: (row: number) => bucket(row) ?? 0,
    n: (row: number) => n(row) ?? 0,
    /** Null where no rate is asked for. */
    hits: (row: number) => (hits === null ? null : (hits(row) ?? 0)),
    without: (row: number) => without(row) ?? 0,
    value: (i: number, row: number) => values[i](row),
    group: ({ dimension }: Group, i: number, row: number): GroupValue => {
      const key = keys[i](row) ?? 0;
      if (key === OTHER_KEY) {
        return OTHER;
      }
      const { none } = dimensionOf(dimension);
      const fixed = fixedBy[i]?.find((value) => value.key === key);
      const id = fixed?.id ?? ids[i]?.[row] ?? null;
      const name = fixed?.name ?? names[i]?.[row] ?? id ?? none;
      const subject = subjects[i]?.[row];
      const value = {
        id: id === null ? null : String(id),
        name: String(name),
        isOther: false,
        ...(typeof subject === 'string' ? { subject } : {}),
      };
      const pipeline = pipelines[i];
      return pipeline === null ? value : { ...value, place: [pipeline[row] === null ? null : String(pipeline[row]), positions[i](row)] };
    },
  };
}
