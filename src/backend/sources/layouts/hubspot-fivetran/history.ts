import type { LayoutSelect } from '../layout';
import { wordOf } from '../word-of';
import { actorOf, userIn } from './sources';
import { OWNER_OF_USER } from './people';

/** The properties whose versions are events, by what they change. */
const FIELDS = {
  hs_pipeline: 'pipeline',
  hs_pipeline_stage: 'stage',
  hs_ticket_priority: 'priority',
  hubspot_owner_id: 'owner',
  hubspot_team_id: 'team',
} as const;

const NAMES = Object.keys(FIELDS)
  .map((name) => `'${name}'`)
  .join(', ');

/** Each version of a property that is kept, the first at the ticket’s creation included. */
export const ticketEvent: LayoutSelect<'ticket_event'> = {
  reads: {
    ticket_property_history: ['ticket_id', 'name', 'value', 'timestamp_instant', 'source', 'source_id', '_fivetran_synced'],
    owner: ['owner_id', 'active_user_id', 'is_active'],
  },
  select: () => `
    SELECT h.ticket_id || '-' || h.name || '-' || floor(extract(epoch FROM h.timestamp_instant) * 1000) AS event_id, h.ticket_id, h.timestamp_instant AS at,
      ${wordOf('h.name', FIELDS)} AS field,
      CASE h.name WHEN 'hs_ticket_priority' THEN lower(nullif(h.value, '')) ELSE nullif(h.value, '') END AS to_value,
      CASE WHEN ${actorOf('h.source', 'h.source_id')} = 'agent' THEN coalesce(o.owner_id::text, 'user-' || ${userIn('h.source_id')}) END AS actor_id,
      ${actorOf('h.source', 'h.source_id')} AS actor_kind, h._fivetran_synced AS updated_at
    FROM ticket_property_history h
      LEFT JOIN (${OWNER_OF_USER}) o ON o.user_id = ${userIn('h.source_id')}
    WHERE h.name IN (${NAMES})`,
  without: { from_value: 'HubSpot writes what became of a property, not what it was' },
};
