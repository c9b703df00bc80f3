import { makePostgres } from '../../../demo/make';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { DEMO, demoAgrees, demoInPostgres } from '../demo-agrees';
import { placeInPostgres } from '../in-postgres';
import { PARTLY } from '../../../demo/writers/hubspot-fivetran/untold';

describeWithPostgres('the demo, told in HubSpot’s tables and in ours', (server) => {
  demoAgrees(demoInPostgres(server, 'hubspot-fivetran'), {
    layout: 'hubspot-fivetran',
    defaultCalendar: null,
    queries: [
      ['replies by author', { metric: 'owner_reply_count', groupBy: ['author'], filters: PARTLY.owner_reply_count.filters }],
      ['first responses by author', { metric: 'time_to_first_response', groupBy: ['author'], filters: PARTLY.owner_reply_count.filters }],
      ['closes by owner', { metric: 'closed', groupBy: ['owner'] }],
      ['closes by team', { metric: 'closed', groupBy: ['team'] }],
      ['closes by who closed', { metric: 'closed', groupBy: ['closed_by_kind'] }],
      ['transfers by owner', { metric: 'transfers', groupBy: ['owner'] }],
      ['backlog by pipeline', { metric: 'backlog', groupBy: ['pipeline'] }],
      ['tickets by pipeline', { metric: 'opened', groupBy: ['pipeline'] }],
      ['tickets by category', { metric: 'opened', groupBy: ['category'] }],
      ['tickets by priority', { metric: 'opened', groupBy: ['priority'] }],
      ['tickets by customer', { metric: 'opened', groupBy: ['customer'] }],
      ['tickets by organization', { metric: 'opened', groupBy: ['organization'] }],
      ['tickets by a custom field', { metric: 'opened', groupBy: ['attribute.plan'] }],
      ['time to close, its statistics', { metric: 'time_to_close', statistics: ['mean', 'median', 'p90', 'max', 'count'] }],
    ],
  });

  it('replaces no real replica', async () => {
    const real = await placeInPostgres(server());
    try {
      await real.run('CREATE TABLE engagement (id bigint)', 'CREATE TABLE ticket (id bigint)');
      const place = { url: server().url, schema: real.schema, layout: 'hubspot-fivetran', replace: true } as const;
      await expect(makePostgres(place, { ...DEMO, tickets: 1 }, () => undefined)).rejects.toThrow(
        `The schema ${real.schema} is a real HubSpot by Fivetran’s: it is not replaced.`
      );
      expect(await real.rows(`SELECT FROM pg_tables WHERE schemaname = '${real.schema}'`)).toHaveLength(2);
    } finally {
      await real.drop();
    }
  });
});
