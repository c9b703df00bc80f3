import { JSON_DEPTH } from '../../../shared/bounds';
import { quoted } from '../../../shared/echo';
import { Problem } from '../access/problem';

/** What a JSON text is. */
interface JsonKind {
  /** Its name in sentences, as "The query". */
  readonly what: string;
  /** What it looks like, as `an object such as {"metric": "time_to_close"}`. */
  readonly like: string;
  /** Characters and values that are read, and how long each text may be. */
  readonly most: number;
  readonly values: number;
  readonly text: number;
  /** What to do past a bound, as "filter by fewer values". */
  readonly advice: string;
}

/** Reads JSON that somebody sent, within bounds: of its length, its depth, how many values it has and how long its texts are. Throws a Problem. */
export function boundedJson(text: string, kind: JsonKind): unknown {
  const { what, like, most, advice } = kind;
  if (text.length > most) {
    throw new Problem(413, `${what} has ${counted(text.length)} characters of JSON; at most ${counted(most)} are read: ${advice}.`);
  }
  // before it is read: the time that JSON.parse takes grows faster than the depth
  if (isDeeper(text, JSON_DEPTH)) {
    throw new Problem(400, `${what} has lists or objects more than ${JSON_DEPTH} deep in each other: no key of it takes that.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Problem(400, `${what} is not JSON: it is ${like}.`);
  }
  checkSizes(json, kind);
  return json;
}

const [QUOTE, BACKSLASH, ...BRACKETS] = Array.from('"\\[{]}', (character) => character.charCodeAt(0));

/** Whether brackets, those in texts not counted, stand more than `most` deep in each other. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < text.length && depth <= most; i++) {
    const code = text.charCodeAt(i);
    if (isText) {
      // what a backslash stands before ends no text
      i += code === BACKSLASH ? 1 : 0;
      isText = code !== QUOTE;
    } else {
      const bracket = BRACKETS.indexOf(code);
      depth += bracket < 0 ? 0 : bracket < 2 ? 1 : -1;
      isText = code === QUOTE;
    }
  }
  return depth > most;
}

/** How many values there are, and how long the longest text is. */
function checkSizes(json: unknown, kind: JsonKind): void {
  const { what, values, advice } = kind;
  let count = 0;
  const walk = (value: unknown): void => {
    count++;
    if (typeof value === 'string') {
      checkText(value, kind);
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) {
        if (count > values) {
          throw new Problem(413, `${what} has more than ${counted(values)} values: ${advice}.`);
        }
        checkText(key, kind);
        walk((value as Record<string, unknown>)[key]);
      }
    }
  };
  walk(json);
}

function checkText(text: string, { what, text: most }: JsonKind): void {
  if (text.length > most) {
    throw new Problem(413, `${what} has a text of ${counted(text.length)} characters, ${quoted(text)}; at most ${counted(most)} are read.`);
  }
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
