import type { Sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import type { Settings } from '../../../shared/settings';
import type { StoreMeta } from '../../store/store';

/** Runs a statement on the facts of a load: those columns of its rows that are named. */
export type Ask = <Column extends string>(columns: readonly Column[], statement: Sql) => Promise<ReadonlyArray<Readonly<Record<Column, unknown>>>>;

/** What a check may know besides the facts. */
export interface Checked {
  readonly ask: Ask;
  readonly meta: StoreMeta;
  readonly settings: Settings;
}

/** One thing that rows are looked at for: what was found, each a remark. */
export type Check = (checked: Checked) => Promise<readonly Remark[]>;
