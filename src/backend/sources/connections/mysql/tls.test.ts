import { describeWithMariadb } from '../../../../../tests/servers/describe-with-mariadb';
import { certificates } from '../../../../../tests/servers/certificates';
import { stallingProxy } from '../../../../../tests/servers/stalling-proxy';
import { loadFault, NEVER } from '../../testing/target';
import type { TlsOptions } from '../tls-options';
import { createMysqlSource } from './mysql-source';

const tls = certificates();
if (tls === null) {
  it.skip('TLS (skipped: there is no openssl to make a certificate with)', () => undefined);
} else {
  const { authority, server: own, address, client } = tls;
  describeWithMariadb(
    'TLS',
    (server) => {
      beforeAll(async () => {
        const admin = await server().connect();
        await admin.query(
          `CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at; CREATE TABLE team AS SELECT seq AS team_id, repeat(md5(seq), 400) AS name FROM seq_1_to_500;
           CREATE USER certified IDENTIFIED BY 'x' REQUIRE X509; GRANT SELECT ON helpdesk.* TO certified;
           CREATE USER encrypted IDENTIFIED BY 'x' REQUIRE SSL; GRANT SELECT ON helpdesk.* TO encrypted`
        );
        await admin.end();
      });
      it.each<[string, TlsOptions, string | null]>([
        ['require: trusts anybody', { mode: 'require' }, null],
        ['disable', { mode: 'disable' }, null],
        ['verify-ca without the authority', { mode: 'verify-ca' }, 'not signed by an authority that we trust'],
        ['verify-ca: any name', { mode: 'verify-ca', ca: authority }, null],
        ['verify-full: the wrong name', { mode: 'verify-full', ca: authority }, 'is for another name'],
        ['verify-full: a wrong name of the settings', { mode: 'verify-full', ca: authority, serverName: 'other.test' }, 'is for another name'],
        ['verify-full: the right name', { mode: 'verify-full', ca: authority, serverName: 'helpdesk.test' }, null],
        ['an authority that is none', { mode: 'verify-full', ca: '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----' }, 'cannot be read'],
        ['a client certificate that is none', { mode: 'require', clientCertificate: 'x', clientKey: 'y' }, 'cannot be read'],
      ])('%s', async (_, options, fault) => {
        const looking = createMysqlSource({ ...server(), tls: options }).inspect(NEVER);
        if (fault === null) {
          expect(await looking).toHaveLength(2);
        } else {
          await expect(looking).rejects.toMatchObject({ name: 'SourceError', category: 'tls', message: expect.stringContaining(fault) as unknown });
        }
      });

      it('lets in who must be encrypted, or certified, and says what may be missing', async () => {
        const as = (user: string, options: TlsOptions) => createMysqlSource({ ...server(), user, password: 'x', tls: options }).inspect(NEVER);
        const certified = { mode: 'require', clientCertificate: client.certificate, clientKey: client.key } as const;
        expect(await as('encrypted', { mode: 'require' })).toHaveLength(2);
        expect(await as('certified', certified)).toHaveLength(2);
        // one after the other: a refusal that nobody awaits yet would fail the test
        for (const [user, mode] of [
          ['encrypted', 'disable'],
          ['certified', 'require'],
        ] as const) {
          await expect(as(user, { mode })).rejects.toMatchObject({
            category: 'auth',
            hint: expect.stringContaining('held to TLS, a client certificate') as unknown,
          });
        }
      });

      it.each([
        [false, null],
        [true, 'The database stopped answering.'],
      ])(
        'hears bytes and their absence through TLS: stalls %s',
        async (stalls, message) => {
          const proxy = await stallingProxy(server().port, (from, _, total) => stalls && from === 'server' && total > 1_000_000);
          const fault = await loadFault(createMysqlSource({ ...server(), port: proxy.port, tls: { mode: 'require' }, silenceTimeoutMs: 1_000 }));
          await proxy.close();
          expect(fault?.message ?? null).toBe(message);
        },
        20_000
      );
    },
    { tls: { ...own, ca: authority } }
  );

  describeWithMariadb(
    'TLS of a server without a name',
    (server) => {
      it.each<[string, TlsOptions, string | null]>([
        ['its address', { mode: 'verify-full', ca: authority }, null],
        ['a name', { mode: 'verify-full', ca: authority, serverName: 'localhost' }, 'is for another name'],
      ])('is checked by %s', async (_, options, message) => {
        const admin = await server().connect();
        await admin.query('CREATE TABLE IF NOT EXISTS ticket AS SELECT 1 AS ticket_id, now() AS created_at');
        await admin.end();
        const fault = await loadFault(createMysqlSource({ ...server(), tls: options }));
        expect(fault?.message ?? null).toEqual(message === null ? null : expect.stringContaining(message));
      });
    },
    { tls: { ...address, ca: authority } }
  );
}
