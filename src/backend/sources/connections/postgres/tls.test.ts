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

/** A certificate for a name that signs itself, and so may sign for clients what is itself; null where this machine has no openssl. */
function selfSigned(name = 'helpdesk.test'): { readonly certificate: string; readonly key: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [key, certificate] = [join(folder, 'key'), join(folder, 'certificate')];
  const kind = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'.split(' ');
  try {
    execFileSync('openssl', [...kind, '-keyout', key, '-out', certificate, '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`], {
      stdio: 'ignore',
    });
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

const [tls, client, stranger] = [selfSigned(), selfSigned('client.test'), selfSigned('client.test')];
if (tls === null || client === null || stranger === null) {
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

  describeWithPostgres(
    'TLS with a certificate of the client',
    (server) => {
      beforeAll(async () => {
        const owner = new Client({ connectionString: server().url });
        await owner.connect();
        await owner.query('CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at');
        await owner.end();
      });
      const own = (one: { readonly certificate: string; readonly key: string }): Partial<TlsOptions> => ({
        clientCertificate: one.certificate,
        clientKey: one.key,
      });
      it.each<[string, Partial<TlsOptions>, string | null]>([
        ['the right one', own(client), null],
        ['none', {}, 'The server wants a client certificate.'],
        ['one of an authority that the server does not know', own(stranger), 'The TLS handshake failed.'],
        ['one whose key is another’s', { ...own(client), clientKey: stranger.key }, 'The client certificate and its key do not belong together.'],
      ])('%s', async (_, options, fault) => {
        const looking = createPostgresSource({
          ...server(),
          tls: { mode: 'verify-full', ca: tls.certificate, serverName: 'helpdesk.test', ...options },
        }).inspect(NEVER);
        if (fault === null) {
          expect(await looking).toHaveLength(1);
        } else {
          await expect(looking).rejects.toMatchObject({ name: 'SourceError', category: 'tls', message: fault });
        }
      });

      it.each([
        ['127.0.0.1', 'helpdesk.test', 'helpdesk.test'],
        ['localhost', 'helpdesk.test', 'localhost'],
        ['127.0.0.1', '127.0.0.1', null],
      ])('says the name of whom it wants, but no address: %s as %s', async (host, serverName, said) => {
        let hello = '';
        const proxy = await stallingProxy(server().port, (from, bytes) => {
          hello += from === 'client' && bytes[0] === 22 ? bytes.toString('latin1') : '';
          return false;
        });
        await createPostgresSource({ ...server(), host, port: proxy.port, tls: { mode: 'require', serverName, ...own(client) } }).inspect(NEVER);
        await proxy.close();
        expect([hello.includes('helpdesk.test'), hello.includes('localhost'), hello.includes('127.0.0.1')]).toEqual([
          said === 'helpdesk.test',
          said === 'localhost',
          false,
        ]);
      });
    },
    { tls: { ...tls, ca: client.certificate } }
  );
}
