/** An instant: Rails keeps UTC without saying so, whatever `databaseTimeZone` is. */
export function utc(value: string): string {
  return `(${value} AT TIME ZONE 'UTC')`;
}

/** A word for each of Chatwoot’s numbers; null for another. */
export function wordOf(value: string, words: Readonly<Record<number, string>>): string {
  const cases = Object.entries(words).map(([number, word]) => `WHEN ${number} THEN '${word}'`);
  return `CASE ${value} ${cases.join(' ')} END`;
}
