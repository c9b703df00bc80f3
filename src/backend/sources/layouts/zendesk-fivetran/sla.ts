import type { LayoutSelect } from '../layout';
import { DEFAULT_SCHEDULE, hasSchedules, SCHEDULE } from './schedules';

/**
 * CTEs that end in `promises (ticket_id, at, policy, clock, priority, minutes, in_hours, version)`: each target that was given to a ticket, as its history has it:
 * by the policy and the priority of that instant (today’s where no history has it). A policy that was changed has several: `version` counts a policy’s targets of a clock and a priority, in the
 * order in which they were first given.
 */
const PROMISES = `
  marked AS (
    SELECT ticket_id, updated AS at, field_name, nullif(value, '') AS value, _fivetran_synced AS synced,
      count(*) FILTER (WHERE field_name = 'sla_policy') OVER known AS policies, count(*) FILTER (WHERE field_name = 'priority') OVER known AS priorities
    FROM ticket_field_history
    WHERE field_name IN ('sla_policy', 'priority', 'first_reply_time', 'next_reply_time')
    WINDOW known AS (PARTITION BY ticket_id ORDER BY updated)
  ),
  placed AS (
    SELECT *, max(value) FILTER (WHERE field_name = 'sla_policy') OVER (PARTITION BY ticket_id, policies) AS policy,
      max(value) FILTER (WHERE field_name = 'priority') OVER (PARTITION BY ticket_id, priorities) AS priority
    FROM marked
  ),
  given AS (
    SELECT p.ticket_id, p.at, p.policy, CASE p.field_name WHEN 'first_reply_time' THEN 'first_reply' ELSE 'next_reply' END AS clock,
      coalesce(p.priority, t.priority) AS priority,
      substring(p.value FROM '"minutes": *([0-9]+)')::bigint AS minutes, p.value ~ '"in_business_hours": *true' AS in_hours
    FROM placed p LEFT JOIN ticket t ON t.id = p.ticket_id
    WHERE p.policy IS NOT NULL AND p.field_name IN ('first_reply_time', 'next_reply_time') AND p.value ~ '"minutes": *[0-9]'
  ),
  versions AS (
    SELECT policy, clock, priority, minutes, in_hours,
      row_number() OVER (PARTITION BY policy, clock, priority ORDER BY min(at), minutes, in_hours) AS version
    FROM given
    GROUP BY policy, clock, priority, minutes, in_hours
  ),
  promises AS (
    SELECT g.ticket_id, g.at, v.*
    FROM given g JOIN versions v ON v.policy = g.policy AND v.clock = g.clock AND v.priority IS NOT DISTINCT FROM g.priority
      AND v.minutes = g.minutes AND v.in_hours = g.in_hours
  )`;

const READ = ['ticket_id', 'field_name', 'updated', 'value', '_fivetran_synced'] as const;

/** A policy is called by its name; with a number where its targets have been others. */
const named = (policy: string, version: string): string => `${policy} || CASE WHEN ${version} > 1 THEN ' (' || ${version} || ')' ELSE '' END`;

/** The targets of replies that were given to tickets. Zendesk’s other clocks are none of ours. */
export const slaTarget: LayoutSelect<'sla_target'> = {
  reads: { ticket_field_history: READ, ticket: ['id', 'priority'] },
  maybe: SCHEDULE,
  select: (_, here) => `
    WITH ${PROMISES},
    counted AS (SELECT policy, max(version) AS versions FROM versions GROUP BY policy),
    told AS (
      SELECT c.policy, n.version, v.clock, v.priority, v.minutes, v.in_hours, v.version AS own,
        max(v.version) OVER (PARTITION BY c.policy, n.version, v.clock, v.priority) AS newest
      FROM counted c CROSS JOIN LATERAL generate_series(1, c.versions) AS n (version)
        JOIN versions v ON v.policy = c.policy AND v.version <= n.version
    )
    SELECT ${named('policy', 'version')} AS policy_id, clock, priority, minutes * 60 AS target_seconds,
      ${hasSchedules(here) ? `CASE WHEN in_hours THEN ${DEFAULT_SCHEDULE} END` : 'NULL::bigint'} AS calendar_id, false AS pauses
    FROM told
    WHERE own = newest`,
  without: { valid_from: 'a policy that was changed is another one' },
};

/** Which policy a ticket had since when, with which of its targets. */
export const ticketSla: LayoutSelect<'ticket_sla'> = {
  reads: { ticket_field_history: READ, ticket: ['id', 'priority'] },
  select: () => `
    WITH ${PROMISES},
    steps AS (
      SELECT p.ticket_id, p.at, max(p.policy) AS policy, max(v.version) AS version, max(p.synced) AS synced
      FROM placed p LEFT JOIN promises v ON v.ticket_id = p.ticket_id AND v.at = p.at
      WHERE p.field_name <> 'priority'
      GROUP BY p.ticket_id, p.at
    ),
    ids AS (
      SELECT ticket_id, at, ${named('policy', 'coalesce(version, 1)')} AS policy_id, max(synced) OVER (PARTITION BY ticket_id) AS synced
      FROM steps
    ),
    changes AS (SELECT *, lag(policy_id) OVER (PARTITION BY ticket_id ORDER BY at) AS former FROM ids),
    spans AS (
      SELECT *, lead(at) OVER (PARTITION BY ticket_id ORDER BY at) AS until
      FROM changes
      WHERE policy_id IS DISTINCT FROM former
    )
    SELECT ticket_id, policy_id, at AS "from", until AS "to", synced AS updated_at
    FROM spans
    WHERE policy_id IS NOT NULL`,
};
