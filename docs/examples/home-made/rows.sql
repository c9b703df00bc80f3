-- Six cases of March and April 2026, by Amsterdam's clocks: on 29 March they go from 02:00 to 03:00.
INSERT INTO fixit.staff (id, full_name, is_robot, left_on) VALUES
  (1, 'Ann', false, NULL),
  (2, 'Ben', false, NULL),
  (3, 'Cas', false, '2025-12-31'),
  (9, 'Receipts', true, NULL);

INSERT INTO fixit.people (id, full_name, company) VALUES
  (1, 'Dirk', 'Bakery'),
  (2, 'Eva', 'Bakery'),
  (3, 'Finn', NULL);

INSERT INTO fixit.cases (id, title, opened, by_phone, person_id, staff_id, state, urgency, topic, done_on, stars, rated_on, changed) VALUES
  (101, 'No sound', '2026-03-02 09:00:00', false, 1, 1, 9, 'N', 'laptop', '2026-03-02 11:00:00', 5, '2026-03-02 12:00:00', '2026-03-02 12:00:00'),
  (102, 'Printer', '2026-03-02 16:30:00', false, 2, 2, 9, 'N', 'printer', '2026-03-04 10:30:00', NULL, NULL, '2026-03-04 10:30:00'),
  (103, 'Password', '2026-03-05 10:00:00', false, 3, 1, 9, 'H', 'account', '2026-03-06 09:45:00', 3, '2026-03-06 13:00:00', '2026-03-06 13:00:00'),
  (104, 'Slow wifi', '2026-03-27 16:00:00', false, 1, 2, 2, 'L', 'network', NULL, NULL, NULL, '2026-03-30 09:15:00'),
  (105, 'Screen is black', '2026-03-31 11:00:00', false, 2, 0, 1, 'H', 'laptop', NULL, NULL, NULL, '2026-03-31 11:00:00'),
  (106, 'New phone', '2026-04-01 09:00:00', true, 3, 1, 9, 'N', 'phone', '2026-04-01 09:10:00', NULL, NULL, '2026-04-01 09:10:00');

-- what the customer wrote first stands in the case itself
INSERT INTO fixit.entries (id, case_id, written, staff_id, kind, body) VALUES
  (1, 101, '2026-03-02 09:00:10', 9, 'R', 'We have it.'),
  (2, 101, '2026-03-02 09:30:00', 1, 'M', 'Which laptop?'),
  (3, 101, '2026-03-02 10:00:00', NULL, 'M', 'The blue one.'),
  (4, 101, '2026-03-02 10:45:00', 1, 'M', 'Mended.'),
  (5, 102, '2026-03-02 16:30:10', 9, 'R', 'We have it.'),
  (6, 102, '2026-03-02 16:40:00', 2, 'N', 'Toner again?'),
  (7, 102, '2026-03-03 09:30:00', 2, 'M', 'Is it the toner?'),
  (8, 102, '2026-03-04 10:00:00', NULL, 'M', 'It is.'),
  (9, 102, '2026-03-04 10:20:00', 2, 'M', 'On its way.'),
  (10, 103, '2026-03-05 10:10:00', 1, 'M', 'Here is a new one.'),
  (11, 103, '2026-03-06 09:00:00', NULL, 'M', 'It does not work.'),
  (12, 103, '2026-03-06 09:30:00', 1, 'M', 'Now it does.'),
  (13, 104, '2026-03-30 09:15:00', 2, 'M', 'Since when?');

INSERT INTO fixit.case_log (id, case_id, at_time, staff_id, what, was, became) VALUES
  (1, 101, '2026-03-02 09:20:00', 1, 'staff', '0', '1'),
  (2, 101, '2026-03-02 09:20:00', 1, 'state', '1', '2'),
  (3, 101, '2026-03-02 11:00:00', 1, 'state', '2', '9'),
  (4, 102, '2026-03-03 09:15:00', 2, 'staff', '0', '2'),
  (5, 102, '2026-03-03 09:15:00', 2, 'state', '1', '2'),
  (6, 102, '2026-03-03 09:20:00', 2, 'topic', 'paper', 'printer'),
  (7, 102, '2026-03-03 09:30:00', 2, 'state', '2', '3'),
  (8, 102, '2026-03-04 10:00:00', NULL, 'state', '3', '2'),
  (9, 102, '2026-03-04 10:30:00', 2, 'state', '2', '9'),
  (10, 103, '2026-03-05 10:05:00', 1, 'staff', '0', '1'),
  (11, 103, '2026-03-05 10:05:00', 1, 'state', '1', '2'),
  (12, 103, '2026-03-05 10:15:00', 1, 'state', '2', '9'),
  (13, 103, '2026-03-06 09:00:00', NULL, 'state', '9', '2'),
  (14, 103, '2026-03-06 09:45:00', 1, 'state', '2', '9'),
  (15, 104, '2026-03-30 09:10:00', 2, 'staff', '0', '2'),
  (16, 104, '2026-03-30 09:10:00', 2, 'state', '1', '2'),
  (17, 106, '2026-04-01 09:10:00', 1, 'state', '2', '9');
