import { messageOf } from '../../../message-of';
import { SourceError, type SourceErrorCategory } from '../../source';

type Sentence = readonly [category: SourceErrorCategory, message: string, hint: string | null];

const UNREACHABLE = 'Check host, port and firewall; from the machine that runs Grafana, not from yours.';
const BROKEN: Sentence = ['network', 'The connection to the database broke.', null];
const SLOW: Sentence = [
  'timeout',
  'The database took longer than the statement timeout.',
  'Raise the timeout in the data source’s settings, or make the view faster.',
];
const RETRY = 'The next refresh tries again.';

/** Faults by the server's numbers. */
const BY_NUMBER: Readonly<Record<number, Sentence>> = {
  1045: [
    'auth',
    'The database refused the user or the password.',
    'Check both in the data source’s settings; the user may also be held to TLS, a client certificate or another machine.',
  ],
  1698: [
    'auth',
    'The database refused the user or the password.',
    'The user may be one of the machine’s own, without a password: make one that has a password.',
  ],
  1044: ['auth', 'The user has no right on this database.', 'GRANT SELECT on it to the user.'],
  1142: ['auth', 'The user may not read everything that is needed.', 'GRANT SELECT on the database’s tables to the user.'],
  1143: ['auth', 'The user may not read everything that is needed.', 'GRANT SELECT on the database’s tables to the user.'],
  1130: ['auth', 'The database refuses this user from this machine.', 'The user’s host there must be that of Grafana’s machine, or %.'],
  1129: ['auth', 'The database has blocked this machine after too many failed connections.', 'FLUSH HOSTS there.'],
  1251: ['auth', 'The database wants a way of logging in that is not supported.', 'Use a password with caching_sha2_password or mysql_native_password.'],
  1820: ['auth', 'The user’s password must be changed.', 'ALTER USER there.'],
  1862: ['auth', 'The user’s password has expired.', 'ALTER USER there.'],
  3118: ['auth', 'The user is locked.', 'ALTER USER … ACCOUNT UNLOCK there.'],
  4151: ['auth', 'The user is locked.', 'ALTER USER … ACCOUNT UNLOCK there.'],
  1049: ['config', 'The database does not exist on that server.', 'Check the database’s name in the data source’s settings.'],
  3159: ['tls', 'The server wants TLS.', 'Choose an encryption (TLS) in the data source’s settings.'],
  1969: SLOW,
  3024: SLOW,
  1205: ['timeout', 'A table is locked by somebody else in the database.', 'A migration or a backup may be running; the next refresh tries again.'],
  1159: [
    'timeout',
    'The database waited too long for us to read on, and ended the connection.',
    `The machine that runs Grafana may be overloaded; the next refresh tries again.`,
  ],
  4031: [
    'timeout',
    'The database waited too long for us to read on, and ended the connection.',
    `The machine that runs Grafana may be overloaded; the next refresh tries again.`,
  ],
  1040: ['limit', 'The database has no connection left.', 'Raise max_connections there, or end idle connections.'],
  1203: ['limit', 'The user has no connection left.', 'Raise max_user_connections there, or end idle connections.'],
  1226: ['limit', 'The user has reached a limit of its own in the database.', 'ALTER USER … WITH … there.'],
  1021: ['limit', 'The database’s disk is full.', null],
  1037: ['limit', 'The database is out of memory.', null],
  1038: ['limit', 'The database is out of memory for sorting.', null],
  1041: ['limit', 'The database is out of memory.', null],
  1053: ['network', 'The database was shut down while it was read.', RETRY],
  1079: ['network', 'The database was shut down while it was read.', RETRY],
  1080: ['network', 'The database was shut down while it was read.', RETRY],
  1317: ['network', 'Somebody ended the statement in the database.', RETRY],
  1927: ['network', 'Somebody ended the connection in the database.', RETRY],
  1412: ['schema', 'A table was changed while it was read.', RETRY],
  1146: ['schema', 'A table or view disappeared while it was read.', null],
  1054: ['schema', 'A column disappeared while it was read.', null],
  1356: [
    'schema',
    'A view cannot be read: something that it needs is gone, or its definer may not read it.',
    'SELECT from it there as the user of the data source; the view must have a definer with rights, or SQL SECURITY INVOKER.',
  ],
};

/** Faults of sockets and of the driver, by their codes. */
const BY_CODE: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: ['network', 'Nothing answers at the database’s host and port.', UNREACHABLE],
  ENOTFOUND: ['network', 'The database’s host name is unknown.', UNREACHABLE],
  EAI_AGAIN: ['network', 'The database’s host name could not be looked up.', UNREACHABLE],
  EHOSTUNREACH: ['network', 'The database’s host cannot be reached.', UNREACHABLE],
  ENETUNREACH: ['network', 'The database’s network cannot be reached.', UNREACHABLE],
  ETIMEDOUT: ['timeout', 'The database did not answer in time.', UNREACHABLE],
  ECONNRESET: BROKEN,
  EPIPE: BROKEN,
  PROTOCOL_CONNECTION_LOST: BROKEN,
  HANDSHAKE_NO_SSL_SUPPORT: [
    'tls',
    'The server does not speak TLS.',
    'Turn TLS on there; or, where the network is safe, disable it in the data source’s settings.',
  ],
  AUTH_SWITCH_PLUGIN_ERROR: [
    'auth',
    'The database wants a way of logging in that is not supported.',
    'Use a password with caching_sha2_password or mysql_native_password.',
  ],
};

/** A fault of the driver, the server or the network in our own words; null where it is none of these. */
export function mysqlError(error: unknown): SourceError | null {
  const { errno, code = '' } = (typeof error === 'object' && error !== null ? error : {}) as { readonly errno?: number; readonly code?: string };
  const sentence =
    BY_NUMBER[errno ?? 0] ?? BY_CODE[code] ?? tlsFault(code, messageOf(error)) ?? (errno !== undefined && errno > 1000 ? unexpected(errno) : null);
  return sentence && new SourceError(...sentence, { cause: error });
}

/** A fault while connecting: whatever it is, it is the connection's. */
export function connectError(error: unknown): SourceError {
  return error instanceof SourceError
    ? error
    : (mysqlError(error) ?? new SourceError('network', 'The connection to the database could not be made.', UNREACHABLE, { cause: error }));
}

/** The driver gives every fault of the handshake one code; what it was, only OpenSSL's and Node's words say. */
function tlsFault(code: string, message: string): Sentence | null {
  if (/PEM|ASN1|asn1|X509|no start line|key values mismatch/.test(`${code} ${message}`)) {
    return ['tls', 'A certificate or key in the settings cannot be read.', 'They are PEM texts, from -----BEGIN to -----END.'];
  }
  if (code !== 'HANDSHAKE_SSL_ERROR' && !/^ERR_(SSL|TLS)/.test(code)) {
    return null;
  }
  if (/altnames|does not match certificate/i.test(message)) {
    return ['tls', 'The server’s certificate is for another name.', 'Set the server name of the certificate in the data source’s settings.'];
  }
  if (/expired/i.test(message)) {
    return ['tls', 'The server’s certificate has expired.', 'Renew it there.'];
  }
  if (/self[- ]signed|unable to (verify|get)|untrusted/i.test(message)) {
    return [
      'tls',
      'The server’s certificate is not signed by an authority that we trust.',
      'Put the authority’s certificate (CA) into the data source’s settings.',
    ];
  }
  return [
    'tls',
    'The TLS handshake failed.',
    'Client and server share no protocol version; or the server wants a client certificate, or refuses the one it got.',
  ];
}

function unexpected(errno: number): Sentence {
  return ['internal', `The database could not answer (error ${errno}).`, 'Its log says more.'];
}
