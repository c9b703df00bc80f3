import { z } from 'zod';

import { MESSAGE } from './bounds';
import { type Calendar, EXCEPTION_KINDS, type ExceptionRow, type HoursRow, type WrittenCalendar } from './calendar';
import { quoted, shortened, told } from './echo';
import { durationMs, isDuration, isSize, isTicketUrl, isTimeOfDay, isWrittenAsDate, megabytes } from './formats';
import { type ConnectionType, DEFAULT_LAYOUT } from './layouts';
import { suggestion } from './nearest';
import { target } from './target-settings';
import { unknownSetting } from './unknown-setting';
import { FILES_DEFAULTS, MYSQL_DEFAULTS, POSTGRES_DEFAULTS, SETTING_DEFAULTS, STORE_DEFAULTS, WHOLE_BOUNDS } from './setting-defaults';
import { ANSWER_KINDS, type AnswerKind, OWN_TABLES, type OwnTable, SLA_CLOCKS, WEEK_STARTS } from './words';

/** The data source's settings: jsonData (and secureJsonData for secrets). */

const duration = (least: string, most: string) =>
  z
    .string()
    .refine(isDuration, 'is a duration such as 30s, 5m, 1h or 1d')
    .refine(
      (words) => !isDuration(words) || (durationMs(words) >= durationMs(least) && durationMs(words) <= durationMs(most)),
      `is at least ${least} and at most ${most}`
    );
/** A word for another program: an unseen character in it would mean something else there. */
const plain = (what: string) =>
  z
    .string()
    .refine((word) => word !== '', what)
    .refine((word) => !/[\p{Cc}\u2028\u2029]/u.test(word), 'holds a character that cannot be seen: write it anew');
const size = z
  .string()
  .refine(isSize, 'is a size such as 512MB or 1GB')
  .refine((words) => !isSize(words) || (megabytes(words) >= 64 && megabytes(words) <= 4_000_000), 'is at least 64MB and at most 4000GB');
const time = z.string().refine(isTimeOfDay, 'is a time such as 09:00');
const date = z.string().refine(isWrittenAsDate, 'is a date such as 2026-03-28');
const whole = ({ least, most }: { readonly least: number; readonly most: number }) => z.number().int().min(least).max(most);

const answerKind = z.string().refine((word): word is AnswerKind => (ANSWER_KINDS as readonly string[]).includes(word), {
  error: ({ input }) =>
    `is ${quoted(String(input))}, which is no kind of message that can count.${suggestion(String(input), ANSWER_KINDS)} There are ${ANSWER_KINDS.join(', ')}`,
});

/** Whose tables they are: the name of a layout. Which there are, and over which connections, is checked where the source is made. */
const layout = plain('names a layout').default(DEFAULT_LAYOUT);

/** What the layout asks besides, by name; which options it has is checked where the source is made. */
const layoutOptions = z.record(z.string(), z.union([plain('names one of what the helpdesk has'), z.number()]).transform(String)).default({});

const files = z.strictObject({
  type: z.literal('files'),
  layout,
  /** A folder of CSV or Parquet files in the canonical layout, or one DuckDB file. */
  path: plain('names a folder or a DuckDB file'),
  /** The time zone of instants that are written without one. */
  databaseTimeZone: z.string().default(FILES_DEFAULTS.databaseTimeZone),
  /** How long reading one table may take. */
  readTimeout: duration('1s', '1d').default(FILES_DEFAULTS.readTimeout),
});

/** What every database is reached by. */
const database = {
  layout,
  layoutOptions,
  host: plain('names a host'),
  database: plain('names a database'),
  user: plain('names a user'),
  tls: z
    .strictObject({
      mode: z.enum(['disable', 'require', 'verify-ca', 'verify-full']).default(POSTGRES_DEFAULTS.tls.mode),
      serverName: plain('names a server').or(z.literal('')).optional(),
    })
    .default(POSTGRES_DEFAULTS.tls),
  /** The time zone of instants that are kept without one (`timestamp without time zone`, `DATETIME`). */
  databaseTimeZone: z.string().default(POSTGRES_DEFAULTS.databaseTimeZone),
  statementTimeout: duration('1s', '1d').default(POSTGRES_DEFAULTS.statementTimeout),
};

const postgres = z.strictObject({
  type: z.literal('postgres'),
  ...database,
  port: whole(WHOLE_BOUNDS.port).default(POSTGRES_DEFAULTS.port),
  /** The schema that holds the helpdesk's tables or views. */
  schema: plain('names a schema').default(POSTGRES_DEFAULTS.schema),
});

const mysql = z.strictObject({
  type: z.literal('mysql'),
  ...database,
  port: whole(WHOLE_BOUNDS.port).default(MYSQL_DEFAULTS.port),
});

const calendar: z.ZodType<Calendar, WrittenCalendar> = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().optional(),
    timeZone: z.string(),
    hours: z
      .array(
        z.strictObject({
          weekday: z.number().int().min(1).max(7),
          start: time,
          end: time,
          validFrom: date.nullable().default(null),
          validTo: date.nullable().default(null),
        } satisfies Record<keyof HoursRow, z.ZodType>)
      )
      .default([]),
    exceptions: z
      .array(
        z.strictObject({
          date,
          kind: z.enum(EXCEPTION_KINDS),
          start: time.nullable().default(null),
          end: time.nullable().default(null),
        } satisfies Record<keyof ExceptionRow, z.ZodType>)
      )
      .default([]),
  } satisfies Record<keyof Calendar, z.ZodType>)
  .transform(({ name, ...rest }) => ({ ...rest, name: name ?? rest.id }));

const slaTarget = z.strictObject({
  /** A policy of the helpdesk's, whose targets these replace; null = all tickets that have no policy there. */
  policy: z.string().min(1).nullable().default(null),
  clock: z.string().refine((word): word is (typeof SLA_CLOCKS)[number] => (SLA_CLOCKS as readonly string[]).includes(word), {
    error: ({ input }) => `is ${quoted(String(input))}, which is no SLA clock.${suggestion(String(input), SLA_CLOCKS)} There are ${SLA_CLOCKS.join(', ')}`,
  }),
  /** null = every priority that has no target of its own. */
  priority: z.string().min(1).nullable().default(null),
  target: duration('1s', '3650d'),
  /** In whose hours it is counted; null = around the clock, the default calendar where not given. */
  calendar: z.string().min(1).nullable().optional(),
  pauses: z.boolean().default(false),
});

/** Where a table comes from instead of the helpdesk: a CSV or Parquet file, or a table or view of the same database, its schema before a dot. */
const place = z
  .strictObject({ file: plain('names a file').optional(), table: plain('names a table').optional() })
  .refine(({ file, table }) => (file === undefined) !== (table === undefined), 'names either a file or a table, such as {"file": "/srv/planner/shifts.csv"}');

const ownTables = z
  .record(z.string(), place)
  .superRefine((tables, { addIssue }) => {
    for (const name of Object.keys(tables)) {
      if (!OWN_TABLES.some((one) => one === name)) {
        const message = `has ${quoted(name)}, which cannot come from a place of its own.${suggestion(name, OWN_TABLES)} There are ${OWN_TABLES.join(', ')}`;
        addIssue({ code: 'custom', message });
      }
    }
  })
  .transform((tables) => tables as { readonly [Table in OwnTable]?: z.output<typeof place> });

/** What is written of each connection; each stands in the union below. */
const sources = { files, postgres, mysql } satisfies Readonly<Record<ConnectionType, z.ZodType>>;

const model = z.strictObject({
  source: z.discriminatedUnion('type', [sources.files, sources.postgres, sources.mysql]),
  /** The report time zone and week start where a request brings none: alerting. */
  timeZone: z.string().default(SETTING_DEFAULTS.timeZone),
  weekStart: z.enum(WEEK_STARTS).default(SETTING_DEFAULTS.weekStart),
  /** How many hours a working day has, for durations written in working days. */
  hoursPerWorkday: z
    .number()
    .refine((hours) => hours > 0 && hours <= 24, 'is a number of hours above 0 and up to 24')
    .default(SETTING_DEFAULTS.hoursPerWorkday),
  /** Calendars besides those of the helpdesk. */
  calendars: z.array(calendar).default([]),
  /** Tables that come from a place of their own, each as a whole instead of the helpdesk's: what it does not keep. */
  tables: ownTables.default({}),
  /** The calendar of tickets without an SLA policy. */
  defaultCalendar: z.string().nullable().default(null),
  /** Agents' calendars by agent id, over those of the helpdesk. */
  agentCalendars: z.record(z.string(), z.string()).default({}),
  /** SLA targets, where the helpdesk has none. */
  slaTargets: z.array(slaTarget).default([]),
  /** What numbers ought to be: goal lines and colours of the answers. */
  targets: z.array(target).default([]),
  /** The statuses that pause the SLA clocks of a ticket without stage events: words of STATUS_KINDS. */
  pausingStatuses: z.array(z.string()).default(() => [...SETTING_DEFAULTS.pausingStatuses]),
  /** Kinds of message that count besides replies, of both sides: public notes, calls, forwards. */
  answers: z.array(answerKind).default([]),
  /** A customer who writes after a longer silence begins a new conversation, as if the ticket had been closed; null = only a close does. */
  newConversationAfter: duration('1m', '36500d').nullable().default(null),
  /** Ids of agents and teams that mean nobody, such as "0". */
  unassignedIds: z.array(z.union([z.string().min(1), z.number()]).transform(String)).default([]),
  /** The share of a scale from which a rating is positive, by scale ("1-5"); 0.75 where not given. */
  topBox: z
    .record(
      z.string(),
      z.number().refine((share) => share > 0 && share <= 1, 'is a share above 0, of which every rating is positive, and up to 1, the greatest rating alone')
    )
    .default({}),
  /** A ticket’s address in the helpdesk, with {id} or {number} in the place of its own; null = tickets have no links. */
  ticketUrl: z.string().refine(isTicketUrl, 'is an address such as https://desk.example.com/tickets/{id}, or with {number}').nullable().default(null),
  /** The least Grafana role that sees survey metrics. */
  surveyRole: z.enum(['Viewer', 'Editor', 'Admin']).default(SETTING_DEFAULTS.surveyRole),
  /** Whether alert rules see survey metrics, and whether public dashboards do; both true where nothing says otherwise. */
  surveyInAlerts: z.boolean().optional(),
  surveyOnPublicDashboards: z.boolean().optional(),
  /** What both were before they were two: the default of either where it is written. */
  surveyWithoutUser: z.boolean().optional(),
  store: z
    .strictObject({
      /** Where the store lives; the plugin's own data folder by default. */
      directory: plain('names a folder').nullable().default(STORE_DEFAULTS.directory),
      memoryLimit: size.default(STORE_DEFAULTS.memoryLimit),
      threads: whole(WHOLE_BOUNDS.threads).nullable().default(STORE_DEFAULTS.threads),
      /** How long before what was read last the reading of changes starts again: so late a row may be committed. */
      overlap: duration('0s', '30d').default(STORE_DEFAULTS.overlap),
      /** How often all keys are compared, by which rows are found that are gone or came later than the overlap. */
      sweepInterval: duration('1s', '365d').default(STORE_DEFAULTS.sweepInterval),
      /** How often all is read anew, where only changes are read in between. */
      reloadInterval: duration('1m', '365d').default(STORE_DEFAULTS.reloadInterval),
    })
    .default(STORE_DEFAULTS),
  refreshInterval: duration('1s', '365d').default(SETTING_DEFAULTS.refreshInterval),
  /** Alert requests get an error when the data is older than this. */
  maxAge: duration('0s', '36500d').default(SETTING_DEFAULTS.maxAge),
});

/** The model with those defaults filled in that other settings decide. */
const settled = model.transform(({ surveyWithoutUser = true, surveyInAlerts = surveyWithoutUser, surveyOnPublicDashboards = surveyWithoutUser, ...rest }) => ({
  ...rest,
  surveyInAlerts,
  surveyOnPublicDashboards,
}));

/** The settings as people write them. */
export type SettingsInput = z.input<typeof settled>;
/** The settings with defaults filled in. */
export type Settings = z.output<typeof settled>;
/** The settings of where the helpdesk's rows come from. */
export type SourceSettings = Settings['source'];

/** The JSON Schema of the settings, for provisioning as code. */
export function settingsSchema(): object {
  return z.toJSONSchema(settled, { io: 'input', unrepresentable: 'any' });
}

/** The names of the secrets (secureJsonData). */
export const SECRETS = ['password', 'tlsCa', 'tlsClientCertificate', 'tlsClientKey'] as const;

/** A fault in the settings, in a sentence that names the setting. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(message: string, options?: ErrorOptions) {
    super(shortened(message, MESSAGE), options);
  }
}

/** Reads jsonData. Grafana's own keys are ignored; an unknown key of ours is an error that names the nearest right one. */
export function parseSettings(json: unknown): Settings {
  if (typeof json !== 'object' || json === null || !('source' in json)) {
    throw new SettingsError('The data source has no source yet: choose where the helpdesk’s tables are (files, PostgreSQL or MySQL) and save.');
  }
  const own = Object.fromEntries(Object.entries(json).filter(([key]) => !GRAFANA_KEYS.has(key)));
  const result = settled.safeParse(own);
  if (!result.success) {
    throw new SettingsError(
      told(result.error.issues, (issue) => {
        const place = issue.path.map(String).join('.');
        return issue.code === 'unrecognized_keys'
          ? told(issue.keys, (key) => unknownSetting(settingsSchema(), SECRETS, issue.path, key))
          : `The setting ${quoted(place)} ${ended(issue.code === 'custom' ? issue.message : `is wrong: ${issue.message}`)}`;
      })
    );
  }
  return result.data;
}

/** A sentence with its end: one that ends by asking back has it. */
function ended(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

/** Keys that Grafana itself puts into jsonData. */
const GRAFANA_KEYS = new Set([
  'pdcInjected',
  'enableSecureSocksProxy',
  'alertmanagerUid',
  'manageAlerts',
  'allowAsRecordingRulesTarget',
  'implementation',
  'tlsAuth',
  'tlsAuthWithCACert',
  'tlsSkipVerify',
  'oauthPassThru',
]);
