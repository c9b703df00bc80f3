/** The message of whatever was thrown; `instanceof Error` fails for native errors of another realm, such as under Jest. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
