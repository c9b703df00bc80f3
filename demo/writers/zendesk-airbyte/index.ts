import { VIEWS } from '../zendesk/demo-zendesk';
import { PARTLY, UNTOLD } from '../zendesk/untold';
import type { DemoHelpdesk } from '../helpdesk/demo-helpdesk';
import { HISTORY } from './history';
import { PEOPLE } from './people';
import { SCHEDULES } from './schedules';
import { TABLES } from './tables';
import { TICKETS } from './tickets';

const POLICIES = 'Airbyte does not replicate which policy a ticket has';

/** The demo as Airbyte would replicate it from Zendesk. */
export const zendeskAirbyte: DemoHelpdesk = {
  label: 'Zendesk by Airbyte',
  tables: { postgres: TABLES },
  views: VIEWS,
  told: [...PEOPLE, ...TICKETS, ...HISTORY, ...SCHEDULES],
  untold: { ...UNTOLD, sla_attainment: POLICIES, sla_breaches: POLICIES, sla_at_risk: POLICIES, time_to_breach: POLICIES },
  partly: PARTLY,
  // streams that are nearly always replicated and that the demo has no rows for
  real: ['ticket_metric_events', 'macros', 'tags'],
};
