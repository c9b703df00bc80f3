import type { DemoHelpdesk } from '../helpdesk/demo-helpdesk';
import { ACTIVITIES } from './activities';
import { HISTORY } from './history';
import { PEOPLE } from './people';
import { TABLES } from './tables';
import { TICKETS } from './tickets';
import { PARTLY, UNTOLD } from './untold';
import { VIEWS } from './views';

/** The demo as HubSpot would keep it, replicated by Fivetran. */
export const hubspotFivetran: DemoHelpdesk = {
  label: 'HubSpot by Fivetran',
  tables: { postgres: TABLES },
  views: VIEWS,
  told: [...PEOPLE, ...TICKETS, ...HISTORY, ...ACTIVITIES],
  untold: UNTOLD,
  partly: PARTLY,
  real: ['fivetran_audit', 'engagement', 'deal'],
};
