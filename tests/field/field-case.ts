import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A situation that people who measure helpdesks told of in public: their rows, what they asked, and the answer that is right. */

/** One question to a case's rows. */
export interface Asked {
  readonly query: Readonly<Record<string, unknown>>;
  readonly from: string;
  readonly to: string;
  /** Settings of the data source besides the case's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * The right answer. Totals: a number, numbers by statistic, or numbers by group (the first statistic). Over time: the number of each bucket.
   * Records: how many there are, or the tickets that they are of. Events: the rows.
   */
  readonly is: unknown;
  /** What a notice must say too. */
  readonly notice?: string;
}

/** A case’s folder, read. Either it is refused, or its questions have answers. */
export interface FieldCase {
  readonly number: string;
  readonly folder: string;
  /** What the person saw, in a few words. */
  readonly saw: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly asks?: Readonly<Record<string, Asked>>;
  /** What the refusal of the rows or the settings must say: a pattern. */
  readonly refused?: string;
}

/** All cases, by number. */
export function fieldCases(): readonly FieldCase[] {
  const folder = join(__dirname, 'cases');
  return readdirSync(folder)
    .sort((a, b) => Number(a) - Number(b))
    .map((number) => {
      const text = readFileSync(join(folder, number, 'case.json'), 'utf8');
      return { ...(JSON.parse(text) as Omit<FieldCase, 'number' | 'folder'>), number, folder: join(folder, number, 'data') };
    });
}
