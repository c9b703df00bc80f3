import type { ColumnNames, StoreType } from './columns';
import type { COMPUTED } from './computed';
import type { FactName, FACTS } from './facts';

/** The names of a fact's own columns of some kind; of several facts, those of any. */
export type FactColumn<Fact extends FactName, Type extends StoreType = StoreType> = Fact extends FactName ? ColumnNames<(typeof FACTS)[Fact], Type> : never;

/** The names of a fact's columns of some kind, those computed when asked included. */
export type AskedColumn<Fact extends FactName, Type extends StoreType = StoreType> =
  FactColumn<Fact, Type> | (Fact extends keyof typeof COMPUTED ? ColumnNames<(typeof COMPUTED)[Fact], Type> : never);

/** Of things that read columns (by name, the columns that each reads), those for which a fact has what they read. */
export type Readable<Fact extends FactName, Reads> = {
  readonly [Thing in keyof Reads]: [Reads[Thing]] extends [AskedColumn<Fact>] ? Thing : never;
}[keyof Reads];

/** Something that reads columns: for a fact that has them. */
export type WhereRead<Fact extends FactName, Reads, Thing = unknown> = [Reads] extends [AskedColumn<Fact>] ? Thing : never;
