/** How a connection is protected, in libpq's words: `require` encrypts but trusts anybody. */
type TlsMode = 'disable' | 'require' | 'verify-ca' | 'verify-full';

/** TLS settings; certificates and keys are PEM texts. */
export interface TlsOptions {
  readonly mode: TlsMode;
  readonly ca?: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
  /** The name that the server's certificate must have, where it is not the host's. */
  readonly serverName?: string;
}
