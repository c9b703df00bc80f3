import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a helpdesk is written as. */
export const FORMATS = ['parquet', 'csv', 'duckdb'] as const;
export type Format = (typeof FORMATS)[number];

/** Raised whenever the same plan makes other rows. */
export const VERSION = 5;

/** What a folder says of the helpdesk in it. It is written last: a folder that has one is complete. */
export interface Manifest {
  readonly version: number;
  readonly seed: number;
  readonly tickets: number;
  readonly months: number;
  /** The last instant, exclusive. */
  readonly end: string;
  /** Whether somebody chose the end: then it does not grow old. */
  readonly isEndChosen: boolean;
  readonly format: Format;
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Hidden: “Save & test” names the files of a folder that are no table’s. */
const NAME = '.manifest.json';

/** What it was called before: a folder that has this one is a demo too, of another version. */
const FORMER_NAME = 'manifest.json';

/** The manifest of a folder, or null where there is no complete helpdesk. */
export function readManifest(folder: string): Manifest | null {
  return read(join(folder, NAME)) ?? read(join(folder, FORMER_NAME));
}

function read(path: string): Manifest | null {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>;
    return typeof manifest.version === 'number' && typeof manifest.tickets === 'number' && typeof manifest.end === 'string' ? (manifest as Manifest) : null;
  } catch {
    return null;
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`);
}
