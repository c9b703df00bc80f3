import { X509Certificate } from 'node:crypto';
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
    rejectUnauthorized: tls.mode !== 'require',
    checkServerIdentity: (_, certificate) => (tls.mode === 'verify-full' ? checkServerIdentity(serverName || host, certificate) : undefined),
  };
}
