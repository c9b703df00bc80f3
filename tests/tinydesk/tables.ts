/** How a kind of database writes what Tinydesk keeps. */
interface Types {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly state: string;
  readonly seconds: string;
  readonly boolean: string;
  readonly json: string;
  /** Local times, as Tinydesk’s program writes them. */
  readonly local: string;
}

/** What must be there before PostgreSQL knows its types. */
export const POSTGRES_TYPES = [`CREATE TYPE state AS ENUM ('new', 'busy', 'asked', 'done')`, `CREATE DOMAIN seconds AS bigint`];

/** Tinydesk’s types in PostgreSQL. */
export const IN_POSTGRES: Types = {
  id: 'int',
  name: 'varchar(60)',
  text: 'text',
  state: 'state',
  seconds: 'seconds',
  boolean: 'boolean',
  json: 'json',
  local: 'timestamp(0)',
};

/** Its types in MariaDB: texts of several character sets and collations, and times that the server moves between zones. */
export const IN_MARIADB: Types = {
  id: 'int unsigned',
  name: 'varchar(60) CHARACTER SET latin1',
  text: 'mediumtext COLLATE utf8mb4_unicode_ci',
  state: `enum('new', 'busy', 'asked', 'done') CHARACTER SET utf8mb3`,
  seconds: 'bigint unsigned',
  boolean: 'tinyint(1)',
  json: 'json',
  local: 'timestamp NULL',
};

/** The tables of Tinydesk, a helpdesk that nobody has: other names and types than ours, instants as seconds, a table of states. */
export const tablesOf = ({ id, name, text, state, seconds, boolean, json, local }: Types): string[] => [
  `CREATE TABLE about ("key" varchar(20) PRIMARY KEY, value ${text})`,
  `CREATE TABLE people (id ${id} PRIMARY KEY, called ${name} NOT NULL, works_here ${boolean} NOT NULL)`,
  `CREATE TABLE cases (
    id ${id} PRIMARY KEY, title ${text}, urgency smallint, opened ${seconds} NOT NULL, asker ${id} NOT NULL, helper ${id}, extra ${json}, touched ${seconds} NOT NULL
  )`,
  `CREATE TABLE case_states (id ${id} PRIMARY KEY, case_id ${id} NOT NULL, state ${state} NOT NULL, since ${seconds} NOT NULL, by_person ${id})`,
  `CREATE TABLE case_labels (case_id ${id} NOT NULL, label ${name} NOT NULL)`,
  `CREATE TABLE notes (id ${id} PRIMARY KEY, case_id ${id} NOT NULL, by_person ${id} NOT NULL, sent numeric(14, 3) NOT NULL, hidden ${boolean} NOT NULL)`,
  `CREATE TABLE work (id ${id} PRIMARY KEY, case_id ${id} NOT NULL, by_person ${id} NOT NULL, began ${local}, seconds int NOT NULL)`,
];

/** The table of its module for ratings, which not everybody has. */
export const ratingsOf = ({ id, seconds }: Types): string =>
  `CREATE TABLE ratings (id ${id} PRIMARY KEY, case_id ${id} NOT NULL, stars smallint, given ${seconds} NOT NULL)`;

const at = (time: string): number => Date.parse(`2026-05-04T${time}Z`) / 1000;

/**
 * Two cases of 4 May 2026: one answered after 30 minutes, closed, reopened by its asker and closed again; one that nobody answered. And work in the night in which
 * Amsterdam’s clocks went back, of which the second entry began at 02:10 for the second time.
 */
export const ROWS = [
  `INSERT INTO about VALUES ('made by', 'Tinydesk'), ('version', '2.10')`,
  `INSERT INTO people VALUES (1, 'Ann', true), (2, 'Ben', true), (7, 'Zoë', false)`,
  `INSERT INTO cases VALUES
    (101, 'It''s "broken"', 2, ${at('08:00:00')}, 7, 1, '{"plan": "gold", "topics": ["printér"]}', ${at('12:00:00')}),
    (102, NULL, NULL, ${at('09:00:00')}, 7, NULL, NULL, ${at('09:00:00')})`,
  `INSERT INTO case_labels VALUES (101, 'hôtel'), (101, 'a "b", c')`,
  `INSERT INTO case_states VALUES
    (1, 101, 'new', ${at('08:00:00')}, 7), (2, 101, 'busy', ${at('08:30:00')}, 1), (3, 101, 'done', ${at('10:00:00')}, 1),
    (4, 101, 'busy', ${at('11:00:00')}, 7), (5, 101, 'done', ${at('12:00:00')}, 1), (6, 102, 'new', ${at('09:00:00')}, 7)`,
  `INSERT INTO notes VALUES
    (1, 101, 7, ${at('08:00:00')}, false), (2, 101, 1, ${at('08:20:00')}, true), (3, 101, 1, ${at('08:30:00')}.250, false),
    (4, 101, 7, ${at('11:00:00')}, false), (5, 101, 1, ${at('11:45:00')}, false), (6, 102, 7, ${at('09:00:00')}, false)`,
  `INSERT INTO work VALUES
    (1, 102, 2, '2025-10-26 02:30:00', 60), (2, 102, 2, '2025-10-26 02:10:00', 60), (3, 101, 1, '2025-10-26 02:10:00', 60),
    (4, 101, 1, '2025-10-26 03:00:00', 60), (5, 101, 1, '2025-10-25 02:10:00', 60)`,
];
