import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';

import type { PostgresOptions } from './options';

/** What the driver needs to speak TLS, or false for plain text. */
export function tlsOptions({ host, tls }: PostgresOptions): ConnectionOptions | false {
  if (tls.mode === 'disable') {
    return false;
  }
  const { ca, clientCertificate, clientKey, serverName } = tls;
  if (ca) {
    // an authority that cannot be read would be passed over, and every server then be untrusted
    new X509Certificate(ca);
  }
  return {
    ...(ca ? { ca } : {}),
    ...(clientCertificate ? { cert: clientCertificate } : {}),
    ...(clientKey ? { key: clientKey } : {}),
    // to a host with a name the driver says that name; a proxy that knows its servers by name must hear one of an address too
    ...(serverName && isIP(host) !== 0 && isIP(serverName) === 0 ? { servername: serverName } : {}),
    rejectUnauthorized: tls.mode !== 'require',
    checkServerIdentity: (_, certificate) => (tls.mode === 'verify-full' ? checkServerIdentity(serverName || host, certificate) : undefined),
  };
}
