-- A home-made helpdesk, Fixit: the tables of a programme that somebody wrote for their own office. Its clocks are those of Amsterdam, without a zone.
CREATE SCHEMA fixit;

CREATE TABLE fixit.staff (
  id int PRIMARY KEY,
  full_name varchar(60) NOT NULL,
  is_robot boolean NOT NULL DEFAULT false,
  left_on date
);

CREATE TABLE fixit.people (
  id int PRIMARY KEY,
  full_name varchar(60) NOT NULL,
  company varchar(60)
);

-- state: 1 new, 2 at work, 3 asked back, 9 done; staff_id 0: nobody; urgency H, N or L
CREATE TABLE fixit.cases (
  id int PRIMARY KEY,
  title varchar(200),
  opened timestamp NOT NULL,
  by_phone boolean NOT NULL,
  person_id int NOT NULL,
  staff_id int NOT NULL,
  state smallint NOT NULL,
  urgency char(1) NOT NULL,
  topic varchar(40),
  done_on timestamp,
  stars smallint,
  rated_on timestamp,
  changed timestamp NOT NULL
);

-- kind: M mail, N note, R receipt; of people staff_id is empty
CREATE TABLE fixit.entries (
  id int PRIMARY KEY,
  case_id int NOT NULL,
  written timestamp NOT NULL,
  staff_id int,
  kind char(1) NOT NULL,
  body text
);

-- what: state, staff or topic; staff_id is empty where the customer or the programme did it
CREATE TABLE fixit.case_log (
  id int PRIMARY KEY,
  case_id int NOT NULL,
  at_time timestamp NOT NULL,
  staff_id int,
  what varchar(10) NOT NULL,
  was varchar(40),
  became varchar(40)
);
