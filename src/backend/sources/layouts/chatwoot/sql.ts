/** An instant: Rails keeps UTC without saying so, whatever `databaseTimeZone` is. */
export function utc(value: string): string {
  return `(${value} AT TIME ZONE 'UTC')`;
}
