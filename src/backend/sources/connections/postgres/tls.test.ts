import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import { describeWithPostgres } from '../../../../../tests/servers/describe-with-postgres';
import { stallingProxy } from '../../../../../tests/servers/stalling-proxy';
import { loadFault, NEVER } from '../../testing/target';
import type { TlsOptions } from '../tls-options';
import { createPostgresSource } from './postgres-source';

/** A certificate for helpdesk.test that signs itself, or null where this machine has no openssl. */
function selfSigned(): { readonly certificate: string; readonly key: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [key, certificate] = [join(folder, 'key'), join(folder, 'certificate')];
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        certificate,
        '-subj',
        '/CN=helpdesk.test',
        '-addext',
        'subjectAltName=DNS:helpdesk.test',
      ],
      { stdio: 'ignore' }
    );
    return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
  } catch (error) {
    if (process.env.CI) {
      throw error;
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tls = selfSigned();
if (tls === null) {
  it.skip('TLS (skipped: there is no openssl to make a certificate with)', () => undefined);
} else {
  describeWithPostgres(
    'TLS',
    (server) => {
      beforeAll(async () => {
        const client = new Client({ connectionString: server().url });
        await client.connect();
        await client.query(
          `CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at, (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS subject`
        );
        await client.query('CREATE SCHEMA large');
        await client.query(
          `CREATE VIEW large.ticket AS SELECT i AS ticket_id, now() AS created_at, repeat(md5(i::text), 400) || pg_sleep(0.05)::text AS subject FROM generate_series(1, 60) i`
        );
        await client.end();
      });
      const { certificate } = tls;
      it.each<[string, TlsOptions, string | null]>([
        ['require: trusts anybody', { mode: 'require' }, null],
        ['disable', { mode: 'disable' }, null],
        ['verify-ca without the authority', { mode: 'verify-ca' }, 'not signed by an authority that we trust'],
        ['verify-ca: any name', { mode: 'verify-ca', ca: certificate }, null],
        ['verify-full: the wrong name', { mode: 'verify-full', ca: certificate }, 'is for another name'],
        ['verify-full: the right name', { mode: 'verify-full', ca: certificate, serverName: 'helpdesk.test' }, null],
        ['an authority that is none', { mode: 'verify-full', ca: '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----' }, 'cannot be read'],
        ['a client certificate that is none', { mode: 'require', clientCertificate: 'x', clientKey: 'y' }, 'cannot be read'],
      ])('%s', async (_, options, fault) => {
        const source = createPostgresSource({ ...server(), tls: options });
        const looking = source.inspect(NEVER);
        if (fault === null) {
          expect(await looking).toHaveLength(1);
        } else {
          await expect(looking).rejects.toMatchObject({ name: 'SourceError', category: 'tls', message: expect.stringContaining(fault) as unknown });
        }
      });

      it.each([
        [false, null],
        [true, 'The database stopped answering.'],
      ])(
        'hears bytes and their absence through TLS: stalls %s',
        async (stalls, message) => {
          const proxy = await stallingProxy(server().port, (from, _, total) => stalls && from === 'server' && total > 300_000);
          const fault = await loadFault(
            createPostgresSource({ ...server(), port: proxy.port, schema: 'large', tls: { mode: 'require' }, silenceTimeoutMs: 1_000 })
          );
          await proxy.close();
          expect(fault?.message ?? null).toBe(message);
        },
        20_000
      );
    },
    { tls }
  );
}
