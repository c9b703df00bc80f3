/** What a setting is where nobody wrote it. Plain data: the editor of settings shows it in empty fields. */
export const SETTING_DEFAULTS = {
  timeZone: 'UTC',
  weekStart: 'monday',
  hoursPerWorkday: 8,
  pausingStatuses: ['waiting_customer', 'on_hold'],
  refreshInterval: '10m',
  maxAge: '1h',
  surveyRole: 'Editor',
} as const;

/** What a setting of the store is where nobody wrote it. */
export const STORE_DEFAULTS = { directory: null, memoryLimit: '1GB', threads: null, overlap: '5m', sweepInterval: '1h', reloadInterval: '1d' } as const;

/** What a setting of a source is where nobody wrote it: of files, and of a database. */
export const FILES_DEFAULTS = { databaseTimeZone: 'UTC', readTimeout: '10m' } as const;
const DATABASE_DEFAULTS = { tls: { mode: 'verify-full' }, databaseTimeZone: 'UTC', statementTimeout: '10m' } as const;
export const POSTGRES_DEFAULTS = { port: 5432, schema: 'public', ...DATABASE_DEFAULTS } as const;
export const MYSQL_DEFAULTS = { port: 3306, ...DATABASE_DEFAULTS } as const;

/** The least and the greatest of a setting that is a whole number. */
export const WHOLE_BOUNDS = { port: { least: 1, most: 65_535 }, threads: { least: 1, most: 64 } } as const;
