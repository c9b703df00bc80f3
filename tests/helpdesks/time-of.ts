/** An instant that was read, as a test of one year writes it: month, day and time. */
export const timeOf = (value: unknown): string | null => (value === null ? null : new Date(Number(value)).toISOString().slice(5, 19).replace('T', ' '));
