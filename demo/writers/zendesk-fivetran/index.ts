import { VIEWS } from '../zendesk/demo-zendesk';
import { PARTLY } from '../zendesk/untold';
import type { DemoHelpdesk } from '../helpdesk/demo-helpdesk';
import { HISTORY } from './history';
import { PEOPLE } from './people';
import { SCHEDULES } from './schedules';
import { TABLES } from './tables';
import { TICKETS } from './tickets';
import { UNTOLD } from './untold';

/** The demo as Fivetran would replicate it from Zendesk. */
export const zendeskFivetran: DemoHelpdesk = {
  label: 'Zendesk by Fivetran',
  tables: { postgres: TABLES },
  views: VIEWS,
  told: [...PEOPLE, ...TICKETS, ...HISTORY, ...SCHEDULES],
  untold: UNTOLD,
  partly: PARTLY,
  // tables of every replica that the demo has no rows for
  real: ['time_zone', 'daylight_time'],
};
