import { isCustomField } from '../words';
import { isVariable } from './variable';

/** A text of a query, and its place such as `filters[0].values[1]`. */
interface Placed {
  readonly place: string;
  readonly text: string;
}

/** A filter's value: whatever a helpdesk holds may stand there. */
const VALUE = /^filters\[\d+\]\.values\[\d+\]$/;

/** A variable as nobody writes a value. */
const BRACED = /\$\{\w+(?:\.[^:}]+)?(?::[^}]+)?\}/;

/**
 * The first variable of a query that nobody replaced; null where there is none. Words that hold one are variables. A value, or
 * the key of a custom field, is what it is, but in a rule, where there are no variables, one that holds `${name}` would match nothing in silence.
 */
export function unreplaced(query: unknown, isRule: boolean): Placed | null {
  return firstText(query, '', ({ place, text }) => (VALUE.test(place) || isCustomField(text) ? isRule && BRACED.test(text) : isVariable(text)));
}

function firstText(value: unknown, place: string, is: (placed: Placed) => boolean): Placed | null {
  if (typeof value === 'string') {
    return is({ place, text: value }) ? { place, text: value } : null;
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  for (const [key, inner] of Object.entries(value)) {
    const found = firstText(inner, Array.isArray(value) ? `${place}[${key}]` : place ? `${place}.${key}` : key, is);
    if (found !== null) {
      return found;
    }
  }
  return null;
}
