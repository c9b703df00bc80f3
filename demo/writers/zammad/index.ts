import type { DemoHelpdesk } from '../helpdesk/demo-helpdesk';
import { CALENDARS } from './calendars';
import { HISTORY, LAST_STATE, STATES } from './history';
import { NAMED } from './names';
import { PEOPLE } from './people';
import { tablesOf } from './tables';
import { TICKETS, TOLD } from './tickets';
import { PARTLY, UNTOLD } from './untold';

/** The demo as Zammad would keep it. */
export const zammad: DemoHelpdesk = {
  label: 'Zammad',
  tables: { postgres: tablesOf('postgres'), mysql: tablesOf('mysql') },
  views: { told: TOLD, states: STATES, last_state: LAST_STATE },
  told: [...NAMED, ...PEOPLE, ...TICKETS, ...HISTORY, ...CALENDARS],
  untold: UNTOLD,
  partly: PARTLY,
  real: ['schema_migrations', 'ar_internal_metadata'],
};
