import { parseDocument } from 'yaml';

/** The largest text that is read, in characters: Rails keeps a few hundred lines. */
const LONGEST = 1_000_000;

/**
 * YAML (or JSON, which is a part of it) as plain values: texts, numbers, booleans, null, arrays and objects. Tags such as Ruby’s class names name
 * nothing here, so that nothing but data can come of a text. Throws where it is no YAML, or larger than anything that is one.
 */
export function readYaml(text: string): unknown {
  if (text.length > LONGEST) {
    throw new Error(`The text has ${text.length.toLocaleString('en')} characters.`);
  }
  const document = parseDocument(text, { logLevel: 'silent', schema: 'core', uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    throw new Error(error.message.split('\n')[0]);
  }
  // aliases may make much of little: so many values each may stand for at most
  return document.toJS({ maxAliasCount: 100 }) as unknown;
}

/** An object’s entries by its keys without Ruby’s colon before symbols; of what is no object, none. */
export function entriesOf(value: unknown): ReadonlyArray<readonly [string, unknown]> {
  return isObject(value) ? Object.entries(value).map(([key, one]) => [key.replace(/^:/, ''), one] as const) : [];
}

/** What an object has under a key, with Ruby’s colon or without. */
export function entry(value: unknown, key: string): unknown {
  return entriesOf(value).find(([one]) => one === key)?.[1];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
