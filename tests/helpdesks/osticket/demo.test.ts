import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { demoAgrees, demoInMariadb } from '../demo-agrees';
import { PARTLY } from '../../../demo/writers/osticket/untold';

const { filters } = PARTLY.time_to_first_response;

describeWithMariadb('the demo, told in osTicket’s tables and in ours', (server) => {
  demoAgrees(demoInMariadb(server, 'osticket'), {
    layout: 'osticket',
    defaultCalendar: '1',
    queries: [
      ['first responses in writing, by author', { metric: 'time_to_first_response', groupBy: ['author'], filters }],
      ['reply times in writing', { metric: 'owner_reply_time', groupBy: ['author'], filters }],
      ['closes by owner', { metric: 'closed', groupBy: ['owner'] }],
      ['closes by who closed', { metric: 'closed', groupBy: ['closed_by'], filters: [{ field: 'closed_by_kind', op: 'in', values: ['agent'] }] }],
      ['tickets by customer', { metric: 'opened', groupBy: ['customer'] }],
      ['tickets by organization', { metric: 'opened', groupBy: ['organization'] }],
      ['tickets by team, as it was', { metric: 'opened', groupBy: ['team'] }],
      ['tickets by category', { metric: 'opened', groupBy: ['category'] }],
      ['tickets that were merged', { metric: 'opened', include: ['merged'] }],
      ['time to close, its statistics', { metric: 'time_to_close', statistics: ['mean', 'median', 'p90', 'max', 'count'] }],
    ],
  });
});
