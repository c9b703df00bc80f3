/** What a dashboard's variable is in a text, as Grafana reads it: `$name`, `${name}`, `${name.field}`, `${name:format}`, `[[name]]` or `[[name:format]]`. */
const REFERENCE = /\$(\w+)|\$\{(\w+)(?:\.[^:}]+)?(?::[^}]+)?\}|\[\[(\w+)(?::\w+)?\]\]/;
const WHOLE = new RegExp(`^(?:${REFERENCE.source})$`);
const EVERY = new RegExp(REFERENCE.source, 'g');

/** The name of the variable that a text is, and nothing else beside it; null where it is none. */
export function variableName(text: string): string | null {
  const [, plain, braced, bracketed] = WHOLE.exec(text) ?? [];
  return plain ?? braced ?? bracketed ?? null;
}

/** Whether somebody means a dashboard's variable: a text that holds one. "$5" and "$5k" are amounts. */
export function isVariable(value: unknown): value is string {
  return typeof value === 'string' && (value.match(EVERY) ?? []).some((reference) => !isAmount(reference));
}

/** The first variable in a value or anywhere inside it, and its place such as `filters[0].values[1]`; null where there is none. */
export function firstVariable(
  value: unknown,
  is: (text: string) => boolean = isVariable,
  place = ''
): { readonly place: string; readonly text: string } | null {
  if (typeof value === 'string') {
    return is(value) ? { place, text: value } : null;
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  for (const [key, inner] of Object.entries(value)) {
    const found = firstVariable(inner, is, Array.isArray(value) ? `${place}[${key}]` : place ? `${place}.${key}` : key);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** Whether a text is a variable and nothing else, so that nobody can have meant the text itself. */
export function isWhollyVariable(text: string): boolean {
  return variableName(text) !== null && !isAmount(text);
}

function isAmount(reference: string): boolean {
  return /^\$\d\w*$/.test(reference);
}
