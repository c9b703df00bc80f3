import { z } from 'zod';

import { classicFault } from './classic';
import { MATH_FUNCTIONS } from './math';
import { bare, type MathTree, parseMath } from './parse-math';
import { evaluatorFault } from './predicate';
import { REDUCER_NAMES } from './reduce';
import { ReplayError } from './replay-error';
import type { RuleExpression } from './rule';

const evaluator = z.object({ type: z.string(), params: z.array(z.number()) });
const named = { expression: z.string().min(1) };

/** Grafana's server-side expressions that are replayed, as their JSON is written; what else stands there decides nothing. */
const MODELS = {
  math: z.object({ type: z.literal('math'), ...named }),
  reduce: z.object({
    type: z.literal('reduce'),
    ...named,
    reducer: z.string(),
    settings: z
      .object({
        mode: z
          .enum(['', 'dropNN', 'replaceNN', 'strict'])
          .transform((mode) => (mode === 'strict' ? '' : mode))
          .default(''),
        replaceWithValue: z.number().default(0),
      })
      .default({ mode: '', replaceWithValue: 0 }),
  }),
  threshold: z.object({
    type: z.literal('threshold'),
    ...named,
    conditions: z.array(z.object({ evaluator, unloadEvaluator: evaluator.optional() })).length(1),
  }),
  classic_conditions: z.object({
    type: z.literal('classic_conditions'),
    conditions: z
      .array(
        z.object({
          evaluator,
          query: z.object({ params: z.tuple([z.string()]) }),
          reducer: z.object({ type: z.string() }),
          operator: z.object({ type: z.enum(['and', 'or']).default('and') }).default({ type: 'and' }),
        })
      )
      .min(1),
  }),
} as const;

const model = z.discriminatedUnion('type', [MODELS.math, MODELS.reduce, MODELS.threshold, MODELS.classic_conditions]);

function modelOf(refId: string, written: unknown): z.output<typeof model> {
  const { type } = written as { type?: unknown };
  if (typeof type !== 'string' || !(type in MODELS)) {
    throw new ReplayError(`expression ${refId} is of the type "${String(type)}", and only ${Object.keys(MODELS).join(', ')} are replayed`);
  }
  const read = model.safeParse(written);
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    throw new ReplayError(`expression ${refId} is not understood at "${path.join('.')}": ${message}`);
  }
  return read.data;
}

/** Reads an expression. Throws a ReplayError that names what cannot be replayed. */
export function readExpression(refId: string, written: unknown): RuleExpression {
  const read = modelOf(refId, written);
  const fault = (why: string | null) => {
    if (why !== null) {
      throw new ReplayError(`expression ${refId} ${why}`);
    }
  };
  switch (read.type) {
    case 'math': {
      const tree = parseMath(read.expression);
      fault(mathFault(tree));
      return { kind: 'expression', refId, type: 'math', tree };
    }
    case 'reduce': {
      fault(REDUCER_NAMES.includes(read.reducer) ? null : `reduces by "${read.reducer}", which is none of ${REDUCER_NAMES.join(', ')}`);
      const { mode, replaceWithValue } = read.settings;
      return {
        kind: 'expression',
        refId,
        type: 'reduce',
        of: bare(read.expression),
        reducer: read.reducer,
        nonNumbers: mode === 'replaceNN' ? { mode, value: replaceWithValue } : { mode },
      };
    }
    case 'threshold': {
      const [{ evaluator, unloadEvaluator = null }] = read.conditions;
      fault(evaluatorFault(evaluator) ?? (unloadEvaluator && evaluatorFault(unloadEvaluator)));
      return { kind: 'expression', refId, type: 'threshold', of: bare(read.expression), evaluator, unload: unloadEvaluator };
    }
    case 'classic_conditions': {
      const conditions = read.conditions.map(({ query, reducer, evaluator, operator }) => ({
        refId: query.params[0],
        reducer: reducer.type,
        evaluator,
        operator: operator.type,
      }));
      conditions.forEach((condition) => fault(classicFault(condition)));
      return { kind: 'expression', refId, type: 'classic_conditions', conditions };
    }
  }
}

function mathFault(tree: MathTree): string | null {
  switch (tree.kind) {
    case 'call':
      return MATH_FUNCTIONS.includes(tree.name)
        ? tree.args.reduce((found: string | null, arg) => found ?? mathFault(arg), null)
        : `calls "${tree.name}", which is none of ${MATH_FUNCTIONS.join(', ')}`;
    case 'unary':
      return mathFault(tree.of);
    case 'binary':
      return mathFault(tree.left) ?? mathFault(tree.right);
    default:
      return null;
  }
}
