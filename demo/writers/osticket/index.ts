import type { DemoHelpdesk } from '../helpdesk/demo-helpdesk';
import { ENTRIES } from './entries';
import { HISTORY } from './history';
import { CALENDAR_NUMBERS, HOURS, POLICY_NUMBERS } from './hours';
import { PEOPLE } from './people';
import { SEEDS, tables } from './tables';
import { TICKETS, TOLD } from './tickets';
import { PARTLY, UNTOLD } from './untold';

/** The demo as osTicket 1.18 would keep it, but for its clock: osTicket keeps whole seconds, these tables what the demo has. */
export const osticket: DemoHelpdesk = {
  label: 'osTicket',
  tables: { mysql: [...tables(3), ...SEEDS] },
  views: { told: TOLD, calendar_numbers: CALENDAR_NUMBERS, policy_numbers: POLICY_NUMBERS },
  told: [...PEOPLE, ...HOURS, ...TICKETS, ...ENTRIES, ...HISTORY],
  untold: UNTOLD,
  partly: PARTLY,
  real: ['ost_session', 'ost_syslog'],
};
