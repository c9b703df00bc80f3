import type { Text } from '../language';

/** What names a dashboard, for those that lead to it. */
export interface Destination {
  /** The uid in English; the others add their language. */
  readonly uid: string;
  readonly title: Text;
}

/** Every dashboard that others lead to. */
export const TO = {
  overview: { uid: 'helpdesk-overview', title: { en: 'Service overview', nl: 'Serviceoverzicht' } },
  satisfaction: { uid: 'helpdesk-satisfaction', title: { en: 'Customer satisfaction', nl: 'Klanttevredenheid' } },
  performance: { uid: 'helpdesk-team-performance', title: { en: 'Team performance', nl: 'Teamprestaties' } },
  agents: { uid: 'helpdesk-agents', title: { en: 'Agents', nl: 'Vertegenwoordigers' } },
  replies: { uid: 'helpdesk-ticket-replies', title: { en: 'Ticket replies', nl: 'Ticketantwoorden' } },
  scheduling: { uid: 'helpdesk-scheduling', title: { en: 'Scheduling', nl: 'Planning' } },
  sla: { uid: 'helpdesk-sla-backlog', title: { en: 'SLA & backlog', nl: 'SLA en openstaande tickets' } },
  wall: { uid: 'helpdesk-wall', title: { en: 'Wall board', nl: 'Wandbord' } },
} as const satisfies Readonly<Record<string, Destination>>;
