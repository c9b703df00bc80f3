/**
 * `rows` cut where intervals of `others` begin and end: once a piece, with piece_from, piece_until and is_inside, whether the piece lies in such an interval. Both have
 * the integer `key`, from_at and until_at; intervals of one key must not overlap each other, so that those that a row meets follow one another: the first and the last
 * are looked up, and what lies between is counted, where a join by key alone would hold each row against every interval of its key.
 */
export function cutAt(key: string, rows: string, others: string): string {
  return `
    WITH other AS (
      SELECT ${key}, from_at, until_at, row_number() OVER w AS place, lead(from_at) OVER w AS next_at
      FROM (${others}) WHERE until_at > from_at
      WINDOW w AS (PARTITION BY ${key} ORDER BY from_at)),
    begun AS (SELECT r.*, f.place AS first_place, f.from_at AS first_at FROM ${rows} r ASOF LEFT JOIN other f ON f.${key} = r.${key} AND r.from_at < f.until_at),
    met AS (
      SELECT b.*, unnest(range(b.first_place, l.place + 1)) AS place
      FROM (SELECT * FROM begun WHERE first_at < until_at) b ASOF JOIN other l ON l.${key} = b.${key} AND b.until_at > l.from_at),
    inside AS (
      SELECT m.* EXCLUDE (place), greatest(m.from_at, o.from_at) AS piece_from, least(m.until_at, o.until_at) AS piece_until, least(m.until_at, o.next_at) AS gap_until
      FROM met m JOIN other o ON o.${key} = m.${key} AND o.place = m.place)
    SELECT * EXCLUDE (first_place, first_at, gap_until), true AS is_inside FROM inside
    -- what lies between: before the first one, and behind each
    UNION ALL
    SELECT * EXCLUDE (first_place, first_at), from_at, least(until_at, first_at), false FROM begun WHERE first_at IS NULL OR first_at > from_at
    UNION ALL
    SELECT * EXCLUDE (first_place, first_at, gap_until) REPLACE (piece_until AS piece_from, gap_until AS piece_until), false FROM inside WHERE gap_until > piece_until`;
}
