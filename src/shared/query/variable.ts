/** What a dashboard's variable is in a text, as Grafana reads it: `$name`, `${name}`, `${name.field}`, `${name:format}`, `[[name]]` or `[[name:format]]`. */
const REFERENCE = /\$(\w+)|\$\{(\w+)(?:\.[^:}]+)?(?::[^}]+)?\}|\[\[(\w+)(?::\w+)?\]\]/;
const WHOLE = new RegExp(`^(?:${REFERENCE.source})$`);

/** The name of the variable that a text is, and nothing else beside it; null where it is none. */
export function variableName(text: string): string | null {
  const [, plain, braced, bracketed] = WHOLE.exec(text) ?? [];
  return plain ?? braced ?? bracketed ?? null;
}

/**
 * Whether a text holds what Grafana reads as a variable. Of a word of the query (a metric, a dimension) that is what it is, for no word looks
 * so; of a filter's value only Grafana knows, which replaces the variables that it has: `$vip` may be a tag.
 */
export function isVariable(value: unknown): value is string {
  return typeof value === 'string' && REFERENCE.test(value);
}
