import { texts } from '../../src/backend/duckdb/sql-text';

/** Texts by number, from 1: what a column of few different texts is staged as. */
export class Words {
  private readonly codes = new Map<string, number>();

  code(word: string): number {
    let code = this.codes.get(word);
    if (code === undefined) {
      code = this.codes.size + 1;
      this.codes.set(word, code);
    }
    return code;
  }

  /** All words as a SQL list. */
  get sql(): string {
    return this.codes.size === 0 ? `CAST([] AS VARCHAR[])` : `[${texts([...this.codes.keys()])}]`;
  }
}
