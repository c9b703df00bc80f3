import { SourceError } from '../source';

/** How many problems one message spells out. */
const SHOWN = 20;

/** What is wrong with the rows of a load, collected over all tables. */
export class Problems {
  private readonly sentences: string[] = [];
  private total = 0;

  /** How many more sentences would still be shown. */
  get room(): number {
    return SHOWN - this.sentences.length;
  }

  get isEmpty(): boolean {
    return this.total === 0;
  }

  /** Adds sentences that stand for `count` problems. */
  add(sentences: readonly string[], count = sentences.length): void {
    this.sentences.push(...sentences.slice(0, this.room));
    this.total += count;
  }

  /** Throws what was collected as one SourceError, or does nothing where all is well. */
  throwIfAny(): void {
    if (this.isEmpty) {
      return;
    }
    const more = this.total - this.sentences.length;
    const rest = more > 0 ? [`… and ${more.toLocaleString('en')} more.`] : [];
    throw new SourceError(
      'schema',
      [...this.sentences, ...rest].join('\n'),
      'Nothing was loaded: correct these in the helpdesk’s data, or leave the rows out there.'
    );
  }
}

/** A value as a message shows it: quoted, short, and without control characters. */
export function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
