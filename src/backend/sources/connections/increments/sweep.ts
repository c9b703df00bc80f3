import type { DuckDBConnection } from '@duckdb/node-api';

import type { CanonicalTable } from '../../../canonical/tables';
import { identifier } from '../../../duckdb/sql-text';
import { textRows } from '../../rows/rows';
import type { ChangesTarget } from '../../source';
import { type KeyRanges, keyRanges, type KeyWords } from './key-ranges';

/** What a sweep found of a table: conditions for the rows of the ranges in which its keys are others, of the server’s rows and of canonical ones. */
export interface Swept {
  readonly serverWhere: string;
  readonly duckdbWhere: string;
}

/** So many ranges are named one by one; where more differ, the table is read as a whole. */
const NAMED = 500;

/** Compares the keys that a server has with those that are kept, as far as they are not in the target anew; null where they are the same. */
export async function sweep(
  { connection, schema, kept }: ChangesTarget,
  table: CanonicalTable,
  from: string,
  words: KeyWords,
  ask: (sql: string) => Promise<ReadonlyArray<ReadonlyArray<string | null>>>
): Promise<Swept | null> {
  const count = await textRows(connection, `SELECT CAST(count(*) AS VARCHAR) FROM ${kept}.${identifier(table.name)}`);
  const ranges = keyRanges(table, Number(count[0]?.[0] ?? 0), words);
  if (ranges === null) {
    return { serverWhere: '1 = 1', duckdbWhere: 'true' };
  }
  const differing = await differingRanges(connection, ranges, rowsNow(table, schema, kept), await ask(ranges.ofServer(from)));
  if (differing.length === 0) {
    return null;
  }
  return differing.length > NAMED || differing.includes(null)
    ? { serverWhere: '1 = 1', duckdbWhere: 'true' }
    : { serverWhere: ranges.serverWhere(differing.map(String)), duckdbWhere: ranges.duckdbWhere(differing.map(String)) };
}

/** The keys that there should be: those in the target, and those kept that it does not replace. */
function rowsNow(table: CanonicalTable, schema: string, kept: string): string {
  const name = identifier(table.name);
  const key = table.key.map(identifier);
  const same = key.map((part) => `k.${part} IS NOT DISTINCT FROM c.${part}`).join(' AND ');
  return `(SELECT ${key.join(', ')} FROM ${schema}.${name} UNION ALL SELECT ${key.map((part) => `k.${part}`).join(', ')} FROM ${kept}.${name} k ANTI JOIN ${schema}.${name} c ON ${same}) b`;
}

async function differingRanges(
  connection: DuckDBConnection,
  ranges: KeyRanges,
  now: string,
  ofServer: ReadonlyArray<ReadonlyArray<string | null>>
): Promise<Array<string | null>> {
  const ours = new Map((await textRows(connection, ranges.ofDuckDB(now))).map(([range, ...sums]) => [range, sums.join(' ')]));
  const theirs = new Map(ofServer.map(([range, ...sums]) => [range, sums.join(' ')]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((range) => ours.get(range) !== theirs.get(range));
}
