import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { SslOptions } from 'mysql2';

import type { MysqlOptions } from './options';

/** What the driver needs to speak TLS; nothing for plain text. Throws where a certificate or a key cannot be read. */
export function tlsOptions({ tls }: MysqlOptions): { readonly ssl?: SslOptions } {
  if (tls.mode === 'disable') {
    return {};
  }
  const { ca, clientCertificate, clientKey } = tls;
  const material = {
    ...(ca ? { ca } : {}),
    ...(clientCertificate ? { cert: clientCertificate } : {}),
    ...(clientKey ? { key: clientKey } : {}),
  };
  if (ca) {
    // an authority that cannot be read would be passed over, and every server then be untrusted
    new X509Certificate(ca);
  }
  // the driver reads them in the midst of the handshake, where nobody catches what it throws
  createSecureContext(material);
  return { ssl: { ...material, rejectUnauthorized: tls.mode !== 'require', verifyIdentity: tls.mode === 'verify-full' } };
}

/** The name that the server's certificate must have. */
export function certificateName({ host, tls }: MysqlOptions): string {
  return tls.serverName || host;
}
