import { makePostgres } from '../../../demo/make';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { DEMO, demoAgrees, demoInPostgres } from '../demo-agrees';
import { placeInPostgres } from '../in-postgres';
import { PARTLY } from '../../../demo/writers/chatwoot/untold';

describeWithPostgres('the demo, told in Chatwoot’s tables and in ours', (server) => {
  demoAgrees(demoInPostgres(server, 'chatwoot'), {
    layout: 'chatwoot',
    defaultCalendar: 'inbox-1',
    queries: [
      ['replies by author', { metric: 'owner_reply_count', groupBy: ['author'] }],
      ['first responses by author', { metric: 'time_to_first_response', groupBy: ['author'] }],
      ['closes by owner, as it is now', { metric: 'closed', groupBy: ['owner'], ownerAt: 'current' }],
      ['tickets by customer', { metric: 'opened', groupBy: ['customer'] }],
      ['tickets by organization', { metric: 'opened', groupBy: ['organization'] }],
      ['tickets by team, as it is now', { metric: 'opened', groupBy: ['team'], ownerAt: 'current' }],
      ['tickets by tag', { metric: 'opened', groupBy: ['tag'] }],
      ['tickets by a custom field', { metric: 'opened', groupBy: ['attribute.plan'] }],
      ['ratings', { metric: 'csat', statistics: ['count'], groupBy: ['rating'], filters: PARTLY.csat.filters }],
      ['time to close, its statistics', { metric: 'time_to_close', statistics: ['mean', 'median', 'p90', 'max', 'count'] }],
    ],
  });

  it('replaces no real Chatwoot', async () => {
    const real = await placeInPostgres(server());
    try {
      await real.run('CREATE TABLE schema_migrations (version varchar)', 'CREATE TABLE accounts (id int)');
      const place = { url: server().url, schema: real.schema, layout: 'chatwoot', replace: true } as const;
      await expect(makePostgres(place, { ...DEMO, tickets: 1 }, () => undefined)).rejects.toThrow(
        `The schema ${real.schema} is a real Chatwoot’s: it is not replaced.`
      );
      expect(await real.rows(`SELECT FROM pg_tables WHERE schemaname = '${real.schema}'`)).toHaveLength(2);
    } finally {
      await real.drop();
    }
  });
});
