import fc from 'fast-check';

import type { SurveyRow } from '../model';
import { AGENTS, CUSTOMERS, FORMS, GONE } from './ids';
import { evenly, gap, maybe, rarely } from './time';

/** A survey before it has ids; instants are milliseconds after its ticket's creation. */
export type Surveyed = Omit<SurveyRow, 'survey_id' | 'ticket_id'> & { readonly ticketless: boolean };

const scales: fc.Arbitrary<Pick<SurveyRow, 'kind' | 'scale_min' | 'scale_max'>> = fc.constantFrom(
  { kind: 'csat', scale_min: 1, scale_max: 5 },
  { kind: 'csat', scale_min: 0, scale_max: 1 },
  { kind: 'csat', scale_min: 0, scale_max: 2 },
  { kind: 'csat', scale_min: 1, scale_max: 7 },
  { kind: 'csat', scale_min: 1, scale_max: 10 },
  { kind: 'csat', scale_min: 0, scale_max: 100 },
  { kind: 'csat', scale_min: 1, scale_max: 1.5 },
  { kind: 'nps', scale_min: 0, scale_max: 10 },
  { kind: 'ces', scale_min: 1, scale_max: 7 },
  { kind: 'ces', scale_min: 1, scale_max: 5 }
);

/** Surveys of every kind and scale: sent or not known when, answered or not, and several for a ticket. */
export const surveys: fc.Arbitrary<Surveyed[]> = fc
  .array(
    fc.record({
      scale: scales,
      place: fc.integer({ min: 0, max: 4 }),
      half: rarely,
      customer_id: maybe(fc.constantFrom(...CUSTOMERS, GONE.customer)),
      agent_id: evenly(fc.constantFrom(...AGENTS, GONE.agent)),
      form_id: maybe(fc.constantFrom(...FORMS)),
      sent: maybe(gap),
      answered: maybe(gap),
      has_comment: fc.boolean(),
      ticketless: rarely,
    }),
    { maxLength: 3 }
  )
  .map((rows) =>
    rows.map(({ scale, place, half, sent, answered, ...row }) => ({
      ...row,
      ...scale,
      sent_at: sent,
      answered_at: answered,
      score: answered === null ? null : scoreOf(scale, place, half),
    }))
  );

/** A whole number on the scale, seldom half a point below its top. */
function scoreOf({ scale_min, scale_max }: Pick<SurveyRow, 'scale_min' | 'scale_max'>, place: number, half: boolean): number {
  return Math.min(scale_max, Math.round(scale_min + ((scale_max - scale_min) * place) / 4)) - (half && place === 4 ? 0.5 : 0);
}
