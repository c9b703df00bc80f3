import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { demoAgrees, demoInMariadb } from '../demo-agrees';
import { PARTLY } from '../../../demo/writers/freescout/untold';

const { filters } = PARTLY.time_to_first_response;

describeWithMariadb('the demo, told in FreeScout’s tables and in ours', (server) => {
  demoAgrees(demoInMariadb(server, 'freescout'), {
    layout: 'freescout',
    defaultCalendar: null,
    queries: [
      ['first responses in writing, by author', { metric: 'time_to_first_response', groupBy: ['author'], filters }],
      ['closes by owner', { metric: 'closed', groupBy: ['owner'] }],
      ['closes by who closed', { metric: 'closed', groupBy: ['closed_by'], filters: [{ field: 'closed_by_kind', op: 'in', values: ['agent'] }] }],
      ['transfers by owner', { metric: 'transfers', groupBy: ['owner'] }],
      ['tickets by customer', { metric: 'opened', groupBy: ['customer'] }],
      ['tickets by organization', { metric: 'opened', groupBy: ['organization'] }],
      ['tickets by team, as it was', { metric: 'opened', groupBy: ['team'] }],
      ['tickets by tag', { metric: 'opened', groupBy: ['tag'] }],
      ['tickets that were merged, are spam, imported or deleted', { metric: 'opened', include: ['merged', 'spam', 'imported', 'deleted'] }],
      ['time to close, its statistics', { metric: 'time_to_close', statistics: ['mean', 'median', 'p90', 'max', 'count'] }],
    ],
  });
});
