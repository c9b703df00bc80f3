/** SQL for the canonical word of one of a helpdesk’s own words or numbers; `otherwise` is SQL for any that is not among them: none where it is not given. */
export function wordOf(own: string, words: Readonly<Record<string | number, string>>, otherwise = 'NULL'): string {
  const cases = Object.entries(words).map(([word, canonical]) => `WHEN '${word}' THEN '${canonical}'`);
  return `CASE ${own} ${cases.join(' ')} ELSE ${otherwise} END`;
}
