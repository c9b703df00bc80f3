/** So many tickets, in words. */
export function tickets(count: number): string {
  return count === 1 ? '1 ticket' : `${count.toLocaleString('en')} tickets`;
}

/** So many rows, in words. */
export function rows(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}
