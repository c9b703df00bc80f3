import type { FactName } from '../../../shared/catalog/facts';
import { dialect } from '../dialect';
import type { Plan } from '../plan';
import { select, table } from '../select';
import { join, literal, name, raw, type Sql, sql } from '../sql';
import { bucketIndex } from './bucket';
import { type Bucket, type Pieces, piecesOf, type Span } from './pieces';

/** The buckets that have begun; one, the range, for totals. */
function buckets({ edges, fromMs, toMs, asOfMs }: Plan): Bucket[] {
  const until = Math.min(toMs, asOfMs);
  const all = edges ?? Float64Array.of(fromMs, toMs);
  return Array.from({ length: all.length - 1 }, (_, b) => ({ b, s: Math.max(all[b], fromMs), t: Math.min(all[b + 1], until) }));
}

/** Pieces as a table (k, b, s, t, and their further numbers). */
function tableOf({ shown, further }: Pick<Pieces, 'shown' | 'further'>): Sql {
  return dialect.numbers({
    k: shown.map(({ k }) => k),
    b: shown.map(({ b }) => b),
    s: shown.map(({ s }) => s),
    t: shown.map(({ t }) => t),
    ...Object.fromEntries(further.map((column) => [column, shown.map((piece) => piece.further[column])])),
  });
}

/** The pieces of the time axis as a table, for intervals to be cut by. */
export function pieceTable(plan: Plan): Sql {
  return tableOf(piecesOf(plan, buckets(plan)));
}

/** The instants (b, s, t) at which state is taken, t: each bucket's end, or the range's, or now. */
export function instants(plan: Plan): Bucket[] {
  const all = plan.edges ?? Float64Array.of(plan.fromMs, plan.toMs);
  return buckets(plan).filter(({ b }) => all[b] <= plan.asOfMs);
}

/** Later than any instant: what an end that has not come is taken for. */
const NEVER = 2 ** 52;

/** Stretches of a fact's rows `f`, [since, until) in epoch ms; null is for ever. `where` holds of rows worth looking at. */
export interface Stretch {
  readonly fact: FactName;
  readonly since: Sql;
  readonly until: Sql;
  readonly where?: readonly Sql[];
}

/**
 * A fact's rows once for each instant that their stretch holds, with b, s and t. Each row finds its first and last instant by halving, so
 * that a row costs a few comparisons and one that holds at none costs nothing more: no join of every row with every instant.
 */
export function atInstants(stretch: Stretch, rows: readonly Bucket[]): Sql {
  const ends = Float64Array.from(rows, ({ t }) => t);
  const shown = rows.map((row, k) => ({ ...row, k, further: {} }));
  return spread(stretch, { shown, further: [] }, before(raw('f.since'), ends), before(raw('f.until'), ends), [mayHold(ends)]);
}

/** A fact's rows once for each piece of the time axis that their stretch overlaps and that the filters let through, with b, s, t and what else it has. */
export function inPieces(stretch: Stretch, plan: Plan, spans: readonly Span[] = []): Sql {
  const pieces = piecesOf(plan, buckets(plan), spans);
  const { all } = pieces;
  return spread(
    stretch,
    pieces,
    before(
      raw('f.since + 1'),
      Float64Array.from(all, ({ t }) => t)
    ),
    before(
      raw('f.until'),
      Float64Array.from(all, ({ s }) => s)
    ),
    []
  );
}

/** A row that no `k` holds of has an empty range, and so is gone without a filter on lo and hi, which would be computed of every candidate twice. */
function spread({ fact, since, until, where = [] }: Stretch, pieces: Pick<Pieces, 'shown' | 'further'>, from: Sql, to: Sql, candidates: readonly Sql[]): Sql {
  const stretches = select({
    columns: [raw('f.*'), sql`${since} AS since`, sql`coalesce(${until}, ${literal(NEVER)}) AS until`],
    from: sql`${name(fact)} f`,
    where,
  });
  const spans = select({
    columns: [raw('f.*'), sql`${from} AS lo`, sql`${to} AS hi`],
    from: table(stretches, 'f'),
    where: [raw('f.since < f.until'), ...candidates],
  });
  const each = sql`
    SELECT f.*, ${dialect.each(raw('lo'), raw('hi'))} AS k
    FROM ${table(spans, 'f')}`;
  const columns = ['b', 's', 't', ...pieces.further].map((column) => sql`e.${name(column)} AS ${name(column)}`);
  return sql`
    SELECT f.*, ${join(columns, ', ')}
    FROM ${table(each, 'f')}
    JOIN ${table(tableOf(pieces), 'e')} ON e.k = f.k`;
}

/** So few instants are asked for one by one. */
const FEW = 3;

/**
 * What a stretch that holds an instant fulfils. Many instants: two divisions; all but the last, which now or the range's end may cut, lie
 * near an even grid, so such a stretch, widened by the farthest that any lies from it, reaches over a grid line. Most stretches (a clock
 * met within the hour, by week) do not, and cost nothing more.
 */
function mayHold(ascending: Float64Array): Sql {
  const holds = (at: number) => sql`(f.since <= ${literal(at)} AND f.until > ${literal(at)})`;
  if (ascending.length <= FEW) {
    return ascending.length === 0 ? raw('FALSE') : sql`(${join([...ascending].map(holds), ' OR ')})`;
  }
  const even = ascending.subarray(0, -1);
  const [first] = even;
  const step = Math.max(1, Math.round((even[even.length - 1] - first) / (even.length - 1)));
  const away = even.reduce((most, at, i) => Math.max(most, Math.abs(at - first - i * step)), 0);
  // far enough back for every instant to be divided as a positive number
  const origin = first - Math.ceil(1e14 / step) * step;
  const line = (column: string, from: number) => dialect.wholeDivision(sql`(f.${name(column)} - ${literal(from)})`, literal(step));
  return sql`(${line('since', origin + away + 1)} < ${line('until', origin - away)} OR ${holds(ascending[ascending.length - 1])})`;
}

/** How many of the ascending instants lie before x. */
function before(x: Sql, ascending: Float64Array): Sql {
  const { length } = ascending;
  if (length === 0) {
    return raw('0');
  }
  const inside = length === 1 ? raw('1') : sql`${bucketIndex(sql`(${x} - 1)`, ascending)} + 1`;
  return sql`CASE WHEN ${x} <= ${literal(ascending[0])} THEN 0 WHEN ${x} > ${literal(ascending[length - 1])} THEN ${literal(length)} ELSE ${inside} END`;
}
