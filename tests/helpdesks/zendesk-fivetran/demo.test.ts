import { PARTLY } from '../../../demo/writers/zendesk/untold';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { demoAgrees, demoInPostgres } from '../demo-agrees';

describeWithPostgres('the demo, told in Fivetran’s tables of a Zendesk and in ours', (server) => {
  demoAgrees(demoInPostgres(server, 'zendesk-fivetran'), {
    layout: 'zendesk-fivetran',
    source: { layoutOptions: { bots: '1000000041,1000000042' } },
    defaultCalendar: null,
    queries: [
      ['replies by author', { metric: 'owner_reply_count', groupBy: ['author'] }],
      ['first responses by owner of then', { metric: 'time_to_first_response', groupBy: ['owner'], filters: PARTLY.owner_reply_time.filters }],
      ['closes by owner of then', { metric: 'closed', groupBy: ['owner'] }],
      ['closes by who closed', { metric: 'closed', groupBy: ['closed_by'] }],
      ['closes by team of then', { metric: 'closed', groupBy: ['team'] }],
      ['tickets by customer', { metric: 'opened', groupBy: ['customer'] }],
      ['tickets by organization', { metric: 'opened', groupBy: ['organization'] }],
      ['tickets by channel', { metric: 'opened', groupBy: ['channel'] }],
      ['tickets by priority', { metric: 'opened', groupBy: ['priority'] }],
      ['tickets by form', { metric: 'opened', groupBy: ['category'] }],
      ['tickets by tag', { metric: 'opened', groupBy: ['tag'] }],
      ['tickets by a custom field', { metric: 'opened', groupBy: ['attribute.plan'] }],
      ['what is merged', { metric: 'closed', groupBy: [], include: ['merged'] }],
      ['what is deleted', { metric: 'opened', groupBy: [], include: ['deleted'] }],
      ['ratings', { metric: 'csat', statistics: ['count'], groupBy: ['rating'], filters: PARTLY.csat.filters }],
      [
        'first replies that were promised around the clock',
        {
          metric: 'sla_attainment',
          groupBy: ['clock'],
          filters: [
            { field: 'policy', op: 'in', values: ['premium'] },
            { field: 'clock', op: 'in', values: ['first_reply', 'next_reply'] },
            ...PARTLY.owner_reply_time.filters,
          ],
        },
      ],
      ['time to close, its statistics', { metric: 'time_to_close', statistics: ['mean', 'median', 'p90', 'max', 'count'] }],
    ],
  });
});
