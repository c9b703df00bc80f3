import { messageOf } from '../../../message-of';
import { SourceError, type SourceErrorCategory } from '../../source';

type Sentence = readonly [category: SourceErrorCategory, message: string, hint: string | null];

const UNREACHABLE = 'Check host, port and firewall; from the machine that runs Grafana, not from yours.';

/** Faults by SQLSTATE. */
const BY_STATE: Readonly<Record<string, Sentence>> = {
  '28P01': ['auth', 'The database refused the user or the password.', 'Check both in the data source’s settings.'],
  '28000': ['auth', 'The database refuses this user from this machine.', 'Its pg_hba.conf must let the user in from Grafana’s machine, perhaps only with TLS.'],
  '42501': ['auth', 'The user may not read everything that is needed.', 'GRANT USAGE on the schema and SELECT on its tables to the user.'],
  '3D000': ['config', 'The database does not exist on that server.', 'Check the database’s name in the data source’s settings.'],
  '57014': ['timeout', 'The database took longer than the statement timeout.', 'Raise the timeout in the data source’s settings, or make the view faster.'],
  '25P03': [
    'timeout',
    'The database waited too long for us to read on, and ended the connection.',
    'The machine that runs Grafana may be overloaded; the next refresh tries again.',
  ],
  '55P03': ['timeout', 'A table is locked by somebody else in the database.', 'A migration or a backup may be running; the next refresh tries again.'],
  '53300': [
    'limit',
    'The database has no connection left.',
    'Raise max_connections there, or the CONNECTION LIMIT of the user or the database, or end idle connections.',
  ],
  '53400': ['limit', 'The database has reached a limit of its configuration.', null],
  '53100': ['limit', 'The database’s disk is full.', null],
  '53200': ['limit', 'The database is out of memory.', null],
  '40001': [
    'network',
    'The database (a standby, perhaps) cancelled the read because of a conflict with replication.',
    'Raise max_standby_streaming_delay, or read from the primary.',
  ],
  '57P01': ['network', 'The database was shut down while it was read.', null],
  '57P02': ['network', 'The database crashed while it was read.', null],
  '57P03': ['network', 'The database is starting up and takes no connections yet.', null],
  '42P01': ['schema', 'A table or view disappeared while it was read.', null],
  '42703': ['schema', 'A column disappeared while it was read.', null],
};

/** What a view cannot compute of its rows, by SQLSTATE. */
const UNCOMPUTED: Readonly<Record<string, string>> = {
  '22003': 'a number is out of its type’s range',
  '22007': 'a text is no date or time',
  '22008': 'a date or time is out of range',
  '22012': 'division by zero',
  '22P02': 'a text is no value of the type that it is cast to',
};

/** Faults of sockets and TLS, by Node's codes. */
const BY_CODE: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: ['network', 'Nothing answers at the database’s host and port.', UNREACHABLE],
  ENOTFOUND: ['network', 'The database’s host name is unknown.', UNREACHABLE],
  EAI_AGAIN: ['network', 'The database’s host name could not be looked up.', UNREACHABLE],
  EHOSTUNREACH: ['network', 'The database’s host cannot be reached.', UNREACHABLE],
  ENETUNREACH: ['network', 'The database’s network cannot be reached.', UNREACHABLE],
  ETIMEDOUT: ['timeout', 'The database’s host does not answer.', UNREACHABLE],
  ECONNRESET: ['network', 'The connection to the database broke.', null],
  EPIPE: ['network', 'The connection to the database broke.', null],
  CERT_HAS_EXPIRED: ['tls', 'The server’s certificate has expired.', 'Renew it there.'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'tls',
    'The server’s certificate is for another name.',
    'Set the server name of the certificate in the data source’s settings.',
  ],
  ERR_OSSL_X509_KEY_VALUES_MISMATCH: [
    'tls',
    'The client certificate and its key do not belong together.',
    'Put a certificate and the key that it was made with into the data source’s settings.',
  ],
  EPROTO: ['tls', 'The TLS handshake failed.', 'Client and server share no protocol version, or a client certificate is missing.'],
};

const UNTRUSTED: Sentence = [
  'tls',
  'The server’s certificate is not signed by an authority that we trust.',
  'Put the authority’s certificate (CA) into the data source’s settings.',
];
const WANTS_CERTIFICATE: Sentence = [
  'tls',
  'The server wants a client certificate.',
  'Put a certificate that its authority signed, and its key, into the data source’s settings.',
];
const MAY_NOT_CONNECT: Sentence = ['auth', 'The user may not connect to this database.', 'GRANT CONNECT ON DATABASE … TO the user, with the database’s name.'];
const BROKEN: Sentence = ['network', 'The connection to the database broke.', null];

/** A fault of the driver, the server or the network in our own words; null where it is none of these. */
export function postgresError(error: unknown): SourceError | null {
  const code = codeOf(error);
  const sentence =
    // its routine is the same in whatever language its messages are
    (code === '42501' && fieldOf(error, 'routine') === 'CheckMyDatabase' ? MAY_NOT_CONNECT : null) ??
    (code === '28000' && /client certificate/.test(messageOf(error)) ? WANTS_CERTIFICATE : null) ??
    BY_STATE[code] ??
    BY_CODE[code] ??
    byCode(code) ??
    byMessage(messageOf(error)) ??
    (isServers(error) ? unexpected(code) : null);
  return sentence && new SourceError(...sentence, { cause: error });
}

/** A fault of reading one table, which is named where it may be the table's own; null where it is none of the server's. */
export function tableError(error: unknown, label: string): SourceError | null {
  const code = codeOf(error);
  const sentence = isServers(error) ? ofTable(code, label) : null;
  return sentence && new SourceError(...sentence, { cause: error });
}

function ofTable(code: string, label: string): Sentence | null {
  if (code === '42501') {
    return [
      'auth',
      `${label}: the user may read it, but not everything that it is made of.`,
      'It may be a view whose owner lacks SELECT on a table, USAGE on a schema or EXECUTE on a function behind it: a view reads with the rights of its owner.',
    ];
  }
  if (code.startsWith('22')) {
    const why = UNCOMPUTED[code] === undefined ? '' : `: ${UNCOMPUTED[code]}`;
    const message = `${label}: the database cannot compute a value of it${why} (SQLSTATE ${code}).`;
    return ['schema', message, 'Mend the view, with CASE or NULLIF for rows that cannot be computed.'];
  }
  return BY_STATE[code] || byCode(code) ? null : ['internal', `${label}: the database cannot read it (SQLSTATE ${stateOf(code)}).`, 'Its log says more.'];
}

/** A fault while connecting: whatever it is, it is the connection's. */
export function connectError(error: unknown): SourceError {
  return error instanceof SourceError
    ? error
    : (postgresError(error) ?? new SourceError('network', 'The connection to the database could not be made.', UNREACHABLE, { cause: error }));
}

function byCode(code: string): Sentence | null {
  if (/SELF_SIGNED|UNABLE_TO_|CERT_(UNTRUSTED|SIGNATURE|CHAIN|REJECTED)|INVALID_CA|DEPTH_ZERO/.test(code)) {
    return UNTRUSTED;
  }
  if (/^ERR_(OSSL|SSL|TLS|CRYPTO)|^CERT_/.test(code)) {
    return /PEM|ASN1|X509|KEY|NO_START_LINE|BAD_/.test(code) && !/SSLV3|ALERT/.test(code)
      ? ['tls', 'A certificate or key in the settings cannot be read.', 'They are PEM texts, from -----BEGIN to -----END.']
      : ['tls', 'The TLS handshake failed.', 'The server may want a client certificate, or refuse the one it got.'];
  }
  return /^08/.test(code) ? BROKEN : null;
}

/** The driver's own faults have no codes. */
function byMessage(message: string): Sentence | null {
  if (/timeout expired|timeout exceeded/.test(message)) {
    return ['timeout', 'The database did not answer in time.', UNREACHABLE];
  }
  if (/does not support SSL|error establishing an SSL/.test(message)) {
    return ['tls', 'The server does not speak TLS.', 'Turn TLS on there; or, where the network is safe, disable it in the data source’s settings.'];
  }
  if (/client password must be/.test(message)) {
    return [
      'auth',
      'The database wants a password, and none is set.',
      'Type it in the data source’s settings; in a file for commands it stands in secureJsonData.',
    ];
  }
  if (/SASL|password must be a string|unknown authentication|Unknown auth/i.test(message)) {
    return ['auth', 'The database wants a password, or a way of logging in that is not supported.', 'Use a password with scram-sha-256 or md5.'];
  }
  return /Connection terminated|connection error and is not queryable|Client was closed|Premature close/i.test(message) ? BROKEN : null;
}

/** Whether the server itself reported the fault. */
function isServers(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'severity' in error;
}

function unexpected(state: string): Sentence {
  return ['internal', `The database could not answer (SQLSTATE ${stateOf(state)}).`, 'Its log says more.'];
}

const stateOf = (code: string): string => (/^[0-9A-Z]{5}$/.test(code) ? code : 'unknown');

const codeOf = (error: unknown): string => fieldOf(error, 'code');

/** What an error has of a name, as text. */
function fieldOf(error: unknown, field: string): string {
  return typeof error === 'object' && error !== null && field in error ? String(error[field as keyof typeof error]) : '';
}
