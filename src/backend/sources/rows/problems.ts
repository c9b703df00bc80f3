import { SourceError } from '../source';
import { wrongValues, type WrongValues } from './wrong-values';

/** How many problems one message spells out. */
const SHOWN = 20;

/** What is wrong with the rows of a load, collected over all tables: a sentence each, and one for each column whose values are wrong. */
export class Problems {
  private readonly told: Array<string | WrongValues> = [];
  private readonly columns = new Map<string, WrongValues>();
  /** How many more there are than are told. */
  private more = 0;

  /** How many more sentences would still be shown. */
  get room(): number {
    return SHOWN - this.told.length;
  }

  get isEmpty(): boolean {
    return this.told.length === 0 && this.more === 0;
  }

  /** Adds sentences that stand for `count` problems. */
  add(sentences: readonly string[], count = sentences.length): void {
    const shown = sentences.slice(0, this.room);
    this.told.push(...shown);
    this.more += count - shown.length;
  }

  /** What is known of a column's values that are wrong for a reason: rows come in pieces, and each adds to it. Null where nothing is. */
  ofColumn(table: string, column: string, reason: string): WrongValues | null {
    return this.columns.get(JSON.stringify([table, column, reason])) ?? null;
  }

  /** Begins to tell of a column's values that are wrong for a reason, and gives them back to be added to. */
  addColumn(table: string, reason: string, found: WrongValues): WrongValues {
    this.columns.set(JSON.stringify([table, found.column, reason]), found);
    if (this.room > 0) {
      this.told.push(found);
    } else {
      this.more++;
    }
    return found;
  }

  /** Throws what was collected as one SourceError, or does nothing where all is well. */
  throwIfAny(): void {
    if (this.isEmpty) {
      return;
    }
    const rest = this.more > 0 ? [`… and ${this.more.toLocaleString('en')} more.`] : [];
    throw new SourceError(
      'schema',
      [...this.told.map((one) => (typeof one === 'string' ? one : wrongValues(one))), ...rest].join('\n'),
      'Nothing was loaded: correct these in the helpdesk’s data, or leave the rows out there.'
    );
  }
}
