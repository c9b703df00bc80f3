import { EXCLUSIONS } from '../../../shared/catalog/facts';
import { columnOf, TICKET_ATTRIBUTE_IDS } from '../../../shared/catalog/ticket-attributes';
import { AFTER_ALL, BEFORE_ALL, type Build } from './build';
import { lookUp, sourceOf } from './dictionaries.sql';

/**
 * d_ticket: every ticket with its dimensions (team_ix is the current team), and its owner, team, priority and SLA policy over time as far as
 * one change says it all; d_span (ticket_ix, from_at, to_at, owner_ix, last_owner_ix, team_ix, policy_ix, priority_ix): the pieces of the
 * history of all the others (`is_complex`). last_owner_ix is the last owner until then, where nobody owns it. `is_varied`: it had more than
 * one priority or policy.
 * Most tickets have few changes, so that a row finds its owner without a join by time.
 */
export async function createTickets(build: Build): Promise<void> {
  await createPolicies(build);
  await createHomes(build);
  const { spam, deleted, merged, test, imported } = EXCLUSIONS;
  await build.temp(
    'd_ticket',
    `
    WITH owner AS (${history('d_owner_change')}),
    team AS (${history('d_team_change')}),
    priority AS (${history('d_priority_change')}),
    policy AS (SELECT ticket_ix, count(*) AS rows, min(policy_ix) AS policy_ix, min(from_at) AS from_at, max(to_at) AS to_at FROM d_policy GROUP BY ticket_ix)
    SELECT d.ix AS ticket_ix, t.ticket_id, t.created_at, t.created_by,
      t.created_by = 'customer' AS is_by_customer, t.created_by = 'agent' AS is_by_agent, coalesce(t.channel = 'chat', false) AS is_chat,
      s.is_born_closed,
      coalesce(a.ix, 0) AS current_owner_ix, coalesce(o.first_ix, a.ix, 0) AS owner0_ix, o.at AS owner_at, o.to_ix AS owner1_ix,
      coalesce(m.first_ix, of_team.ix, 0) AS team0_ix, m.at AS team_at, m.to_ix AS team1_ix,
      coalesce(q.first_ix, of_priority.ix, 0) AS priority0_ix, q.at AS priority_at, q.to_ix AS priority1_ix,
      coalesce(l.policy_ix, 0) AS policy_ix, coalesce(l.from_at, 0) AS policy_from_at, coalesce(l.to_at, 0) AS policy_to_at,
      coalesce(o.changes, 0) > 1 OR coalesce(m.changes, 0) > 1 OR coalesce(q.changes, 0) > 1 OR coalesce(l.rows, 0) > 1 AS is_complex,
      coalesce(q.changes, 0) > 0 OR coalesce(l.rows, 0) > 1 AS is_varied,
      ${TICKET_ATTRIBUTE_IDS.map((id) => `coalesce(of_${id}.ix, ${id === 'organization' ? 'home.organization_ix, ' : ''}0) AS ${columnOf(id)}`).join(', ')},
      s.status_ix,
      if(t.is_spam, ${spam}, 0) + if(t.is_deleted, ${deleted}, 0) + if(t.merged_into_id IS NOT NULL, ${merged}, 0)
        + if(t.is_test, ${test}, 0) + if(t.is_imported, ${imported}, 0) AS excluded
    FROM ${build.source('ticket')} t
    JOIN ${build.target('dim_ticket')} d ON d.id = t.ticket_id
    ${lookUp(build, 'agent', 'a', 't.owner_id')}
    ${TICKET_ATTRIBUTE_IDS.map((id) => lookUp(build, id, `of_${id}`, `t.${sourceOf(id)}`)).join('\n    ')}
    LEFT JOIN d_home home ON home.customer_ix = of_customer.ix
    LEFT JOIN owner o ON o.ticket_ix = d.ix
    LEFT JOIN team m ON m.ticket_ix = d.ix
    LEFT JOIN priority q ON q.ticket_ix = d.ix
    LEFT JOIN policy l ON l.ticket_ix = d.ix
    LEFT JOIN d_state s ON s.ticket_ix = d.ix
    ORDER BY d.ix`
  );
  await createSpans(build);
}

/** Per ticket: the value that it begins with, the first change, and how many there are. */
function history(changes: string): string {
  return `
    SELECT ticket_ix, any_value(prev_ix) FILTER (n = 1) AS first_ix, count(*) FILTER (prev_ix <> to_ix) AS changes,
      arg_min("at", n) FILTER (prev_ix <> to_ix) AS "at", arg_min(to_ix, n) FILTER (prev_ix <> to_ix) AS to_ix
    FROM ${changes} GROUP BY ticket_ix`;
}

/** d_home (customer_ix, organization_ix): the organization of customers who have one. */
async function createHomes(build: Build): Promise<void> {
  await build.temp(
    'd_home',
    `
    SELECT u.ix AS customer_ix, o.ix AS organization_ix
    FROM ${build.source('customer')} c
    JOIN ${build.target('dim_customer')} u ON u.id = c.customer_id
    JOIN ${build.target('dim_organization')} o ON o.id = c.org_id`
  );
}

/** d_policy (ticket_ix, policy_ix, policy_id, from_at, to_at): a ticket's SLA policies, with ends that stand for always. */
async function createPolicies(build: Build): Promise<void> {
  await build.temp(
    'd_policy',
    `
    SELECT d.ix AS ticket_ix, p.ix AS policy_ix, p.id AS policy_id, coalesce(s."from", ${BEFORE_ALL}) AS from_at, coalesce(s."to", ${AFTER_ALL}) AS to_at
    FROM ${build.source('ticket_sla')} s
    JOIN ${build.target('dim_ticket')} d ON d.id = s.ticket_id
    JOIN ${build.target('dim_policy')} p ON p.id = s.policy_id`
  );
}

async function createSpans(build: Build): Promise<void> {
  // of events at the same instant the last one holds; of policies in force together the one that began last
  const last = (changes: string) => `(SELECT ticket_ix, "at", arg_max(to_ix, n) AS to_ix FROM ${changes} SEMI JOIN complex USING (ticket_ix) GROUP BY ALL)`;
  const owners = `
    SELECT *, last_value(nullif(to_ix, 0) IGNORE NULLS) OVER (PARTITION BY ticket_ix ORDER BY n) AS somebody_ix
    FROM d_owner_change SEMI JOIN complex USING (ticket_ix)`;
  await build.temp(
    'd_span',
    `
    WITH complex AS (SELECT ticket_ix, owner0_ix, team0_ix, priority0_ix FROM d_ticket WHERE is_complex),
    edge AS (
      SELECT ticket_ix, ${BEFORE_ALL}::BIGINT AS "at" FROM complex
      UNION SELECT ticket_ix, "at" FROM d_owner_change SEMI JOIN complex USING (ticket_ix)
      UNION SELECT ticket_ix, "at" FROM d_team_change SEMI JOIN complex USING (ticket_ix)
      UNION SELECT ticket_ix, "at" FROM d_priority_change SEMI JOIN complex USING (ticket_ix)
      UNION SELECT ticket_ix, from_at FROM d_policy SEMI JOIN complex USING (ticket_ix)
      UNION SELECT ticket_ix, to_at FROM d_policy SEMI JOIN complex USING (ticket_ix)),
    span AS (SELECT ticket_ix, "at" AS from_at, coalesce(lead("at") OVER (PARTITION BY ticket_ix ORDER BY "at"), ${AFTER_ALL}) AS to_at FROM edge),
    policy AS (
      SELECT s.ticket_ix, s.from_at, arg_max(p.policy_ix, (p.from_at, p.policy_id)) AS policy_ix
      FROM span s JOIN d_policy p ON p.ticket_ix = s.ticket_ix AND s.from_at >= p.from_at AND s.from_at < p.to_at GROUP BY ALL)
    SELECT s.ticket_ix, s.from_at, s.to_at, coalesce(o.to_ix, c.owner0_ix) AS owner_ix, coalesce(o.somebody_ix, c.owner0_ix) AS last_owner_ix,
      coalesce(m.to_ix, c.team0_ix) AS team_ix, coalesce(p.policy_ix, 0) AS policy_ix,
      coalesce(q.to_ix, c.priority0_ix) AS priority_ix
    FROM span s
    JOIN complex c USING (ticket_ix)
    ASOF LEFT JOIN (SELECT ticket_ix, "at", arg_max(to_ix, n) AS to_ix, arg_max(somebody_ix, n) AS somebody_ix FROM (${owners}) GROUP BY ALL) o
      ON o.ticket_ix = s.ticket_ix AND s.from_at >= o.at
    ASOF LEFT JOIN ${last('d_team_change')} m ON m.ticket_ix = s.ticket_ix AND s.from_at >= m.at
    ASOF LEFT JOIN ${last('d_priority_change')} q ON q.ticket_ix = s.ticket_ix AND s.from_at >= q.at
    LEFT JOIN policy p ON p.ticket_ix = s.ticket_ix AND p.from_at = s.from_at
    WHERE s.from_at < s.to_at`
  );
}
