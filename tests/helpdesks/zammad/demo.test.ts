import { PARTLY } from '../../../demo/writers/zammad/untold';
import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { demoAgrees, demoInMariadb, demoInPostgres, type Told } from '../demo-agrees';

const agrees = (open: () => Promise<Told>): void =>
  demoAgrees(open, {
    layout: 'zammad',
    defaultCalendar: 'calendar-1',
    queries: [
      ['replies by author', { metric: 'owner_reply_count', groupBy: ['author'] }],
      ['first responses by author', { metric: 'time_to_first_response', groupBy: ['author'], filters: PARTLY.time_to_first_response.filters }],
      ['closes by owner', { metric: 'closed', groupBy: ['owner'] }],
      ['closes by who closed', { metric: 'closed', groupBy: ['closed_by'], filters: PARTLY.time_to_first_response.filters }],
      ['tickets by customer', { metric: 'opened', groupBy: ['customer'] }],
      ['tickets by organization', { metric: 'opened', groupBy: ['organization'] }],
      ['closes by team', { metric: 'closed', groupBy: ['team'] }],
      ['tickets by tag', { metric: 'opened', groupBy: ['tag'] }],
      ['tickets by a custom field', { metric: 'opened', groupBy: ['attribute.plan'] }],
      // those without a priority have the normal one there
      [
        'time to close by priority',
        { metric: 'time_to_close', groupBy: ['priority'], filters: [{ field: 'priority', op: 'in', values: ['low', 'high', 'urgent'] }] },
      ],
      ['time to close, its statistics', { metric: 'time_to_close', statistics: ['mean', 'median', 'p90', 'max', 'count'] }],
    ],
  });

describeWithPostgres('the demo, told in Zammad’s tables in PostgreSQL and in ours', (server) => agrees(demoInPostgres(server, 'zammad')));
describeWithMariadb('the demo, told in Zammad’s tables in MariaDB and in ours', (server) => agrees(demoInMariadb(server, 'zammad')));
