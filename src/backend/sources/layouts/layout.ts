import type { ColumnName, TableName } from '../../canonical/tables';
import type { ConnectionType, LayoutChoice } from '../../../shared/layouts';
import type { Flavour } from './flavour';

/** Tables of a helpdesk’s own, and columns of each. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Whose tables a source reads. */
export type Layout = CanonicalLayout | HelpdeskLayout;

/** Tables that are canonical already: each is read as it stands. */
export interface CanonicalLayout extends LayoutChoice {
  readonly kind: 'canonical';
}

/** A helpdesk’s own tables: for each canonical table one SELECT over them, or why there is none. */
export interface HelpdeskLayout extends LayoutChoice {
  readonly kind: 'helpdesk';
  /** Those that run SELECTs: files are canonical, always. */
  readonly connections: ReadonlyArray<Exclude<ConnectionType, 'files'>>;
  /** How its version is found, and which are known; null where its tables do not tell. */
  readonly version: LayoutVersion | OldestSeen | null;
  /** Where the values are that an option may have: each of its `options`. */
  readonly values?: Readonly<Record<string, OptionValues>>;
  /** Whether the instants that its tables keep without a zone are UTC’s, whatever the settings say of the database’s; else they are the settings’ to say. */
  readonly clocks?: 'utc';
  /** What code must read before the SELECTs can be made, such as YAML in a text: a few rows each, by name. What they say is a part of the SELECTs: where it changes, all is read anew. */
  readonly documents?: Readonly<Record<string, LayoutDocuments>>;
  /** What of its documents cannot be read, and what that costs, in a sentence each. */
  readonly doubts?: (here: Here, sql: Flavour) => readonly string[];
  /** What the names of its tables begin with where the option `prefix` says nothing else, so everywhere in `reads` and in the SELECTs. */
  readonly prefix?: string;
  /** Numbers that it cannot give though their tables have rows, and why, each in a few words: “transfers: Chatwoot keeps no history of assignees”. */
  readonly untold?: readonly string[];
  /** Every canonical table: a new one is to be thought of in each layout. */
  readonly tables: { readonly [Table in TableName]: LayoutTable<Table> };
}

/** Where a canonical table’s rows come from, or in a few words why they cannot: “keeps no history of presence”. */
export type LayoutTable<Table extends TableName = TableName> = LayoutSelect<Table> | { readonly none: string };

/** A canonical table’s rows in the helpdesk’s own tables. */
export interface LayoutSelect<Table extends TableName = TableName> {
  /** What the SELECT reads: where something of it is missing, the layout does not fit. */
  readonly reads: Columns;
  /** What it reads besides, where that is there and may be read: what came with a later version or an edition. */
  readonly maybe?: Columns;
  /** The SELECT: its columns are called as the canonical ones. Tables stand in it without a schema. */
  readonly select: (sql: Flavour, here: Here) => string;
  /** Of the canonical columns that it does not give those of which a word should be said, and in a few words why: “has one inbox”. */
  readonly without?: Readonly<Partial<Record<ColumnName<Table>, string>>>;
  /** Why some helpdesks lack what it reads (an edition, a module): then the table stays empty and nothing is wrong. */
  readonly optional?: string;
}

/** A few rows of a helpdesk’s own that code reads. */
export interface LayoutDocuments {
  readonly reads: Columns;
  readonly maybe?: Columns;
  readonly select: (sql: Flavour, here: Omit<Here, 'documents'>) => string;
}

/** A row of documents: each value as a text. */
export type DocumentRow = Readonly<Record<string, string | null>>;

/** What a layout’s SELECT may know of the database that it is for, and of the settings. */
export interface Here {
  /** Whether a column is there and may be read; ask it of what is in `maybe`. */
  readonly has: (table: string, column: string) => boolean;
  /** The columns of a table that may be read, in its order: those that each helpdesk names by itself. */
  readonly columns: (table: string) => readonly string[];
  /** The value of an option, as a literal; of one that names several, their ids in one text with commas between them. */
  readonly option: (name: string) => string;
  /** The rows of one of the layout’s documents. */
  readonly documents: (name: string) => readonly DocumentRow[];
}

/** The values that an option may have. */
export interface OptionValues {
  readonly reads: Columns;
  /** A SELECT of each value and what people call it, in the order in which they are told. */
  readonly select: (sql: Flavour) => string;
  /** What several of them are called: “accounts”. */
  readonly called: string;
}

/** The oldest version of a helpdesk that keeps no version in its tables: known by a column that came with it. */
export interface OldestSeen {
  readonly oldest: string;
  readonly table: string;
  readonly column: string;
}

/** How a helpdesk’s version is found, and between which versions its tables are known. */
export interface LayoutVersion {
  readonly reads: Columns;
  /** A SELECT of one text, no row or null where the helpdesk does not say. */
  readonly select: (sql: Flavour) => string;
  readonly oldest: Release;
  readonly newest: Release;
}

/** One version of a helpdesk. */
export interface Release {
  /** As people say it: “4.2”. */
  readonly label: string;
  /** As the SELECT gives it; digits count as numbers, so that 4.10 comes after 4.9. */
  readonly mark: string;
}

/** A layout with the name that the settings give it. */
export interface Named<L extends Layout = Layout> {
  readonly name: string;
  readonly layout: L;
  /** What the settings say to its options. */
  readonly options?: LayoutOptions;
}

/** The values of a layout’s options, by name. */
export type LayoutOptions = Readonly<Record<string, string>>;

/** Layouts by their names in the settings. */
export type Layouts = Readonly<Record<string, Layout>>;
