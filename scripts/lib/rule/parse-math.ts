import { ReplayError } from './replay-error';

/** A math expression, read. */
export type MathTree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ref'; readonly refId: string }
  | { readonly kind: 'unary'; readonly op: string; readonly of: MathTree }
  | { readonly kind: 'binary'; readonly op: string; readonly left: MathTree; readonly right: MathTree }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly MathTree[] };

/** How tightly operators bind; those that bind alike are taken from the left, powers too. */
const BINDS: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  ...Object.fromEntries(['==', '!=', '>', '>=', '<', '<='].map((op) => [op, 3])),
  ...Object.fromEntries(['+', '-'].map((op) => [op, 4])),
  ...Object.fromEntries(['*', '/', '%'].map((op) => [op, 5])),
  '**': 6,
};
const TOKEN = /\s*(\$\{[^}]+\}|\$\w+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[a-z_]+|\*\*|\|\||&&|[=!<>]=|[-+*/%!<>(),])/y;

/** Reads an expression such as "$A / $B > 0.1". Throws a ReplayError that says where it stops being one. */
export function parseMath(text: string): MathTree {
  const tokens = tokensOf(text);
  let at = 0;
  const fail = (): never => {
    throw new ReplayError(`the math expression "${text}" is not understood ${at < tokens.length ? `at "${tokens[at]}"` : 'where it ends'}`);
  };
  const take = (token: string) => (tokens[at] === token ? (at++, true) : false);
  const factor = (): MathTree => {
    const token = tokens[at++] ?? fail();
    if (token === '!' || token === '-') {
      return { kind: 'unary', op: token, of: factor() };
    }
    if (token === '(') {
      const inner = binary(1);
      return take(')') ? inner : fail();
    }
    if (token.startsWith('$')) {
      return { kind: 'ref', refId: bare(token) };
    }
    if (/^[a-z_]/.test(token)) {
      return { kind: 'call', name: token, args: argumentsOf() };
    }
    return /^[.\d]/.test(token) ? { kind: 'number', value: Number(token) } : (at--, fail());
  };
  const argumentsOf = (): MathTree[] => {
    const args: MathTree[] = [];
    if (!take('(')) {
      fail();
    }
    while (!take(')')) {
      args.push(binary(1));
      if (tokens[at] !== ')' && !take(',')) {
        fail();
      }
    }
    return args;
  };
  const binary = (least: number): MathTree => {
    let left = factor();
    for (let op = tokens[at]; (BINDS[op] ?? 0) >= least; op = tokens[at]) {
      at++;
      left = { kind: 'binary', op, left, right: binary(BINDS[op] + 1) };
    }
    return left;
  };
  const tree = binary(1);
  return at === tokens.length ? tree : fail();
}

/** The name of a step that an expression reads, without a dollar and braces around it. */
export function bare(name: string): string {
  return name.replace(/^\$\{?|\}$/g, '');
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) {
      throw new ReplayError(`the math expression "${text}" is not understood at "${text.slice(from).trim()}"`);
    }
    tokens.push(found[1]);
  }
  return tokens;
}
