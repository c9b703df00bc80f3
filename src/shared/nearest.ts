import { NEAREST_WORD } from './bounds';

/** Edit distance that counts a swap of neighbours as one edit. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The word of `words` that somebody who wrote `word` most likely meant, or null where none is near or the word is longer than words are. */
export function nearest(word: string, words: readonly string[]): string | null {
  if (word.length > NEAREST_WORD) {
    return null;
  }
  const plain = word.toLowerCase().replace(/[\s-]+/g, '_');
  let best: string | null = null;
  let bestScore = Math.max(2, Math.ceil(plain.length * 0.4)) + 1;
  for (const candidate of words) {
    const known = candidate.toLowerCase();
    // as many edits as the lengths differ are needed at least
    const isFar = Math.abs(known.length - plain.length) >= bestScore;
    const score = known.startsWith(plain) || plain.startsWith(known) ? 1 : isFar ? Infinity : distance(plain, known);
    // words of which nothing is alike are not near, however short they are
    if (score < bestScore && score < Math.max(plain.length, known.length)) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** ` Did you mean "…"?`, or the whole list where nothing is near and the list is short enough to read. */
export function suggestion(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  if (near !== null) {
    return ` Did you mean "${near}"?`;
  }
  return words.length > 0 && words.length <= 12 ? ` One of: ${words.join(', ')}.` : '';
}
