/** Which comes first. */

/** Plain text order, as "ties of a ranking stay by id as text" means it. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * "Ids that decide an order in time (events, messages, surveys) are compared as whole numbers where both are digits alone, else as
 * text; digits come before text. Event 9 comes before event 10."
 */
export function byId(a: string, b: string): number {
  const [numberA, numberB] = [isDigits(a), isDigits(b)];
  if (numberA && numberB) {
    const [left, right] = [BigInt(a), BigInt(b)];
    return left < right ? -1 : left > right ? 1 : byText(a, b);
  }
  return numberA === numberB ? byText(a, b) : numberA ? -1 : 1;
}

function isDigits(id: string): boolean {
  return /^[0-9]+$/.test(id);
}
