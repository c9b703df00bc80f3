import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its key, PEM texts. */
interface Pair {
  readonly certificate: string;
  readonly key: string;
}

/** Certificates of an authority of our own: for a server called helpdesk.test, for one that has no name but 127.0.0.1, and for a client. */
export interface Certificates {
  readonly authority: string;
  readonly server: Pair;
  readonly address: Pair;
  readonly client: Pair;
}

/** Makes certificates that hold for two days; null where this machine has no openssl, in CI an error. */
export function certificates(): Certificates | null {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...command: string[]): void => void execFileSync('openssl', command, { stdio: 'ignore' });
  const key = (name: string): string[] => ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', file(`${name}.key`)];
  const signed = (name: string, extension: string): Pair => {
    writeFileSync(file(`${name}.ext`), extension);
    openssl('req', ...key(name), '-out', file(`${name}.csr`), '-subj', `/CN=${name}.test`);
    openssl(
      ...['x509', '-req', '-in', file(`${name}.csr`), '-CA', file('authority.crt'), '-CAkey', file('authority.key'), '-CAcreateserial'],
      ...['-days', '2', '-extfile', file(`${name}.ext`), '-out', file(`${name}.crt`)]
    );
    return { certificate: readFileSync(file(`${name}.crt`), 'utf8'), key: readFileSync(file(`${name}.key`), 'utf8') };
  };
  try {
    openssl('req', '-x509', ...key('authority'), '-days', '2', '-out', file('authority.crt'), '-subj', '/CN=authority.test');
    return {
      server: signed('helpdesk', 'subjectAltName=DNS:helpdesk.test'),
      address: signed('address', 'subjectAltName=IP:127.0.0.1'),
      client: signed('client', 'extendedKeyUsage=clientAuth'),
      authority: readFileSync(file('authority.crt'), 'utf8'),
    };
  } catch (error) {
    if (process.env.CI) {
      throw error;
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
