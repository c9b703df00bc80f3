import { Client } from 'pg';

import { refreshed } from '../../scripts/lib/refreshed';
import { type Found, toMend } from '../../scripts/lib/source-report';
import { createSource } from '../../src/backend/sources';
import { CANONICAL_TABLES } from '../../src/backend/canonical/tables';
import { type Built, openBuilt } from '../built';
import { describeWithMariadb } from '../servers/describe-with-mariadb';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { homeMade, pageNumbers, pageRange, pageSettings, statements, template } from './page';

jest.setTimeout(120_000);

/** Runs a statement as one who may everything. */
type Run = (sql: string) => Promise<unknown>;

/** A server with the home-made helpdesk, and where the page's settings find it. */
interface Place {
  readonly run: Run;
  readonly source: Readonly<Record<string, unknown>>;
}

/** The page, followed. */
function following(database: 'postgresql' | 'mysql', place: () => Place): void {
  let built: Built;
  beforeAll(async () => {
    built = openBuilt();
    const { tables, views, reader } = homeMade(database);
    for (const statement of [...tables, ...views, ...reader]) {
      await place().run(statement);
    }
  });
  afterAll(() => built.close());

  let stores = 0;
  const start = async () => {
    const { secureJsonData, source, ...settings } = pageSettings();
    const name = `${database}${++stores}`;
    const jsonData = { ...settings, source: { ...source, ...place().source }, store: { directory: `${built.folder}/${name}` } };
    return built.start({ uid: name, jsonData: JSON.parse(JSON.stringify(jsonData)) as object, secureJsonData });
  };

  it('leads to the numbers that it says', async () => {
    const client = await start();
    expect(await refreshed(client)).toMatchObject({ failure: null });
    const asked = pageNumbers();
    expect(asked.length).toBeGreaterThanOrEqual(8);
    const answers = await client.query(asked.map(({ query }, i) => ({ refId: String(i), json: query, ...pageRange() })));
    const given = asked.map(({ query }, i) => {
      const { error, frames } = answers.get(String(i)) ?? { error: 'none', frames: [] };
      const [first, ...more] = frames[0]?.fields ?? [];
      const cells =
        more.length === 0 ? String(first?.values[0]) : first.values.map((group, row) => `${String(group)} ${String(more[0].values[row])}`).join(', ');
      return { query, answer: error || cells };
    });
    expect(given).toEqual(asked);
    await client.stop();
  });

  it('leads to a helpdesk in which nothing is to be mended', async () => {
    const client = await start();
    await refreshed(client);
    const { ok, details } = await client.health();
    const { remarks = [], rows, reportsWithoutData = [] } = details as Found;
    expect([ok, toMend(details as Found)]).toEqual([true, 0]);
    expect(rows).toMatchObject({ ticket: 6, message: 13, ticket_event: 16, agent: 4, customer: 3, organization: 1, survey: 4 });
    expect(remarks.map(({ text }) => text)).toContainEqual(expect.stringContaining('Instants without a time zone are read as Europe/Amsterdam'));
    expect(reportsWithoutData.flatMap(({ needs }) => needs)).not.toContain('message');
    await client.stop();
  });

  it('tells, where a word was forgotten, each column once with the line that mends it', async () => {
    const view = homeMade(database).views.find((one) => one.includes('helpdesk_metrics.ticket_event AS')) ?? '';
    const busy = view.replaceAll(`WHEN '9' THEN 'closed'`, `WHEN '9' THEN 'solved'`);
    expect(busy).not.toBe(view);
    const replace = (sql: string) => place().run(sql.replace('CREATE VIEW', 'CREATE OR REPLACE VIEW'));
    await replace(busy);
    const client = await start();
    const { failure } = await refreshed(client);
    await client.stop();
    await replace(view);
    const said = (column: string, rows: number) =>
      `column "${column}": "solved" is not one of new, open, waiting_customer, on_hold, closed, merged, spam. Did you mean "closed"?${rows < 2 ? '' : ` ${rows} rows have such a value in this column: "solved" (${rows}: write closed). In the view: CASE ${column} WHEN 'solved' THEN 'closed' ELSE ${column} END AS ${column}.`}`;
    expect(failure?.split('\n').map((line) => line.replace(/^.*?, (?=column )/, ''))).toEqual([
      said('from_value', 1),
      said('to_value', 5),
      'Nothing was loaded: correct these in the helpdesk’s data, or leave the rows out there.',
      'More: docs/troubleshooting.md#schema',
    ]);
  });

  it('names a state that the helpdesk has and the view does not know', async () => {
    await place().run('UPDATE fixit.cases SET state = 4 WHERE id = 105');
    const client = await start();
    const { failure } = await refreshed(client);
    await client.stop();
    await place().run('UPDATE fixit.cases SET state = 1 WHERE id = 105');
    expect(failure).toMatch(/ticket_id "105", column "status": "state 4" is not one of new, open, /);
  });

  it('has a template that runs as it stands, with every table and column', async () => {
    const fresh = template(database).replaceAll('helpdesk_metrics', 'templates');
    for (const statement of statements(fresh)) {
      await place().run(statement);
    }
    await place().run(database === 'mysql' ? `GRANT SELECT ON templates.* TO 'grafana_reader'@'%'` : 'GRANT USAGE ON SCHEMA templates TO grafana_reader');
    if (database === 'postgresql') {
      await place().run('GRANT SELECT ON ALL TABLES IN SCHEMA templates TO grafana_reader');
    }
    const { source, secureJsonData } = pageSettings();
    const where = database === 'mysql' ? { database: 'templates' } : { schema: 'templates' };
    const options = { ...source, ...place().source, ...where, tls: { mode: 'disable' }, password: secureJsonData.password };
    const opened = createSource(JSON.parse(JSON.stringify(options)) as Parameters<typeof createSource>[0]);
    const found = await opened.inspect(new AbortController().signal);
    expect(found.map(({ name, columns }) => [name, columns.length])).toEqual(CANONICAL_TABLES.map(({ name, columns }) => [name, columns.length]));
    await opened.close();
  });
}

describeWithPostgres('the page of your own database, in PostgreSQL', (server) => {
  let admin: Client;
  beforeAll(async () => {
    admin = new Client({ connectionString: server().url });
    await admin.connect();
  });
  afterAll(() => admin.end());
  following('postgresql', () => ({
    run: (sql) => admin.query(sql),
    source: { host: server().host, port: server().port, database: server().database },
  }));
});

describeWithMariadb('the page of your own database, in MariaDB', (server) => {
  let admin: Awaited<ReturnType<ReturnType<typeof server>['connect']>>;
  beforeAll(async () => {
    admin = await server().connect();
  });
  afterAll(() => admin.end());
  following('mysql', () => ({
    run: (sql) => admin.query(sql),
    source: { type: 'mysql', host: server().host, port: server().port, database: 'helpdesk_metrics', schema: undefined },
  }));
});
