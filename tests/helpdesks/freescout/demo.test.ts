import { PARTLY } from '../../../demo/writers/freescout/untold';
import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { demoAgrees, demoInMariadb, demoInPostgres, type Told } from '../demo-agrees';

const { filters } = PARTLY.time_to_first_response;

const agrees = (open: () => Promise<Told>): void =>
  demoAgrees(open, {
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

describeWithMariadb('the demo, told in FreeScout’s tables in MariaDB and in ours', (server) => agrees(demoInMariadb(server, 'freescout')));
describeWithPostgres('the demo, told in FreeScout’s tables in PostgreSQL and in ours', (server) => agrees(demoInPostgres(server, 'freescout')));
