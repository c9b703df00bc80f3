/** What a layout’s SELECT says in words of its own connection’s SQL; the rest is SQL that all of them know. */
export interface Flavour {
  /** A value as text; also what makes texts of several character sets comparable. */
  readonly text: (value: string) => string;
  /** The instant so many seconds after 1970, of a number that need not be whole. */
  readonly instant: (seconds: string) => string;
  /** A time without a zone: where clocks show it twice, and a condition is true, it is the second of the two. See `inOrder` (doubled-hour.ts). */
  readonly again: (time: string, isAgain: string) => string;
  /** What a session in the server’s own zone sees of a `timestamp`, as clocks show it: what a program wrote that knows of no zones. */
  readonly shown: (timestamp: string) => string;
  /** Texts one after the other; null where one of them is. */
  readonly concat: (...texts: readonly string[]) => string;
  /** A text as a literal, whatever is in it; where a number is wanted, the number that it writes. */
  readonly literal: (text: string) => string;
  /** Whether two values are the same; two nulls are. */
  readonly same: (a: string, b: string) => string;
  /** What a JSON text has at a path of names and places (from 0), as text; null where it has nothing there, and of no text. */
  readonly json: (text: string, ...path: ReadonlyArray<string | number>) => string;
  /** A SELECT of rows of expressions, at least one, under the names of columns. */
  readonly values: (columns: readonly string[], rows: ReadonlyArray<readonly string[]>) => string;
  /** The texts of a group as a list, in an order; null where there are none. */
  readonly list: (value: string, order: string) => string;
  /** Values by their keys, as a JSON object. */
  readonly object: (fields: Readonly<Record<string, string>>) => string;
}
