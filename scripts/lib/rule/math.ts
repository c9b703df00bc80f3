import type { MathTree } from './parse-math';
import { changed, type Labels, labelsKey, labelsOf, NO_DATA, type Point, type Value } from './values';

type Answers = (refId: string) => readonly Value[];

/** Of numbers: with a NaN the result is NaN, but for what an “or” and an “and” know from the left alone. */
const BINARY: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '||': (a, b) => Number(a !== 0 || b !== 0),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
};
const UNARY: Readonly<Record<string, (a: number) => number>> = { '-': (a) => -a, '!': (a) => Number(a === 0) };

/** Functions of one number; null counts as NaN in those that are not about null. */
const FUNCTIONS: Readonly<Record<string, (value: number | null) => number>> = {
  ...Object.fromEntries((['abs', 'log', 'ceil', 'floor'] as const).map((name) => [name, (value: number | null) => (value === null ? NaN : Math[name](value))])),
  // halves away from zero
  round: (value) => (value === null ? NaN : Math.sign(value) * Math.round(Math.abs(value))),
  is_nan: (value) => (value === null ? NaN : Number(Number.isNaN(value))),
  is_inf: (value) => (value === null ? NaN : Number(Math.abs(value) === Infinity)),
  is_null: (value) => Number(value === null),
  is_number: (value) => Number(value !== null && Number.isFinite(value)),
};
const CONSTANTS: Readonly<Record<string, number | null>> = { nan: NaN, inf: Infinity, null: null };

/** The functions that a math expression may call. */
export const MATH_FUNCTIONS: readonly string[] = [...Object.keys(FUNCTIONS), ...Object.keys(CONSTANTS)];

/** What a math expression gives of the answers that it names. */
export function mathValues(tree: MathTree, of: Answers): readonly Value[] {
  switch (tree.kind) {
    case 'number':
      return [scalar(tree.value)];
    case 'ref':
      return of(tree.refId);
    case 'unary':
      return mathValues(tree.of, of).map((value) => changed(value, (one) => (one === null ? null : Number.isNaN(one) ? NaN : UNARY[tree.op](one))));
    case 'call':
      return tree.name in CONSTANTS ? [scalar(CONSTANTS[tree.name])] : mathValues(tree.args[0], of).map((value) => changed(value, FUNCTIONS[tree.name]));
    case 'binary':
      return joined(mathValues(tree.left, of), mathValues(tree.right, of)).map(({ labels, a, b }) => operated(tree.op, labels, a, b));
  }
}

const scalar = (value: number | null): Value => ({ kind: 'number', labels: {}, value });

interface Pair {
  readonly labels: Labels;
  readonly a: Value;
  readonly b: Value;
}

/** Values of both sides whose labels are the same, or those of one all among those of the other; what finds none is dropped. */
function joined(left: readonly Value[], right: readonly Value[]): readonly Pair[] {
  if (left.length === 0 || right.length === 0) {
    return [];
  }
  if ((left.length === 1 || right.length === 1) && (left[0].kind === 'noData' || right[0].kind === 'noData')) {
    return [{ labels: {}, a: left[0], b: right[0] }];
  }
  const pairs = left.flatMap((a) =>
    right.flatMap((b): Pair[] => (canJoin(labelsOf(a), labelsOf(b)) ? [{ labels: more(labelsOf(a), labelsOf(b)), a, b }] : []))
  );
  return pairs.length === 0 && left.length === 1 && right.length === 1 ? [{ labels: {}, a: left[0], b: right[0] }] : pairs;
}

function canJoin(a: Labels, b: Labels): boolean {
  const [few, many] = Object.keys(a).length <= Object.keys(b).length ? [a, b] : [b, a];
  return Object.keys(few).length === Object.keys(many).length ? labelsKey(a) === labelsKey(b) : Object.keys(few).every((name) => few[name] === many[name]);
}

const more = (a: Labels, b: Labels): Labels => (Object.keys(a).length >= Object.keys(b).length ? a : b);

function operated(op: string, labels: Labels, a: Value, b: Value): Value {
  if (a.kind === 'noData' || b.kind === 'noData') {
    return NO_DATA;
  }
  if (a.kind === 'number') {
    return changed({ ...b, labels }, (one) => number(op, a.value, one));
  }
  if (b.kind === 'number') {
    return changed({ ...a, labels }, (one) => number(op, one, b.value));
  }
  const others = new Map(b.points);
  return { ...a, labels, points: a.points.flatMap(([at, one]): Point[] => (others.has(at) ? [[at, number(op, one, others.get(at) ?? null)]] : [])) };
}

function number(op: string, a: number | null, b: number | null): number | null {
  if (a === null || b === null) {
    return null;
  }
  if ((op === '||' && a !== 0) || (op === '&&' && a === 0)) {
    return Number(op === '||');
  }
  return Number.isNaN(a) || Number.isNaN(b) ? NaN : BINARY[op](a, b);
}
