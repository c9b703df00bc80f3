import { columnsWithoutTicket, lastOwnerAt, spanJoin, ticketColumns } from './at-instant.sql';
import type { Build } from './build';
import { number, scale } from './dictionaries.sql';
import { idOrder } from './id-order.sql';

/** How many of the highest points of a scale are positive by default, by how many points it has. */
const TOP_POINTS = { 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 10: 3, 11: 3 };

/** The least part of a scale of whole numbers that is positive by default: its k points are k − 1 steps. Null on every other scale. */
const positiveFrom = `CASE WHEN s.scale_min = floor(s.scale_min) THEN CASE s.scale_max - s.scale_min ${Object.entries(TOP_POINTS)
  .map(([points, top]) => `WHEN ${Number(points) - 1} THEN ${Number(points) - top}::DOUBLE / ${Number(points) - 1}`)
  .join(' ')} END END`;

/** survey_fact: one row a survey; its owner is survey.agent_id where set, else the last one of the ticket until the instant. */
export async function createSurveyFact(build: Build): Promise<void> {
  const surveys = `
    SELECT s.*, d.ix AS ticket_ix, x.ix AS survey_ix, coalesce(f.ix, 0) AS survey_form_ix, c.ix AS scale_ix, coalesce(r.ix, 0) AS rating_ix, coalesce(a.ix, 0) AS given_ix, coalesce(u.ix, 0) AS asked_ix, coalesce(home.organization_ix, 0) AS home_ix,
      -- the last rating of a ticket, kind and form counts, over all time; without a ticket each does
      s.ticket_id IS NULL OR (s.answered_at IS NOT NULL AND row_number() OVER (PARTITION BY s.ticket_id, s.kind, s.form_id, s.answered_at IS NULL OR s.score IS NULL ORDER BY s.answered_at DESC, ${idOrder('s.survey_id')} DESC) = 1) AS is_last
    FROM (SELECT *, ${number('score')} AS rating_id, ${scale} AS scale_id FROM ${build.source('survey')}) s
    LEFT JOIN ${build.target('dim_ticket')} d ON d.id = s.ticket_id
    JOIN ${build.target('dim_survey')} x ON x.id = s.survey_id
    LEFT JOIN ${build.target('dim_survey_form')} f ON f.id = s.form_id
    JOIN ${build.target('dim_scale')} c ON c.id = s.scale_id
    LEFT JOIN ${build.target('dim_rating')} r ON r.id = s.rating_id
    LEFT JOIN ${build.target('dim_agent')} a ON a.id = s.agent_id
    LEFT JOIN ${build.target('dim_customer')} u ON u.id = s.customer_id
    LEFT JOIN d_home home ON home.customer_ix = u.ix
    WHERE s.ticket_id IS NULL OR d.ix IS NOT NULL`;
  const measures = `s.survey_ix::INTEGER AS survey_ix, s.survey_form_ix::INTEGER AS survey_form_ix, s.kind, s.scale_ix::INTEGER AS scale_ix, s.sent_at, s.answered_at, s.score,
      (s.score - s.scale_min) / (s.scale_max - s.scale_min) AS norm, ${positiveFrom} AS positive_from, s.rating_ix::INTEGER AS rating_ix, s.is_last,
      coalesce(s.has_comment, false) OR coalesce(trim(s.comment), '') <> '' AS has_comment, nullif(trim(s.comment), '') AS comment`;
  const [answered, sent] = [lastOwnerAt('coalesce(s.answered_at, s.sent_at)', 's1'), lastOwnerAt('coalesce(s.sent_at, s.answered_at)', 's2')];
  await build.temp('d_survey', surveys);
  await build.create(
    'survey_fact',
    `
    SELECT * FROM (
      SELECT ${ticketColumns({ ...answered, given: 's.given_ix' })}, ${measures},
        (CASE WHEN s.given_ix > 0 THEN s.given_ix ELSE ${sent.owner} END)::INTEGER AS sent_owner_ix, (${sent.team})::INTEGER AS sent_team_ix
      FROM d_survey s JOIN d_ticket t ON t.ticket_ix = s.ticket_ix ${spanJoin('coalesce(s.answered_at, s.sent_at)', 's1')} ${spanJoin('coalesce(s.sent_at, s.answered_at)', 's2')}
      UNION ALL
      SELECT ${columnsWithoutTicket('s.given_ix', 's.asked_ix', 's.home_ix')}, ${measures}, s.given_ix::INTEGER, 0
      FROM d_survey s WHERE s.ticket_ix IS NULL)
    ORDER BY answered_at`
  );
}
