import { unitOf } from '../../../src/shared/catalog/unit';
import { findMetric } from '../../../src/shared/catalog';
import { parseQuery } from '../../../src/shared/query';
import type { Rule } from './rule';

/** Grafana's unit of the number that a rule compares, where it is one of its query's own; none where expressions make another of it or the query writes durations otherwise. */
export function comparedUnit({ steps, condition }: Rule): string | undefined {
  const find = (refId: string) => steps.find((step) => step.refId === refId);
  const decides = find(condition);
  const compared = decides?.kind === 'expression' && decides.type === 'threshold' ? find(decides.of) : undefined;
  const query = compared?.kind === 'expression' && compared.type === 'reduce' && compared.reducer !== 'count' ? find(compared.of) : compared;
  if (query?.kind !== 'query') {
    return undefined;
  }
  const { metric: id, statistics, unit } = parseQuery(query.model);
  const metric = findMetric(id);
  return metric && unit === null ? unitOf(metric, statistics?.[0] ?? metric.statistics[0]) : undefined;
}
