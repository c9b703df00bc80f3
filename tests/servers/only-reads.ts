/** What a helpdesk's user may be sent, in one SQL or another: SELECT, `COPY (SELECT …) TO STDOUT`, settings of the session, and the transaction that they stand in. */
const ALLOWED: readonly RegExp[] = [
  /^(SELECT|WITH|TABLE|VALUES)\b/,
  /^COPY \((SELECT|WITH)\b.*\) TO STDOUT\b[^()]*(\([^()]*\))?$/,
  /^SET (?!(GLOBAL|PERSIST|PASSWORD|ROLE|SESSION AUTHORIZATION|(SESSION |LOCAL )?ROLE)\b)/,
  /^(BEGIN|START TRANSACTION)\b.* READ ONLY$/,
  /^(COMMIT|ROLLBACK)$/,
];

/** Words that write, lock or reach out, wherever they stand. */
const FORBIDDEN =
  /\b(INSERT|UPDATE|DELETE|MERGE|REPLACE INTO|TRUNCATE|CREATE|ALTER|DROP|GRANT|REVOKE|INTO (OUTFILE|DUMPFILE|TABLE|TEMP)|READ WRITE|NEXTVAL|SETVAL|LO_\w+|DBLINK\w*|PG_(TERMINATE|CANCEL|RELOAD|ADVISORY|READ_FILE|LS_DIR)\w*|LOAD_FILE|GET_LOCK)\b/;

/** The statements of what was sent as one text, without literals, quoted names and comments, in capitals. */
function statements(text: string): string[] {
  return text
    .replace(/'(?:[^'\\]|''|\\[^])*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|--[^\n]*|\/\*[^]*?\*\//g, (part) => (/^['"`]/.test(part) ? 'x' : ' '))
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim().toUpperCase())
    .filter(Boolean);
}

/** Whether a text that was sent does nothing but read. */
export function onlyReads(text: string): boolean {
  return statements(text).every((statement) => ALLOWED.some((form) => form.test(statement)) && !FORBIDDEN.test(statement));
}
