import pluginJson from '../../../src/plugin.json';
import { parseQuery, QueryError } from '../../../src/shared/query';
import { checkChain } from './check-chain';
import { readExpression } from './read-expression';
import { ReplayError } from './replay-error';
import type { Rule, RuleExpression, RuleQuery } from './rule';
import type { WrittenGroup, WrittenRule, WrittenStep } from './rule-file';

/** After how many evaluations without a series Grafana resolves its alert, where a rule does not say. */
const MISSING_RESOLVES_AFTER = 2;

/** A rule that the past can be asked about, or null where it asks how old the data is, which nothing keeps. Throws a ReplayError where it has what cannot be replayed. */
export function replayable(written: WrittenRule, { name, interval }: WrittenGroup): Rule | null {
  const refuse = (why: string): never => {
    throw new ReplayError(`“${written.title}” of group “${name}” cannot be replayed: ${why}.`);
  };
  if (written.record !== undefined) {
    return refuse('it is a recording rule, which fires nothing');
  }
  if (written.data.some(({ model }) => model.kind === 'freshness')) {
    return null;
  }
  try {
    const steps = written.data.map(stepOf);
    checkChain(steps, written.condition);
    return {
      uid: written.uid,
      title: written.title,
      group: name,
      condition: written.condition,
      steps,
      intervalMs: interval,
      forMs: written.for,
      keepFiringMs: written.keepFiringFor,
      onNoData: written.noDataState,
      onError: written.execErrState,
      missingResolvesAfter: written.missing_series_evals_to_resolve || MISSING_RESOLVES_AFTER,
    };
  } catch (error) {
    if (error instanceof ReplayError) {
      return refuse(error.message);
    }
    throw error;
  }
}

function stepOf(written: WrittenStep): RuleQuery | RuleExpression {
  const { refId, datasourceUid, model } = written;
  const type = (model.datasource as { type?: unknown } | undefined)?.type;
  if (datasourceUid === '__expr__' || datasourceUid === '-100' || type === '__expr__') {
    return readExpression(refId, model);
  }
  if (type === undefined ? model.metric === undefined : type !== pluginJson.id) {
    throw new ReplayError(
      `query ${refId} asks the data source “${datasourceUid}”${type === undefined ? '' : ` (${String(type)})`}, of whose past nothing is known here`
    );
  }
  try {
    parseQuery(model, { isRule: true });
  } catch (error) {
    throw error instanceof QueryError ? new ReplayError(`query ${refId} is refused: ${error.message.replace(/\.$/, '')}`) : error;
  }
  const { from, to } = written.relativeTimeRange;
  return { kind: 'query', refId, fromMs: 1000 * from, toMs: 1000 * to, model };
}
