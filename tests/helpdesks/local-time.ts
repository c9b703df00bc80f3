/** What the clocks of a zone show at an instant (`2026-03-02 08:14:07`, of UTC), as a database has it. */
export function shownIn(timeZone: string, utc: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return parts.format(new Date(`${utc.replace(' ', 'T')}Z`));
}
