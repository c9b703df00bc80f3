import type { Columns, Here, LayoutSelect } from '../layout';
import { kindOf, PIPELINE, STAGES, STATUSES } from '../zendesk/words';

/** Where the statuses that a helpdesk has made itself are found: they are read where they were replicated. */
const CUSTOM_STATUSES: Columns = { custom_status: ['id', 'agent_label', 'status_category'] };

/** Whether statuses that the helpdesk has made are the stages of its tickets. */
export const hasOwnStatuses = ({ has }: Here): boolean => has('custom_status', 'status_category') && has('ticket', 'custom_status_id');

/** The stage that a ticket has now. */
export const stageNow = (here: Here): string => (hasOwnStatuses(here) ? 'coalesce(t.custom_status_id::text, t.status)' : 't.status');

/** One pipeline. */
export const pipeline: LayoutSelect<'pipeline'> = { reads: {}, select: () => PIPELINE };

const PAUSING = STATUSES.filter(({ pauses }) => pauses)
  .map(({ status }) => `'${status}'`)
  .join(', ');

/** Zendesk’s statuses, and after them those that the helpdesk has made. */
export const stage: LayoutSelect<'stage'> = {
  reads: {},
  maybe: CUSTOM_STATUSES,
  select: (_, here) => `
    SELECT * FROM (${STAGES}) AS s (pipeline_id, stage_id, label, position, kind, pauses_sla)
    ${
      hasOwnStatuses(here)
        ? `UNION ALL
    SELECT 'zendesk', o.id::text, o.agent_label, ${STATUSES.length} + row_number() OVER (ORDER BY o.id), ${kindOf('o.status_category')}, o.status_category IN (${PAUSING})
    FROM custom_status o`
        : ''
    }`,
};
