import { ReplayError } from './replay-error';
import { readBy, type Rule } from './rule';

/** Every step that is named is there, none reads itself, and only the condition has a threshold of recovery, as in Grafana. Throws a ReplayError. */
export function checkChain(steps: Rule['steps'], condition: string): void {
  const known = new Map(steps.map((step) => [step.refId, step]));
  const visit = (refId: string, above: readonly string[]): void => {
    const step = known.get(refId);
    if (!step) {
      throw new ReplayError(
        `${above.length === 0 ? 'its condition' : `expression ${above[above.length - 1]}`} names "${refId}", which is none of ${[...known.keys()].join(', ')}`
      );
    }
    if (above.includes(refId)) {
      throw new ReplayError(`expression ${refId} reads itself`);
    }
    if (step.kind === 'expression') {
      readBy(step).forEach((read) => visit(read, [...above, refId]));
    }
  };
  visit(condition, []);
  const misplaced = steps.find((step) => step.kind === 'expression' && step.type === 'threshold' && step.unload !== null && step.refId !== condition);
  if (misplaced) {
    throw new ReplayError(`expression ${misplaced.refId} has a threshold of recovery, which Grafana takes of the condition alone`);
  }
}
