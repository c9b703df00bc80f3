import { one, organizationOf, SURVEY_DIMENSIONS, ticketDims, type Dims } from '../dimensions';
import { datedMetric, DISTINCT, type DatedRow, type OracleMetric } from '../metric';
import type { SurveyRow, TicketRow } from '../model';
import { byId } from '../order';
import type { Statistic } from '../query';
import { isCounted, type World } from '../world';
import { localHour } from '../zone';

/** A survey that was answered: it has an instant and a score. */
type Answered = SurveyRow & { readonly answered_at: number; readonly score: number };

function isAnswered(survey: SurveyRow): survey is Answered {
  return survey.answered_at !== null && survey.score !== null;
}

/** "Last per (ticket, kind, form) by answered_at, then survey_id, over all time, before range and exclusions; without a ticket each counts." */
function lastRatings(surveys: readonly SurveyRow[]): Answered[] {
  const answered = surveys.filter(isAnswered);
  return answered.filter((survey) => {
    const replaced = answered.some(
      (other) =>
        survey.ticket_id !== null &&
        other.ticket_id === survey.ticket_id &&
        other.kind === survey.kind &&
        other.form_id === survey.form_id &&
        (other.answered_at > survey.answered_at || (other.answered_at === survey.answered_at && byId(other.survey_id, survey.survey_id) > 0))
    );
    return !replaced;
  });
}

/** The survey's ticket; 'none' where it names none; 'left out' where it names one that is missing or excluded. */
function ticketOf(world: World, survey: SurveyRow): TicketRow | 'none' | 'left out' {
  if (survey.ticket_id === null) {
    return 'none';
  }
  const ticket = world.helpdesk.ticket.find((each) => each.ticket_id === survey.ticket_id);
  return ticket && isCounted(world, ticket) ? ticket : 'left out';
}

/** The scale's id, such as "1-5". */
export function scaleOf(survey: SurveyRow): string {
  return `${survey.scale_min}-${survey.scale_max}`;
}

/** "Low are ratings below the middle of their scale." */
function halfOf({ score, scale_min, scale_max }: SurveyRow): string | null {
  if (score === null) {
    return null;
  }
  const [below, above] = [score - scale_min, scale_max - score];
  return below < above ? 'lower' : below > above ? 'upper' : 'middle';
}

function surveyDims(world: World, survey: SurveyRow, ticket: TicketRow | 'none', at: number): Dims {
  const own = {
    rating: one(survey.score === null ? null : String(survey.score)),
    scale: [scaleOf(survey)],
    scale_half: one(halfOf(survey)),
    survey_form: one(survey.form_id),
  };
  if (ticket === 'none') {
    const local = localHour(at, world.query.timeZone);
    // "A survey without a ticket has its own customer and that one's organization."
    return {
      ...own,
      owner: one(survey.agent_id),
      customer: one(survey.customer_id),
      organization: one(organizationOf(world.helpdesk, survey.customer_id)),
      hour_of_day: [local.hour],
      weekday: [local.weekday],
    };
  }
  const dims = { ...ticketDims(world, ticket, at, 'last'), ...own };
  // "survey.agent_id, where set, is the owner of a rating whatever `ownerAt` says."
  return survey.agent_id === null ? dims : { ...dims, owner: [survey.agent_id] };
}

/** "On a scale of whole numbers with k points: the highest 1 for k = 2 and 3, 2 for 4 to 7, 3 for 10 and 11"; null on any other scale. */
function boxOf({ scale_min, scale_max }: SurveyRow): number | null {
  const points = scale_max - scale_min + 1;
  if (!Number.isInteger(scale_min) || !Number.isInteger(scale_max)) {
    return null;
  }
  switch (points) {
    case 2:
    case 3:
      return 1;
    case 4:
    case 5:
    case 6:
    case 7:
      return 2;
    case 10:
    case 11:
      return 3;
    default:
      return null;
  }
}

/** Whether a rating is positive; null where nothing says so. "`topBox` of a scale is a fraction of (score − min) ÷ (max − min) and replaces the table." */
function isPositive(world: World, survey: Answered): boolean | null {
  const own = world.settings.topBox[scaleOf(survey)];
  if (own !== undefined) {
    return (survey.score - survey.scale_min) / (survey.scale_max - survey.scale_min) >= own;
  }
  const box = boxOf(survey);
  return box === null ? null : survey.score > survey.scale_max - box;
}

function ratingMetric(id: 'csat' | 'nps' | 'ces', statistics: readonly Statistic[]): OracleMetric {
  return datedMetric({
    id,
    measure: 'rating',
    statistics,
    dimensions: SURVEY_DIMENSIONS,
    rows(world) {
      const rows: DatedRow[] = [];
      for (const survey of lastRatings(world.helpdesk.survey).filter((each) => each.kind === id)) {
        const ticket = ticketOf(world, survey);
        if (ticket === 'left out') {
          continue;
        }
        rows.push({
          at: survey.answered_at,
          value: survey.score,
          // NPS: "share 9–10 minus share 0–6".
          positive: id === 'nps' ? survey.score >= 9 : isPositive(world, survey),
          negative: id === 'nps' && survey.score <= 6,
          dims: surveyDims(world, survey, ticket, survey.answered_at),
        });
      }
      return rows;
    },
  });
}

/** Positive ÷ rated. */
export const csat = ratingMetric('csat', ['share', 'mean', 'median', 'count', 'n', 'hits', ...DISTINCT]);
/** Promoters minus detractors, −100 … 100; it has no hits. */
export const nps = ratingMetric('nps', ['score', 'mean', 'median', 'count', 'n', ...DISTINCT]);
/** The mean score, or the share of its top box. */
export const ces = ratingMetric('ces', ['mean', 'share', 'median', 'count', 'n', 'hits', ...DISTINCT]);

/** csat_response_rate: "surveys dated by sent_at, answered by asOf ÷ sent; n = sent". Every survey, not only the last. */
export const csatResponseRate = datedMetric({
  id: 'csat_response_rate',
  measure: 'share',
  dimensions: SURVEY_DIMENSIONS,
  rows(world) {
    const rows: DatedRow[] = [];
    for (const survey of world.helpdesk.survey.filter((each) => each.kind === 'csat')) {
      const ticket = ticketOf(world, survey);
      if (ticket === 'left out' || survey.sent_at === null) {
        continue;
      }
      const positive = survey.answered_at !== null && survey.answered_at <= world.now;
      rows.push({ at: survey.sent_at, value: null, positive, dims: surveyDims(world, survey, ticket, survey.sent_at) });
    }
    return rows;
  },
});
