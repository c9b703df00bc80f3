/** A kind of database that holds the helpdesk of these tests. */
export interface FaultHost {
  readonly name: string;
  /** A `describe` around a server of this kind; `desk` is its helpdesk, once it runs. */
  readonly describe: (name: string, define: (desk: () => FaultDesk) => void) => void;
}

/** A small helpdesk whose owner can slow its reading down: `pace.seconds` pass before the first message is read. */
export interface FaultDesk {
  /** How a source reads it, without a password. */
  readonly source: Readonly<Record<string, unknown>> & { readonly port: number };
  readonly password: string;
  /** Makes its tables: 3,000 tickets, each answered after ten minutes. */
  make(): Promise<void>;
  /** Runs statements as the tables’ owner, one after the other, on a connection of their own. */
  run(...statements: readonly string[]): Promise<void>;
  /** Keeps everybody from reading a table until the answer is called. */
  lock(table: string): Promise<() => Promise<void>>;
  /** Waits until the product is in the middle of reading the messages. */
  reads(): Promise<void>;
  crash(): Promise<void>;
  restart(): Promise<void>;
  readonly words: FaultWords;
}

/** What one kind of database says otherwise than the other: statements, and what is then said. */
export interface FaultWords {
  /** Adds tickets of some ids, and an answer to each after ten minutes. */
  readonly more: (first: number, last: number) => readonly string[];
  readonly password: (password: string) => string;
  /** Takes every connection from the reader, gives them back, and what is said meanwhile. */
  readonly crowd: readonly [take: string, give: string, said: RegExp];
  /** Gives the time of creation another type with a word in it, and back. */
  readonly otherType: readonly [there: readonly string[], back: readonly string[]];
  /** Takes the right to read, gives it back, and what is said meanwhile. */
  readonly right: readonly [take: string, give: string, said: RegExp];
  /** Takes the view of messages away, and gives it back. */
  readonly messages: readonly [hide: string, show: string];
  /** How the place of the tables is called: `schema "public"`. */
  readonly place: string;
}
