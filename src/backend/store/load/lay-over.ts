import type { DuckDBConnection } from '@duckdb/node-api';

import { CANONICAL_TABLES } from '../../canonical/tables';
import { REPLACED } from '../facts/delta/replaced';
import type { Beside } from '../facts/options';
import { attachedName } from '../generations';
import type { Rows } from '../rows/kept-rows';
import { touchedSince } from '../rows/touched';
import type { Span, StoreMeta } from '../store-meta';
import { cleanUp } from './clean-up';
import { rowsOf, spansOf } from './extent';
import type { LoadParts } from './load-parts';
import { sideBySide } from './side-by-side';

type Spans = StoreMeta['spans'];

/**
 * Makes a generation of what the kept rows touched since the current one, laid over the facts that this one is of or lies over; attached, in memory: a later
 * process lays it over again. Null where all facts are to be derived instead. Leaves nothing behind where it throws.
 */
export async function layTouchedOver(
  generation: number,
  { database, layOver }: LoadParts,
  { schema, database: kept, meta: rows }: Rows,
  current: StoreMeta,
  began: number,
  signal: AbortSignal
): Promise<StoreMeta | null> {
  const over = current.over ?? { generation: current.generation, revision: current.rows.revision };
  const [base, former, target] = [attachedName(over.generation), current.over ? attachedName(current.generation) : null, attachedName(generation)];
  let isLaid = false;
  const lay = async (connection: DuckDBConnection, beside: Beside): Promise<StoreMeta | null> => {
    const touched = await touchedSince(connection, schema, current.rows.revision);
    if (!layOver || touched.kind !== 'some') {
      return null;
    }
    await connection.run(`ATTACH ':memory:' AS ${target}`);
    const places = { rows: schema, base: `${base}.main`, former, target, nowMs: rows.readAt, beside };
    isLaid = (await layOver(connection, places, signal)).kind === 'laid';
    if (!isLaid) {
      return null;
    }
    const spans = await spansOf(connection, target, 'delta');
    const canonical = await rowsOf(
      connection,
      kept,
      CANONICAL_TABLES.map(({ name }) => name)
    );
    return {
      ...current,
      generation,
      over,
      loadedAt: rows.readAt,
      durationMs: Math.round(performance.now() - began),
      // whether there are calendars is asked of this; to count the rows of facts would take a scan of each
      tableRows: { ...current.tableRows, ...canonical, ...(await rowsOf(connection, target, ['dim_calendar'])) },
      spans: united(current.spans, spans),
      rows: { id: rows.id, revision: rows.revision },
    };
  };
  try {
    return await sideBySide(database, `work_${generation}`, signal, lay);
  } catch (error) {
    isLaid = false;
    throw error;
  } finally {
    await (isLaid ? undefined : cleanUp(database, [target], []));
  }
}

/** The spans that hold both, but for tables of which nothing below is read. */
function united(below: Spans, above: Spans): Spans {
  const both = (a: Span | undefined, b: Span): Span => (a ? { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) } : b);
  return Object.entries(above).reduce<Spans>(
    (all, [table, columns]) => ({
      ...all,
      [table]: {
        ...all[table],
        ...Object.fromEntries(
          Object.entries(columns).map(([column, span]) => [column, REPLACED.get(table) === 'whole' ? span : both(all[table]?.[column], span)])
        ),
      },
    }),
    below
  );
}
