import { parseArgs } from 'node:util';

import { DEFAULTS } from './ensure';
import { DEMO_LAYOUTS, type DemoLayout } from './make';
import { type Format, FORMATS } from './manifest';

/** What `npm run demo` can be told. */
export const USAGE = `Makes a demo helpdesk: the same seed and end give the same files.

npm run demo -- [options]
  --tickets N       how many tickets (default ${DEFAULTS.tickets})
  --months N        over how many months (default ${DEFAULTS.months})
  --seed N          another helpdesk (default ${DEFAULTS.seed})
  --end ISO|now     the last instant (default now, to the minute)
  --out DIR         the folder (default .demo/helpdesk)
  --format NAME     ${FORMATS.join(', ')} (default ${DEFAULTS.format})
  --force           make it even if it is there
  --postgres URL    fill a PostgreSQL instead of a folder
  --schema NAME     its schema (default public)
  --mysql URL       fill a MySQL or MariaDB database instead (mysql://user:password@host:port/database)
  --layout NAME     whose tables: ${DEMO_LAYOUTS.join(', ')} (default canonical)`;

/** The options of one run; what was not given is undefined. */
export interface Options {
  readonly tickets?: number;
  readonly months?: number;
  readonly seed?: number;
  readonly end?: string;
  readonly format?: Format;
  readonly out: string;
  readonly force: boolean;
  readonly postgres: string | null;
  readonly mysql: string | null;
  readonly schema: string;
  readonly layout: DemoLayout;
  readonly help: boolean;
}

/** Reads the command line; what is wrong is an error that quotes it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string' },
      months: { type: 'string' },
      seed: { type: 'string' },
      end: { type: 'string' },
      out: { type: 'string', default: '.demo/helpdesk' },
      format: { type: 'string' },
      force: { type: 'boolean', default: false },
      postgres: { type: 'string' },
      schema: { type: 'string', default: 'public' },
      mysql: { type: 'string' },
      layout: { type: 'string', default: 'canonical' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const layout = oneOf('layout', values.layout, DEMO_LAYOUTS);
  if (layout !== 'canonical' && values.postgres === undefined && values.mysql === undefined) {
    throw new Error(`--layout ${layout} is for a database: say which with --postgres URL or --mysql URL.`);
  }
  if (values.postgres !== undefined && values.mysql !== undefined) {
    throw new Error('--postgres and --mysql are two places: fill one at a time.');
  }
  return {
    tickets: wholeNumber('tickets', values.tickets, 1, 5_000_000),
    months: wholeNumber('months', values.months, 1, 120),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
    end: values.end === 'now' ? undefined : values.end,
    format: values.format === undefined ? undefined : oneOf('format', values.format, FORMATS),
    out: values.out,
    force: values.force,
    postgres: values.postgres ?? null,
    mysql: values.mysql ?? null,
    schema: values.schema,
    layout,
    help: values.help,
  };
}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const number = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new Error(`--${name} ${text} is not a whole number from ${least} to ${most}.`);
  }
  return number;
}

function oneOf<Word extends string>(option: string, name: string, words: readonly Word[]): Word {
  const known = words.find((one) => one === name);
  if (known === undefined) {
    throw new Error(`--${option} ${name} is none of ${words.join(', ')}.`);
  }
  return known;
}
