import type { LayoutSelect } from '../layout';

/** The pipelines; one that was deleted stays, since tickets were in it. */
export const pipeline: LayoutSelect<'pipeline'> = {
  reads: { ticket_pipeline: ['pipeline_id', 'label'] },
  select: () => 'SELECT pipeline_id, label FROM ticket_pipeline',
};

/** What a stage is called by which the customer is waited for, and by which something else is: HubSpot’s own names and what people make of them. */
const WAITING = '(wait(ing)? (on|for)|wacht(en)? op|warte(t|n) auf|en attente d[eu]) *(the |de |den |het |le )?(contact|customer|client|klant|kontakt|kunde)';
const ON_HOLD = '\\m(on hold|paused|in de wacht|pausiert|en pause)\\M';

/** The stages; one that was deleted stays. A stage that was moved to another pipeline is told once, where it is now. */
export const stage: LayoutSelect<'stage'> = {
  reads: { ticket_pipeline_stage: ['stage_id', 'pipeline_id', 'label', 'display_order', 'is_closed', '_fivetran_deleted'] },
  maybe: { ticket_pipeline_stage: ['ticket_state'] },
  select: (_, { has }) => `
    WITH stages AS (
      SELECT DISTINCT ON (stage_id) stage_id, pipeline_id, label, display_order, coalesce(_fivetran_deleted, false) AS is_deleted,
        ${has('ticket_pipeline_stage', 'ticket_state') ? `coalesce(ticket_state = 'CLOSED', false) OR ` : ''}coalesce(is_closed, false) AS is_closed
      FROM ticket_pipeline_stage
      ORDER BY stage_id, coalesce(_fivetran_deleted, false), pipeline_id
    ),
    kinds AS (
      SELECT pipeline_id, stage_id, label, display_order, CASE
          WHEN is_closed THEN 'closed'
          WHEN label ~* '${WAITING}' THEN 'waiting_customer'
          WHEN label ~* '${ON_HOLD}' THEN 'on_hold'
          WHEN row_number() OVER (PARTITION BY pipeline_id ORDER BY is_deleted, display_order, stage_id) = 1 THEN 'new'
          ELSE 'open'
        END AS kind
      FROM stages
    )
    SELECT pipeline_id, stage_id, label, display_order AS position, kind, kind IN ('waiting_customer', 'on_hold') AS pauses_sla
    FROM kinds`,
};
