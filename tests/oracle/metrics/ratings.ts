import { one, SURVEY_DIMENSIONS, ticketDims, type Dims } from '../dimensions';
import { byText } from '../history';
import { datedMetric, type DatedRow, type OracleMetric } from '../metric';
import type { SurveyRow, TicketRow } from '../model';
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
        (other.answered_at > survey.answered_at || (other.answered_at === survey.answered_at && byText(other.survey_id, survey.survey_id) > 0))
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

function surveyDims(world: World, survey: SurveyRow, ticket: TicketRow | 'none', at: number): Dims {
  const own = {
    rating: one(survey.score === null ? null : String(survey.score)),
    scale: [scaleOf(survey)],
    survey_form: one(survey.form_id),
  };
  if (ticket === 'none') {
    const local = localHour(at, world.query.timeZone);
    return { ...own, owner: one(survey.agent_id), customer: one(survey.customer_id), hour_of_day: [local.hour], weekday: [local.weekday] };
  }
  const dims = ticketDims(world, ticket, at);
  // "survey.agent_id, where set, is the owner of a rating": of the rating itself, not of the current or first owner.
  return survey.agent_id !== null && world.query.ownerAt === 'event' ? { ...dims, ...own, owner: [survey.agent_id] } : { ...dims, ...own };
}

/** "Positive = (score − min) ÷ (max − min) ≥ 0.75 by default, configurable per scale." */
function isPositive(world: World, survey: Answered): boolean {
  const share = (survey.score - survey.scale_min) / (survey.scale_max - survey.scale_min);
  return share >= (world.settings.topBox[scaleOf(survey)] ?? 0.75);
}

function ratingMetric(id: 'csat' | 'nps' | 'ces', statistics: readonly Statistic[]): OracleMetric {
  return datedMetric({
    id,
    measure: 'rating',
    statistics,
    dimensions: SURVEY_DIMENSIONS,
    rows(world) {
      const rows: DatedRow[] = [];
      // "n of a rate is its denominator": on a scale without a length nothing is positive or not
      for (const survey of lastRatings(world.helpdesk.survey).filter((each) => each.kind === id && each.scale_min !== each.scale_max)) {
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
export const csat = ratingMetric('csat', ['share', 'mean', 'median', 'count', 'n']);
/** Promoters minus detractors, −100 … 100. */
export const nps = ratingMetric('nps', ['score', 'mean', 'median', 'count', 'n']);
/** The mean score, or the share of its top box. */
export const ces = ratingMetric('ces', ['mean', 'share', 'median', 'count', 'n']);

/** csat_response_rate: "surveys dated by sent_at, answered by asOf ÷ sent; n = sent". Every survey, not only the last. */
export const csatResponseRate = datedMetric({
  id: 'csat_response_rate',
  measure: 'share',
  statistics: ['share', 'count', 'n'],
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
