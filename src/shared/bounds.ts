/**
 * What one request may ask, checked before any work is done for it. Each number is far beyond what dashboards need, and small
 * enough that no request takes the process's time or memory from the others. Lengths are in characters.
 */

/** The first instant of the year 1 and the end of the year 9999 (epoch ms): what a date of four digits can say. */
export const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
export const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z') + 1;

/** A query's JSON: twice what a variable with ten thousand values of 40 letters takes. */
export const QUERY_TEXT = 1_000_000;

/** A data source's settings: calendars of a whole company with their holidays. */
export const SETTINGS_TEXT = 1_000_000;
export const SETTINGS_VALUES = 100_000;

/** Lists and objects within each other: a query's own are three deep, Grafana's envelope some more. */
export const JSON_DEPTH = 16;

/** Everything in a JSON text, lists, objects and what is in them: filters on variables with thousands of ids. */
export const JSON_VALUES = 12_000;

/** Elements of a query's own lists: the longest, of columns, has 50 different words. */
export const LIST = 100;

/** A text in JSON, a search or a key: a subject line is the longest that anybody filters by. */
export const TEXT = 1_000;

/** Filters of a query: there are 25 dimensions. */
export const FILTERS = 50;

/** Parts of names looked for by one `contains`: each is compared with every name, and the engine nests them. */
export const CONTAINS = 200;

/** Edges of bands: more bars than a chart of durations can show. */
export const BANDS = 24;

/** Columns of a scorecard: each is a question of its own. */
export const COLUMNS = 20;

/** The longest threshold and edge of a band. */
export const LONGEST = '36500d';

/** Queries of one request: a panel has at most some dozens. */
export const QUERIES = 100;

/** A resource's path and its address with the query string, which may hold the filters of a lookup. */
export const PATH = 500;
export const ADDRESS = 100_000;

/** Headers of a request, and all their letters together. */
export const HEADERS = 500;
export const HEADER_TEXT = 100_000;

/** A folder or file, as systems allow. */
export const FILE_PATH = 4_096;

/** Words longer than this are compared with no list of right ones: the longest of ours has 32 letters. */
export const NEAREST_WORD = 64;

/** What somebody wrote, repeated to them. */
export const ECHO = 100;

/** Faults told at once: the others show when these are mended. */
export const FAULTS = 5;

/** A whole message to a user. */
export const MESSAGE = 2_000;

/** The statement shown in Grafana's query inspector. */
export const EXECUTED = 20_000;

/** Numbers in an answer: groups × buckets × statistics. They take some 100 MB on their way, and Grafana some more to draw them. */
export const CELLS = 500_000;

/** Bytes of all answers of a request together: they are sent as one message, made at once. The largest answer of numbers has 9 MB. */
export const ANSWER_BYTES = 32_000_000;

/** Series of a chart over time, each a frame of its own: Grafana draws hundreds. */
export const FRAMES = 5_000;

/** Groups of a table of totals. */
export const GROUPS = 50_000;

/** Series that forecasts are made of, one after the other: each takes up to 45 ms in which nothing else is done. */
export const FORECASTS = 50;

/** Buckets that a forecast learns from, the latest: a month of hours, two years of days. */
export const LEARNED = 800;
