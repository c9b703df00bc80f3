import type { Dictionary } from './dictionaries';
import type { FactColumn, Readable } from './fact-columns';
import type { FactName } from './facts';

/** The rules of the query compiler, and the columns that each reads. */
interface RuleReads {
  /** The close that the query asks for: the last, of a ticket that is closed now, or the first. */
  readonly close: 'closed_at' | 'reopened_at' | 'nth';
  readonly closed_as_of: 'closed_at' | 'reopened_at';
  readonly valid_as_of: 'valid_from' | 'valid_to';
  readonly hide_offline: 'availability_ix';
  readonly chat_over: 'is_abandoned';
  readonly breached: 'met';
  readonly decided: 'met';
}

/** A condition that is part of a metric's definition: a fact's column that equals a constant or a word, or a rule of the query compiler. */
export type Condition<Fact extends FactName = FactName> =
  | { readonly column: FactColumn<Fact, 'integer'>; readonly is: number }
  | { readonly column: FactColumn<Fact, 'boolean'>; readonly is: boolean }
  /** A word of a text column, or of the dictionary that a column's keys are of. */
  | { readonly column: FactColumn<Fact, 'text'> | Extract<FactColumn<Fact, 'key'>, `${Dictionary}_ix`>; readonly word: string }
  | { readonly rule: Readable<Fact, RuleReads> };
