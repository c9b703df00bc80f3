import type { HelpdeskQuery } from '../../src/shared/query';
import type { DecodedFrame } from '../../tools/door/decode';
import type { Ask, Range } from './generated-desk';

/** A helpdesk asked in ways whose answers must fit together. The range holds all that a generated helpdesk does; now is after it. */
const ALL = { fromMs: Date.parse('1960-01-01T00:00:00Z'), toMs: Date.parse('2099-01-01T00:00:00Z') };

/** The numbers of one group, in the order of the asked statistics, and the n that they rest on. */
export interface Numbers {
  readonly values: ReadonlyArray<number | null>;
  readonly n: number;
}

/** The frames of one answer. Throws where there is none. */
export async function framesOf(ask: Ask, query: HelpdeskQuery, range: Range = ALL): Promise<readonly DecodedFrame[]> {
  const [{ status, error, frames }] = await ask([{ groupBy: [], timeZone: 'UTC', asOf: ALL.toMs, ...query }], range);
  if (status !== 200) {
    throw new Error(`${JSON.stringify(query)}: ${status} ${error}`);
  }
  return frames;
}

/** Totals of all time by the groups’ ids (as JSON); without a group-by one line. */
export async function totals(ask: Ask, query: HelpdeskQuery): Promise<ReadonlyMap<string, Numbers>> {
  const { groupBy = [] } = query;
  const frame = (await framesOf(ask, { view: 'totals', limit: null, minN: 0, ...query }, ALL)).find(({ fields }) => fields.length > 0);
  if (!frame) {
    return new Map();
  }
  const { keys, n } = frame.meta.custom as { keys?: ReadonlyArray<Record<string, string | null>>; n: readonly number[] };
  const numbers = frame.fields.slice(groupBy.length);
  return new Map(
    Array.from({ length: frame.rows }, (_, row) => [
      JSON.stringify(groupBy.map((field) => keys?.[row][field] ?? null)),
      { values: numbers.map(({ values }) => values[row] as number | null), n: n[row] },
    ])
  );
}

/** A total without groups: its first statistic. */
export async function total(ask: Ask, query: HelpdeskQuery): Promise<number | null> {
  return (await totals(ask, query)).get('[]')?.values[0] ?? null;
}

/** The numbers of each bucket of a range, without groups. */
export async function overTime(ask: Ask, query: HelpdeskQuery, range: Range): Promise<ReadonlyArray<number | null>> {
  const [frame] = await framesOf(ask, { view: 'over_time', ...query }, range);
  return frame.fields[1].values as ReadonlyArray<number | null>;
}
