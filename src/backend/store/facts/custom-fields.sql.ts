import type { Build } from './build';
import { number } from './dictionaries.sql';
import { NeedsWhole } from './needs-whole';

/** As many custom fields are offered, those that most tickets have, of so many different values at most; and as many others are told of. */
const MOST_FIELDS = 50;
const MOST_VALUES = 1_000;

/**
 * d_custom_set (set_ix, attributes, tickets): what tickets have in their attributes, each text once, as most have what others have.
 * d_custom (set_ix, tickets, key, value): the values in them. Texts, numbers and booleans are values, as text; null, an empty text, a list and
 * an object are none.
 * d_custom_field (key, value_count, is_offered): the keys that are offered, and some that are not.
 */
export async function readCustomFields(build: Build): Promise<void> {
  await build.temp(
    'd_custom_set',
    `
    SELECT (row_number() OVER ())::INTEGER AS set_ix, attributes, tickets
    FROM (SELECT attributes, count(*) AS tickets FROM ${build.source('ticket')} WHERE attributes IS NOT NULL GROUP BY attributes)`
  );
  // a map of JSON is many times as fast as json_each
  const entries = `
    SELECT set_ix, tickets, entry.key AS key, entry.value::VARCHAR AS json
    FROM (
      SELECT set_ix, tickets, unnest(map_entries(TRY_CAST(attributes::JSON AS MAP(VARCHAR, JSON)))) AS entry
      FROM d_custom_set)`;
  const isText = `json[1] = '"'`;
  const isFraction = `json[1] BETWEEN '-' AND '9' AND regexp_matches(json, '[.eE]')`;
  await build.temp(
    'd_custom',
    `
    SELECT set_ix, tickets, key,
      CASE
        WHEN ${isText} THEN CASE WHEN contains(json, chr(92)) THEN json_extract_string(json::JSON, '$') ELSE json[2:-2] END
        WHEN ${isFraction} THEN ${number('TRY_CAST(json AS DOUBLE)')}
        ELSE json
      END AS value
    FROM (${entries})
    WHERE key <> '' AND json[1] NOT IN ('{', '[', 'n') AND json <> '""'`
  );
  if (build.options.over) {
    await takeFields(build);
    return;
  }
  await build.temp(
    'd_custom_field',
    `
    SELECT key, value_count::INTEGER AS value_count, is_offered
    FROM (
      SELECT *, is_few AND row_number() OVER (PARTITION BY is_few ORDER BY tickets DESC, key) <= ${MOST_FIELDS} AS is_offered
      FROM (
        SELECT key, sum(tickets) AS tickets, count(DISTINCT value) AS value_count, value_count <= ${MOST_VALUES} AS is_few
        FROM d_custom
        GROUP BY key))
    QUALIFY row_number() OVER (PARTITION BY is_offered ORDER BY tickets DESC, key) <= ${MOST_FIELDS}`
  );
}

/**
 * d_custom_field of the facts that others are laid over: which fields are offered, and of how many values, is settled by all tickets, and so whenever
 * all facts are derived. Throws NeedsWhole where a ticket has a field that is not known there, though there would be room to tell of it.
 */
async function takeFields(build: Build): Promise<void> {
  await build.temp('d_custom_field', `SELECT id AS key, value_count, is_offered FROM ${build.standing('dim_custom_field')} WHERE ix > 0`);
  const unknown = await build.number('SELECT count(*) FROM d_custom WHERE key NOT IN (SELECT key FROM d_custom_field)');
  const told = await build.number('SELECT count(*) FROM d_custom_field WHERE NOT is_offered');
  const offered = await build.number('SELECT count(*) FROM d_custom_field WHERE is_offered');
  if (unknown > 0 && Math.min(told, offered) < MOST_FIELDS) {
    throw new NeedsWhole('a ticket has a custom field that no ticket had');
  }
}

/** ticket_custom_value: each ticket's values of the custom fields that are offered. */
export async function createCustomValues(build: Build): Promise<void> {
  await build.create(
    'ticket_custom_value',
    `
    WITH offered AS (
      -- a key that stands twice in one object has one value all the same
      SELECT c.set_ix, f.ix AS custom_field_ix, arg_max(v.ix, v.id) AS custom_value_ix
      FROM d_custom c
      JOIN ${build.target('dim_custom_field')} f ON f.id = c.key AND f.is_offered
      JOIN ${build.target('dim_custom_value')} v ON v.id = c.value
      GROUP BY ALL)
    SELECT d.ix AS ticket_ix, custom_field_ix, custom_value_ix
    FROM ${build.source('ticket')} t
    JOIN ${build.target('dim_ticket')} d ON d.id = t.ticket_id
    JOIN d_custom_set s ON s.attributes = t.attributes
    JOIN offered USING (set_ix)
    ORDER BY 2, 1`
  );
  await build.drop('d_custom', 'd_custom_set', 'd_custom_field');
}
