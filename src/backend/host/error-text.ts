import { isNativeError } from 'node:util/types';

/** Errors of one chain that are told. */
const MOST = 8;

/** Characters of the first, and of each that led to it: together they fit a line's text. */
const LONGEST = 2_000;
const LONGEST_CAUSE = 800;

/** What happened and why: an error's stack, then its causes', or those of the errors that it gathers; of a bounded length. `clean` takes secrets out of a text. Never throws. */
export function errorText(error: unknown, clean: (text: string) => string): string {
  const told: string[] = [];
  const seen = new Set<unknown>();
  const tell = (one: unknown, how: string): void => {
    if (told.length === MOST || seen.has(one)) {
      return;
    }
    seen.add(one);
    try {
      // clipped after cleaning: half a secret is one too
      told.push(`${how}${clean(own(one)).slice(0, told.length === 0 ? LONGEST : LONGEST_CAUSE)}`);
      if (isError(one)) {
        const { cause, errors } = one as Error & { readonly errors?: unknown };
        if (cause !== undefined) {
          tell(cause, 'caused by: ');
        }
        (Array.isArray(errors) ? errors.slice(0, MOST) : []).forEach((each) => tell(each, 'one of: '));
      }
    } catch {
      told.push(`${how}what cannot be shown`);
    }
  };
  tell(error, '');
  return told.join('\n');
}

/** Whether it is an error; DuckDB's are made by native code, which `instanceof` does not always know. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || isNativeError(value);
}

function own(value: unknown): string {
  if (isError(value)) {
    return String(value.stack ?? value.message);
  }
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
