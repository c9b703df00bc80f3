import { inOrder } from '../../src/backend/sources/layouts/doubled-hour';
import type { HelpdeskLayout } from '../../src/backend/sources/layouts/layout';

const NO_GROUPS = { none: 'Tinydesk has no groups of people' };
const NO_HOURS = { none: 'Tinydesk keeps no working hours' };
const NO_SLA = { none: 'Tinydesk promises nothing' };

/** How Tinydesk’s tables are read: each kind of thing that a layout can say, once. */
export const tinydesk: HelpdeskLayout = {
  kind: 'helpdesk',
  label: 'Tinydesk',
  connections: ['postgres', 'mysql'],
  version: {
    reads: { about: ['key', 'value'] },
    select: () => `SELECT value FROM about WHERE "key" = 'version'`,
    oldest: { label: '2.0', mark: '2.0' },
    newest: { label: '2.10', mark: '2.10' },
  },
  tables: {
    ticket: {
      reads: {
        cases: ['id', 'title', 'urgency', 'opened', 'asker', 'helper', 'extra', 'touched'],
        case_states: ['id', 'case_id', 'state', 'since'],
        case_labels: ['case_id', 'label'],
      },
      select: (sql) => `
        WITH states AS (
          SELECT case_id, state, since, row_number() OVER (PARTITION BY case_id ORDER BY since DESC, id DESC) AS from_last
          FROM case_states
        )
        SELECT c.id AS ticket_id, ${sql.concat(`'#'`, sql.text('c.id'))} AS number, c.title AS subject, ${sql.instant('c.opened')} AS created_at,
          c.asker AS requester_id, c.helper AS owner_id, CASE c.urgency WHEN 2 THEN 'high' WHEN 1 THEN 'normal' END AS priority,
          s.state AS stage_id, CASE s.state WHEN 'done' THEN ${sql.instant('s.since')} END AS closed_at,
          ${sql.json('c.extra', 'topics', 0)} AS category, ${sql.object({ plan: sql.json('c.extra', 'plan') })} AS attributes,
          (SELECT ${sql.list('l.label', 'l.label')} FROM case_labels l WHERE l.case_id = c.id) AS tags, ${sql.instant('c.touched')} AS updated_at
        FROM cases c LEFT JOIN states s ON s.case_id = c.id AND s.from_last = 1`,
      without: { channel: 'all cases come by mail' },
    },
    message: {
      reads: { notes: ['id', 'case_id', 'by_person', 'sent', 'hidden'], people: ['id', 'works_here'] },
      select: (sql) => `
        SELECT n.id AS message_id, n.case_id AS ticket_id, ${sql.instant('n.sent')} AS sent_at, n.by_person AS author_id,
          CASE WHEN p.works_here THEN 'agent' ELSE 'customer' END AS author_kind, CASE WHEN n.hidden THEN 'internal' ELSE 'public' END AS visibility,
          CASE WHEN n.hidden THEN 'note' ELSE 'reply' END AS kind
        FROM notes n JOIN people p ON p.id = n.by_person`,
    },
    ticket_event: {
      reads: { case_states: ['id', 'case_id', 'state', 'since', 'by_person'], people: ['id', 'works_here'] },
      select: (sql) => `
        SELECT s.id AS event_id, s.case_id AS ticket_id, ${sql.instant('s.since')} AS at, 'status' AS field,
          CASE s.state WHEN 'new' THEN 'new' WHEN 'busy' THEN 'open' WHEN 'asked' THEN 'waiting_customer' ELSE 'closed' END AS to_value,
          s.by_person AS actor_id, CASE WHEN p.works_here THEN 'agent' ELSE 'customer' END AS actor_kind
        FROM case_states s LEFT JOIN people p ON p.id = s.by_person`,
    },
    stage: {
      reads: {},
      select: (sql) =>
        sql.values(
          ['stage_id', 'kind'],
          [
            [`'new'`, `'new'`],
            [`'busy'`, `'open'`],
            [`'asked'`, `'waiting_customer'`],
            [`'done'`, `'closed'`],
          ]
        ),
    },
    agent: { reads: { people: ['id', 'called', 'works_here'] }, select: () => `SELECT id AS agent_id, called AS name FROM people WHERE works_here` },
    customer: { reads: { people: ['id', 'called', 'works_here'] }, select: () => `SELECT id AS customer_id, called AS name FROM people WHERE NOT works_here` },
    survey: {
      reads: { ratings: ['id', 'case_id', 'stars', 'given'] },
      select: (sql) => `
        SELECT id AS survey_id, case_id AS ticket_id, 'csat' AS kind, 1 AS scale_min, 5 AS scale_max, ${sql.instant('given')} AS answered_at, stars AS score
        FROM ratings`,
      optional: 'its module for ratings is not installed',
    },
    pipeline: { none: 'Tinydesk has one row of states' },
    team: NO_GROUPS,
    team_member: NO_GROUPS,
    organization: NO_GROUPS,
    calendar: NO_HOURS,
    calendar_hours: NO_HOURS,
    calendar_exception: NO_HOURS,
    sla_target: NO_SLA,
    ticket_sla: NO_SLA,
    agent_status: { none: 'Tinydesk keeps no presence' },
    chat_session: { none: 'Tinydesk has no chat' },
    time_entry: {
      reads: { work: ['id', 'case_id', 'by_person', 'began', 'seconds'] },
      select: (sql) => `
        SELECT w.id AS entry_id, w.case_id AS ticket_id, w.by_person AS agent_id, w.seconds,
          ${inOrder(sql, { table: 'work', row: 'w', of: 'case_id', by: 'id', time: (row) => sql.shown(`${row}.began`) })} AS "at"
        FROM work w`,
    },
  },
};
