import { CLOSED_KINDS } from '../../canonical/tables';
import { EXCLUSIONS } from '../../../shared/catalog/facts';
import { columnOf, TICKET_ATTRIBUTE_IDS } from '../../../shared/catalog/ticket-attributes';
import { texts } from '../../duckdb/sql-text';
import { AFTER_ALL, BEFORE_ALL, type Build } from './build';
import { lookUp, sourceOf } from './dictionaries.sql';

/**
 * d_ticket: every ticket with its dimensions, and its owner, priority and SLA policy over time as far as one change says it all;
 * d_span (ticket_ix, from_at, to_at, owner_ix, policy_ix, priority_ix): the pieces of the history of all the others (`is_complex`).
 * Most tickets have few changes, so that a row finds its owner without a join by time.
 */
export async function createTickets(build: Build): Promise<void> {
  await createPolicies(build);
  const { spam, deleted, merged, test, imported } = EXCLUSIONS;
  await build.temp(
    'd_ticket',
    `
    WITH owner AS (${history(build, 'd_owner_change')}),
    priority AS (${history(build, 'd_priority_change')}),
    policy AS (SELECT ticket_ix, count(*) AS rows, min(policy_ix) AS policy_ix, min(from_at) AS from_at, max(to_at) AS to_at FROM d_policy GROUP BY ticket_ix)
    SELECT d.ix AS ticket_ix, t.ticket_id, t.created_at, t.created_by,
      t.created_by = 'customer' AS is_by_customer, t.created_by = 'agent' AS is_by_agent, coalesce(t.channel = 'chat', false) AS is_chat,
      coalesce(a.ix, 0) AS current_owner_ix, coalesce(o.created_ix, o.first_ix, a.ix, 0) AS created_owner_ix,
      coalesce(o.first_ix, a.ix, 0) AS owner0_ix, o.at AS owner_at, o.to_ix AS owner1_ix,
      coalesce(q.first_ix, of_priority.ix, 0) AS priority0_ix, q.at AS priority_at, q.to_ix AS priority1_ix,
      coalesce(l.policy_ix, 0) AS policy_ix, coalesce(l.from_at, 0) AS policy_from_at, coalesce(l.to_at, 0) AS policy_to_at,
      coalesce(o.changes, 0) > 1 OR coalesce(q.changes, 0) > 1 OR coalesce(l.rows, 0) > 1 AS is_complex,
      ${TICKET_ATTRIBUTE_IDS.map((id) => `coalesce(of_${id}.ix, 0) AS ${columnOf(id)}`).join(', ')},
      coalesce(s.status_ix, k.ix) AS status_ix,
      if(t.is_spam, ${spam}, 0) + if(t.is_deleted, ${deleted}, 0) + if(t.merged_into_id IS NOT NULL, ${merged}, 0)
        + if(t.is_test, ${test}, 0) + if(t.is_imported, ${imported}, 0) AS excluded
    FROM ${build.source('ticket')} t
    JOIN ${build.target('dim_ticket')} d ON d.id = t.ticket_id
    ${lookUp(build, 'agent', 'a', 't.owner_id')}
    ${TICKET_ATTRIBUTE_IDS.map((id) => lookUp(build, id, `of_${id}`, `t.${sourceOf(id)}`)).join('\n    ')}
    LEFT JOIN owner o ON o.ticket_ix = d.ix
    LEFT JOIN priority q ON q.ticket_ix = d.ix
    LEFT JOIN policy l ON l.ticket_ix = d.ix
    LEFT JOIN d_state s ON s.ticket_ix = d.ix
    -- without events, closed_at decides whether it is closed, and the stage only which word says so
    LEFT JOIN ${build.target('dim_status')} k ON k.id =
      CASE WHEN coalesce((of_stage.kind IN (${texts(CLOSED_KINDS)})) = (t.closed_at IS NOT NULL), false) THEN of_stage.kind
        WHEN t.closed_at IS NULL THEN 'open' ELSE 'closed' END
    ORDER BY d.ix`
  );
  await createSpans(build);
}

/** Per ticket: the value before the first event, the first change, how many there are, and the value at creation. */
function history(build: Build, changes: string): string {
  return `
    SELECT ticket_ix, any_value(prev_ix) FILTER (n = 1) AS first_ix, count(*) FILTER (prev_ix <> to_ix) AS changes,
      arg_min("at", n) FILTER (prev_ix <> to_ix) AS "at", arg_min(to_ix, n) FILTER (prev_ix <> to_ix) AS to_ix,
      arg_max(to_ix, n) FILTER ("at" <= created_at) AS created_ix
    FROM ${changes} c JOIN ${build.target('dim_ticket')} d ON d.ix = c.ticket_ix GROUP BY ticket_ix`;
}

/** d_policy (ticket_ix, policy_ix, from_at, to_at): a ticket's SLA policies, with ends that stand for always. */
async function createPolicies(build: Build): Promise<void> {
  await build.temp(
    'd_policy',
    `
    SELECT d.ix AS ticket_ix, p.ix AS policy_ix, coalesce(s."from", ${BEFORE_ALL}) AS from_at, coalesce(s."to", ${AFTER_ALL}) AS to_at
    FROM ${build.source('ticket_sla')} s
    JOIN ${build.target('dim_ticket')} d ON d.id = s.ticket_id
    JOIN ${build.target('dim_policy')} p ON p.id = s.policy_id`
  );
}

async function createSpans(build: Build): Promise<void> {
  // of events at the same instant the last one holds; of policies in force together the one that began last
  const last = (changes: string) => `(SELECT ticket_ix, "at", arg_max(to_ix, n) AS to_ix FROM ${changes} SEMI JOIN complex USING (ticket_ix) GROUP BY ALL)`;
  await build.temp(
    'd_span',
    `
    WITH complex AS (SELECT ticket_ix, owner0_ix, priority0_ix FROM d_ticket WHERE is_complex),
    edge AS (
      SELECT ticket_ix, ${BEFORE_ALL}::BIGINT AS "at" FROM complex
      UNION SELECT ticket_ix, "at" FROM d_owner_change SEMI JOIN complex USING (ticket_ix)
      UNION SELECT ticket_ix, "at" FROM d_priority_change SEMI JOIN complex USING (ticket_ix)
      UNION SELECT ticket_ix, from_at FROM d_policy SEMI JOIN complex USING (ticket_ix)
      UNION SELECT ticket_ix, to_at FROM d_policy SEMI JOIN complex USING (ticket_ix)),
    span AS (SELECT ticket_ix, "at" AS from_at, coalesce(lead("at") OVER (PARTITION BY ticket_ix ORDER BY "at"), ${AFTER_ALL}) AS to_at FROM edge),
    policy AS (
      SELECT s.ticket_ix, s.from_at, arg_max(p.policy_ix, (p.from_at, p.policy_ix)) AS policy_ix
      FROM span s JOIN d_policy p ON p.ticket_ix = s.ticket_ix AND s.from_at >= p.from_at AND s.from_at < p.to_at GROUP BY ALL)
    SELECT s.ticket_ix, s.from_at, s.to_at, coalesce(o.to_ix, c.owner0_ix) AS owner_ix, coalesce(p.policy_ix, 0) AS policy_ix,
      coalesce(q.to_ix, c.priority0_ix) AS priority_ix
    FROM span s
    JOIN complex c USING (ticket_ix)
    ASOF LEFT JOIN ${last('d_owner_change')} o ON o.ticket_ix = s.ticket_ix AND s.from_at >= o.at
    ASOF LEFT JOIN ${last('d_priority_change')} q ON q.ticket_ix = s.ticket_ix AND s.from_at >= q.at
    LEFT JOIN policy p ON p.ticket_ix = s.ticket_ix AND p.from_at = s.from_at
    WHERE s.from_at < s.to_at`
  );
}
