import type { Rule, RuleExpression, RuleQuery } from './rule';

/** A query that asks nothing in particular. */
export function queryStep(refId: string): RuleQuery {
  return { kind: 'query', refId, fromMs: 3_600_000, toMs: 0, model: { metric: 'opened', view: 'totals' } };
}

/** A rule every minute that fires at once; its last step is the condition, and A its query. */
export function ruleWith(steps: readonly RuleExpression[], more: Partial<Rule> = {}): Rule {
  return {
    uid: 'r',
    title: 'A rule',
    group: 'Rules',
    condition: steps[steps.length - 1]?.refId ?? 'A',
    steps: [queryStep('A'), ...steps],
    intervalMs: 60_000,
    forMs: 0,
    keepFiringMs: 0,
    onNoData: 'OK',
    onError: 'Error',
    missingResolvesAfter: 2,
    ...more,
  };
}
