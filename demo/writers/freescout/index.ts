import type { DemoHelpdesk } from '../helpdesk/demo-helpdesk';
import { CONVERSATIONS, TOLD } from './conversations';
import { tables, tagTables } from './tables';
import { THREADS } from './threads';
import { PARTLY, UNTOLD } from './untold';

/** The demo as FreeScout would keep it with its module Tags, but for its clock: FreeScout keeps whole seconds, these tables what the demo has. */
export const freescout: DemoHelpdesk = {
  label: 'FreeScout',
  tables: { mysql: [...tables('mysql', 3), ...tagTables('mysql')], postgres: [...tables('postgres', 3), ...tagTables('postgres')] },
  views: { told: TOLD },
  told: [...CONVERSATIONS, ...THREADS],
  untold: UNTOLD,
  partly: PARTLY,
  real: ['migrations', 'jobs'],
};
