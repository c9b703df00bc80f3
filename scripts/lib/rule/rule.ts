import type { ClassicCondition } from './classic';
import type { MathTree } from './parse-math';
import type { Evaluator } from './predicate';
import type { NonNumbers } from './reduce';

/** What a rule becomes where there is no data. */
export type OnNoData = 'Alerting' | 'NoData' | 'OK' | 'KeepLast';
/** What a rule becomes where a query or an expression fails. */
export type OnError = 'Alerting' | 'Error' | 'OK' | 'KeepLast';

/** How a rule goes from state to state. */
export interface StateRules {
  readonly intervalMs: number;
  /** How long it must hold before it fires. */
  readonly forMs: number;
  /** How long it fires on after it stopped to hold. */
  readonly keepFiringMs: number;
  readonly onNoData: OnNoData;
  readonly onError: OnError;
  /** After so many evaluations without a series its alert resolves. */
  readonly missingResolvesAfter: number;
}

/** A query of the data source; its stretch in milliseconds before the evaluation. */
export interface RuleQuery {
  readonly kind: 'query';
  readonly refId: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly model: Readonly<Record<string, unknown>>;
}

/** A server-side expression over what others gave. */
export type RuleExpression = { readonly kind: 'expression'; readonly refId: string } & (
  | { readonly type: 'math'; readonly tree: MathTree }
  | { readonly type: 'reduce'; readonly of: string; readonly reducer: string; readonly nonNumbers: NonNumbers }
  /** `unload` holds as long as an alert is to stay that fires. */
  | { readonly type: 'threshold'; readonly of: string; readonly evaluator: Evaluator; readonly unload: Evaluator | null }
  | { readonly type: 'classic_conditions'; readonly conditions: readonly ClassicCondition[] }
);

/** A rule that can be replayed. */
export interface Rule extends StateRules {
  readonly uid: string;
  readonly title: string;
  readonly group: string;
  /** The refId of the step that decides. */
  readonly condition: string;
  readonly steps: ReadonlyArray<RuleQuery | RuleExpression>;
}

/** The refIds that an expression reads. */
export function readBy(expression: RuleExpression): readonly string[] {
  switch (expression.type) {
    case 'math':
      return refsOf(expression.tree);
    case 'classic_conditions':
      return expression.conditions.map(({ refId }) => refId);
    case 'reduce':
    case 'threshold':
      return [expression.of];
  }
}

function refsOf(tree: MathTree): readonly string[] {
  switch (tree.kind) {
    case 'number':
      return [];
    case 'ref':
      return [tree.refId];
    case 'unary':
      return refsOf(tree.of);
    case 'binary':
      return [...refsOf(tree.left), ...refsOf(tree.right)];
    case 'call':
      return tree.args.flatMap(refsOf);
  }
}
