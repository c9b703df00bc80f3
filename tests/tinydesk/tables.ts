/** The tables of Tinydesk, a helpdesk that nobody has: other names and types than ours, instants as seconds, a table of states. */
export const TABLES = [
  `CREATE TYPE state AS ENUM ('new', 'busy', 'asked', 'done')`,
  `CREATE DOMAIN seconds AS bigint`,
  `CREATE TABLE about (key text PRIMARY KEY, value text)`,
  `CREATE TABLE people (id int PRIMARY KEY, called varchar(60) NOT NULL, works_here boolean NOT NULL)`,
  `CREATE TABLE cases (id int PRIMARY KEY, title text, urgency smallint, opened seconds NOT NULL, asker int NOT NULL, helper int)`,
  `CREATE TABLE case_states (id serial PRIMARY KEY, case_id int NOT NULL, state state NOT NULL, since seconds NOT NULL, by_person int)`,
  `CREATE TABLE notes (id int PRIMARY KEY, case_id int NOT NULL, by_person int NOT NULL, sent numeric(14, 3) NOT NULL, hidden boolean NOT NULL)`,
];

/** The table of its module for ratings, which not everybody has. */
export const RATINGS = `CREATE TABLE ratings (id int PRIMARY KEY, case_id int NOT NULL, stars smallint, given seconds NOT NULL)`;

const at = (time: string): number => Date.parse(`2026-05-04T${time}Z`) / 1000;

/** Two cases of 4 May 2026: one answered after 30 minutes, closed, reopened by its asker and closed again; one that nobody answered. */
export const ROWS = [
  `INSERT INTO about VALUES ('made by', 'Tinydesk'), ('version', '2.10')`,
  `INSERT INTO people VALUES (1, 'Ann', true), (2, 'Ben', true), (7, 'Zoë', false)`,
  `INSERT INTO cases VALUES (101, 'It''s "broken"', 2, ${at('08:00:00')}, 7, 1), (102, NULL, NULL, ${at('09:00:00')}, 7, NULL)`,
  `INSERT INTO case_states (case_id, state, since, by_person) VALUES
    (101, 'new', ${at('08:00:00')}, 7), (101, 'busy', ${at('08:30:00')}, 1), (101, 'done', ${at('10:00:00')}, 1),
    (101, 'busy', ${at('11:00:00')}, 7), (101, 'done', ${at('12:00:00')}, 1), (102, 'new', ${at('09:00:00')}, 7)`,
  `INSERT INTO notes VALUES
    (1, 101, 7, ${at('08:00:00')}, false), (2, 101, 1, ${at('08:20:00')}, true), (3, 101, 1, ${at('08:30:00')}.250, false),
    (4, 101, 7, ${at('11:00:00')}, false), (5, 101, 1, ${at('11:45:00')}, false), (6, 102, 7, ${at('09:00:00')}, false)`,
];
