import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { parse } from 'yaml';

import { type PluginClient, startPlugin } from '../../tools/door/client';
import { buildBackend } from '../build';
import { datasourceFile, ROOT, yamlFiles } from '../provisioning/files';
import { describeWithPostgres } from '../servers/describe-with-postgres';

const READER = "the reader's password";
const compose = parse(readFileSync(join(ROOT, 'docker-compose.yaml'), 'utf8')) as { services: { fill: { command: string[] } } };

/** What psql runs when the database is made, with its variable filled in as psql would. */
const SETUP = (/<<'SQL'\n([^]*?)\nSQL\n/.exec(readFileSync(join(ROOT, 'docker/postgres/reader.sh'), 'utf8'))?.[1] ?? '').replace(
  ":'reader_password'",
  `'${READER.replaceAll("'", "''")}'`
);

const ATTEMPTS = ['DELETE FROM service.ticket', 'CREATE TABLE service.mine (a int)', 'SET default_transaction_read_only = off; DROP TABLE service.ticket'];

describeWithPostgres(
  'the helpdesk of docker-compose.yaml, without its containers',
  (server) => {
    const folder = mkdtempSync(join(tmpdir(), 'helpdesk-compose-'));
    let executable = '';
    let client: PluginClient;
    const reader = () => new Client({ ...server(), user: 'grafana_reader', password: READER });

    beforeAll(async () => {
      executable = buildBackend();
      // as the image: the builder's Node is not known, and Node is where the launcher looks
      rmSync(join(dirname(executable), 'node-path'));
      symlinkSync(process.execPath, executable.replace('gpx_helpdesk_metrics_', 'gpx_helpdesk_metrics_node_'));
      const owner = new Client({ connectionString: server().url });
      await owner.connect();
      await owner.query(SETUP);
      await owner.end();
      const [shell, ...args] = compose.services.fill.command.map((word) => word.replaceAll('$$', '$'));
      // twice: `up` after `up` fills it anew
      for (const tickets of ['60', '900']) {
        const { status, stdout, stderr } = spawnSync(shell, args, {
          cwd: ROOT,
          encoding: 'utf8',
          env: { ...process.env, HELPDESK_URL: server().url, TICKETS: tickets },
        });
        expect([status, stderr + stdout]).toEqual([0, expect.stringContaining(`Filled the schema service with ${tickets} tickets`)]);
      }
      const [{ content }] = yamlFiles('docker/grafana/datasources');
      const [{ uid, jsonData }] = datasourceFile.parse(content).datasources;
      const { source, ...settings } = jsonData as { source: object };
      client = await startPlugin(
        executable,
        {
          uid,
          jsonData: { ...settings, source: { ...source, host: server().host, port: server().port }, store: { directory: join(folder, 'store') } },
          secureJsonData: { password: READER },
        },
        { env: { GF_PLUGIN_ALLOWED_DIRECTORIES: folder } }
      );
    }, 180_000);

    afterAll(async () => {
      await client?.stop();
      await rm(folder, { recursive: true });
      await rm(dirname(executable), { recursive: true });
    });

    it('is read with the provisioned settings', async () => {
      const { ok, message, details } = await client.health();
      expect([ok, message]).toEqual([true, expect.stringMatching(/^Connected: 900 tickets/)]);
      expect(details).toMatchObject({ reportsWithoutData: [] });
      const answer = (
        await client.query(
          [{ refId: 'A', json: { metric: 'support_volume', view: 'totals', groupBy: ['team'] }, fromMs: Date.now() - 90 * 86_400_000, toMs: Date.now() }],
          { fromAlert: true }
        )
      ).get('A');
      expect(answer).toMatchObject({ status: 200, error: '' });
      expect(answer?.frames[0].fields[1].values.length).toBeGreaterThan(2);
    }, 60_000);

    it('cannot be written by the role that Grafana has', async () => {
      const connection = reader();
      await connection.connect();
      try {
        expect((await connection.query('SELECT count(*)::int AS tickets FROM service.ticket')).rows).toEqual([{ tickets: 900 }]);
        for (const attempt of ATTEMPTS) {
          await expect(connection.query(attempt)).rejects.toThrow(/read-only transaction|permission denied|must be owner/);
        }
        await connection.query('SET default_transaction_read_only = off');
        await expect(connection.query('DELETE FROM service.ticket')).rejects.toThrow('permission denied');
      } finally {
        await connection.end();
      }
    });
  },
  { attempts: ATTEMPTS }
);
