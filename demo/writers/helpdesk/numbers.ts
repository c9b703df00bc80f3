/** The demo’s ids are a letter and a number, whose number is enough where a kind of thing has a table of its own. */
export const numberOf = (id: string): string => `CAST(substr(${id}, 2) AS BIGINT)`;

/** Teams have words for ids: each has a number by their order. */
export const TEAM_NUMBERS = `(SELECT team_id, name, row_number() OVER (ORDER BY team_id) AS number FROM canonical_team)`;
