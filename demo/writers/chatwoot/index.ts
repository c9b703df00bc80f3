import type { DemoHelpdesk } from '../helpdesk/demo-helpdesk';
import { CONVERSATIONS } from './conversations';
import { HISTORY } from './history';
import { MESSAGES } from './messages';
import { PEOPLE } from './people';
import { tablesOf } from './tables';
import { TOLD } from './tickets';
import { PARTLY, UNTOLD } from './untold';

/** The demo as the newest Chatwoot would keep it. */
export const chatwoot: DemoHelpdesk = {
  label: 'Chatwoot',
  tables: { postgres: tablesOf('4.14') },
  views: { told: TOLD },
  told: [...PEOPLE, ...CONVERSATIONS, ...MESSAGES, ...HISTORY],
  untold: UNTOLD,
  partly: PARTLY,
  real: ['schema_migrations', 'ar_internal_metadata'],
};
