import fc from 'fast-check';

import { SECRETS } from '../../src/shared/settings';
import { context } from './contexts';
import { hostileJson, hostileText } from './hostile';
import type { Input, Source } from './input';
import { mutated, mutations } from './mutate';
import { END, int64 } from './ranges';

const KEYS = [
  'source',
  'type',
  'path',
  'host',
  'port',
  'database',
  'user',
  'schema',
  'tls',
  'mode',
  'serverName',
  'statementTimeout',
  'timeZone',
  'weekStart',
  'calendars',
  'id',
  'name',
  'hours',
  'exceptions',
  'weekday',
  'start',
  'end',
  'validFrom',
  'defaultCalendar',
  'agentCalendars',
  'topBox',
  'surveyRole',
  'surveyWithoutUser',
  'store',
  'directory',
  'memoryLimit',
  'threads',
  'refreshInterval',
  'maxAge',
  'tlsSkipVerify',
];

const files = {
  source: { type: 'files', path: '<tiny>' },
  store: { directory: '<store>', memoryLimit: '256MB', threads: 1 },
  timeZone: 'Europe/Amsterdam',
  refreshInterval: '1h',
  maxAge: '10000d',
};
// nobody listens there
const postgres = {
  ...files,
  source: {
    type: 'postgres',
    host: '127.0.0.1',
    port: 1,
    database: 'helpdesk',
    user: 'grafana',
    schema: 'public',
    tls: { mode: 'disable' },
    statementTimeout: '2s',
  },
};
const mysql = { ...postgres, source: { ...postgres.source, type: 'mysql', schema: undefined } };
const calendars = {
  ...files,
  defaultCalendar: 'office',
  agentCalendars: { a1: 'office' },
  topBox: { '1-5': 0.5 },
  calendars: [
    {
      id: 'office',
      name: 'Office',
      timeZone: 'Europe/Amsterdam',
      hours: [{ weekday: 1, start: '09:00', end: '17:00' }],
      exceptions: [{ date: '2026-04-27', kind: 'holiday' }],
    },
  ],
};

const json = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(fc.constantFrom<object[]>(files, postgres, mysql, calendars), mutations(KEYS)).map(([good, changes]) => mutated(good, changes)),
    },
    { weight: 1, arbitrary: fc.constantFrom<object[]>(files, postgres, mysql, calendars) },
    { weight: 2, arbitrary: hostileJson }
  )
  .map(aloof);

/** A host of which a name server would be asked is another: the machine’s own and nobody else’s. */
function aloof(settings: unknown): unknown {
  const source = (settings as { source?: { host?: unknown } } | null)?.source;
  return typeof source?.host === 'string' && !/^(127\.0\.0\.1|\[?::1\]?|\/.*|)$/.test(source.host)
    ? { ...(settings as object), source: { ...source, host: '127.0.0.1' } }
    : settings;
}

const source: fc.Arbitrary<Source> = fc
  .record(
    {
      // few names: each is a data source that stays open
      uid: fc.constantFrom('s0', 's1', 's2', "s'3", '../s4', ''),
      updated: fc.oneof(fc.nat({ max: 5 }).map(String), int64),
      secrets: fc.dictionary(
        fc.constantFrom(...SECRETS, '__proto__', 'other'),
        hostileText.filter((text) => text.length < 2_000),
        { maxKeys: 3 }
      ),
    },
    { requiredKeys: [] }
  )
  .chain((own) =>
    fc.oneof({ weight: 8, arbitrary: json.map((value) => ({ ...own, json: value })) }, { weight: 1, arbitrary: hostileText.map((text) => ({ ...own, text })) })
  );

/** A data source of any settings, asked for its health, a number or its status. */
export const settingsInput: fc.Arbitrary<Input> = fc
  .tuple(
    source,
    context,
    fc.constantFrom<Array<Partial<Input> & Pick<Input, 'call'>>>(
      { call: 'health' },
      { call: 'query', queries: [{ json: { metric: 'opened', view: 'totals' }, from: String(END - 86_400_000), to: String(END) }] },
      { call: 'resource', path: 'status' },
      { call: 'resource', path: 'dimensions/team/values' }
    )
  )
  .map(([own, more, call]) => ({ ...more, ...call, source: own }));
