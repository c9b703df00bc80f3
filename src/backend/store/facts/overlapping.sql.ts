/**
 * The rows of `rows` once for each interval of `others` that they overlap, with other_from_at and other_until_at. Both have the integer `key`, from_at and until_at;
 * intervals of one key must not overlap each other, so that those that a row overlaps follow one another: the first and the last are looked up, and what lies
 * between is counted, where a join by key alone would hold each row against every interval of its key.
 */
export function overlapping(key: string, rows: string, others: string): string {
  return `
    WITH other AS (SELECT ${key}, from_at, until_at, row_number() OVER (PARTITION BY ${key} ORDER BY from_at) AS place FROM (${others}) WHERE until_at > from_at),
    found AS (
      SELECT r.*, unnest(range(f.place, l.place + 1)) AS place
      FROM ${rows} r
      ASOF JOIN other f ON f.${key} = r.${key} AND r.from_at < f.until_at
      ASOF JOIN other l ON l.${key} = r.${key} AND r.until_at > l.from_at)
    SELECT f.* EXCLUDE (place), o.from_at AS other_from_at, o.until_at AS other_until_at
    FROM found f JOIN other o ON o.${key} = f.${key} AND o.place = f.place`;
}
