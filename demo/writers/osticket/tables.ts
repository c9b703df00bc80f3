const ID = 'id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY';
const number = (name: string, value = 0): string => `${name} int unsigned NOT NULL DEFAULT ${value}`;
const word = (name: string, length: number): string => `${name} varchar(${length}) NOT NULL DEFAULT ''`;
const table = (name: string, ...columns: readonly string[]): string => `CREATE TABLE ${name} (${columns.join(', ')}) DEFAULT CHARSET = utf8`;

/** The tables of osTicket with the columns that the layout reads, and what a row of each cannot do without; its clock keeps so many decimals of a second (0 there). */
export function tables(decimals: number): readonly string[] {
  const datetime = `datetime(${decimals})`;
  return [
    table('ost_config', ID, word('namespace', 64), word('"key"', 64), 'value text NOT NULL', 'UNIQUE (namespace, "key")'),
    table(
      'ost_ticket',
      'ticket_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY',
      'ticket_pid int unsigned NULL',
      'number varchar(20) NULL',
      number('user_id'),
      number('status_id', 1),
      number('dept_id', 1),
      number('sla_id'),
      number('topic_id'),
      number('staff_id'),
      number('team_id'),
      number('flags'),
      `source enum('Web', 'Email', 'Phone', 'API', 'Other') NOT NULL DEFAULT 'Other'`,
      `reopened ${datetime} NULL`,
      `closed ${datetime} NULL`,
      `created ${datetime} NOT NULL`,
      `updated ${datetime} NOT NULL`
    ),
    table('ost_ticket_status', 'id int NOT NULL PRIMARY KEY', word('name', 60), 'state varchar(16) NULL', number('sort')),
    table('ost_ticket_priority', 'priority_id tinyint NOT NULL PRIMARY KEY', word('priority', 60), word('priority_desc', 30)),
    table('ost_help_topic', 'topic_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY', word('topic', 128)),
    table('ost_event', 'id int unsigned NOT NULL PRIMARY KEY', word('name', 60)),
    table('ost_thread', ID, number('object_id'), 'object_type char(1) NOT NULL', 'KEY (object_id)'),
    table(
      'ost_thread_event',
      ID,
      number('thread_id'),
      'event_id int unsigned NULL',
      number('staff_id'),
      number('team_id'),
      number('dept_id'),
      number('topic_id'),
      'data varchar(1024) NULL',
      word('username', 128),
      'uid int unsigned NULL',
      `uid_type char(1) NOT NULL DEFAULT 'S'`,
      'annulled tinyint unsigned NOT NULL DEFAULT 0',
      `timestamp ${datetime} NOT NULL`,
      'KEY (thread_id, event_id, timestamp)'
    ),
    table(
      'ost_thread_entry',
      ID,
      number('thread_id'),
      number('staff_id'),
      number('user_id'),
      'type char(1) NOT NULL',
      number('flags'),
      word('source', 32),
      `created ${datetime} NOT NULL`,
      `updated ${datetime} NOT NULL`,
      'KEY (thread_id)'
    ),
    table('ost_thread_entry_email', ID, number('thread_entry_id'), 'headers text NULL', 'KEY (thread_entry_id)'),
    table('ost_thread_entry_merge', ID, number('thread_entry_id'), 'data text NULL', 'KEY (thread_entry_id)'),
    table('ost_form_field', ID, number('form_id'), word('type', 255), word('label', 255), word('name', 64)),
    table('ost_form_entry', ID, number('form_id'), 'object_id int unsigned NULL', `object_type char(1) NOT NULL DEFAULT 'T'`, 'KEY (object_type, object_id)'),
    table('ost_form_entry_values', number('entry_id'), number('field_id'), 'value text NULL', 'value_id int NULL', 'PRIMARY KEY (entry_id, field_id)'),
    table(
      'ost_staff',
      'staff_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY',
      number('dept_id'),
      word('username', 32),
      'firstname varchar(32) NULL',
      'lastname varchar(32) NULL',
      'timezone varchar(64) NULL',
      'isactive tinyint NOT NULL DEFAULT 1'
    ),
    table('ost_staff_dept_access', number('staff_id'), number('dept_id'), 'PRIMARY KEY (staff_id, dept_id)'),
    table('ost_department', ID, number('schedule_id'), number('flags', 4), word('name', 128)),
    table('ost_team', 'team_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY', word('name', 125)),
    table('ost_user', ID, number('org_id'), word('name', 128), `updated ${datetime} NOT NULL`),
    table('ost_organization', ID, word('name', 128)),
    table('ost_sla', ID, number('schedule_id'), number('flags', 3), number('grace_period'), word('name', 64)),
    table('ost_schedule', ID, number('flags'), word('name', 255), 'timezone varchar(64) NULL'),
    table(
      'ost_schedule_entry',
      ID,
      number('schedule_id'),
      word('name', 255),
      `repeats varchar(16) NOT NULL DEFAULT 'never'`,
      'starts_on date NULL',
      'starts_at time NULL',
      'ends_on date NULL',
      'ends_at time NULL',
      `stops_on ${datetime} NULL`,
      'day tinyint NULL',
      'week tinyint NULL',
      'month tinyint NULL'
    ),
  ];
}

/** What happens to a ticket, as osTicket numbers it. */
export const EVENTS = { created: 1, closed: 2, reopened: 3, assigned: 4, released: 5, transferred: 6, overdue: 8, edited: 9, deleted: 14, merged: 15 } as const;

/** What osTicket is installed with, one statement each: statuses, priorities, kinds of events, the fields of a ticket’s form. */
export const SEEDS: readonly string[] = [
  `INSERT INTO ost_ticket_status (id, name, state, sort)
    VALUES (1, 'Open', 'open', 1), (2, 'Resolved', 'closed', 2), (3, 'Closed', 'closed', 3), (4, 'Archived', 'archived', 4), (5, 'Deleted', 'deleted', 5)`,
  `INSERT INTO ost_ticket_priority (priority_id, priority, priority_desc) VALUES (1, 'low', 'Low'), (2, 'normal', 'Normal'), (3, 'high', 'High'), (4, 'emergency', 'Emergency')`,
  `INSERT INTO ost_event (id, name) VALUES ${Object.entries(EVENTS)
    .map(([name, id]) => `(${id}, '${name}')`)
    .join(', ')}`,
  `INSERT INTO ost_form_field (id, form_id, type, label, name) VALUES (20, 2, 'text', 'Issue Summary', 'subject'), (22, 2, 'priority', 'Priority Level', 'priority')`,
];
