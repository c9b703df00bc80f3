import { SourceError } from '../sources/source';
import { EngineError } from '../engines/engine-error';
import { QueryError } from '../../shared/query';
import { SettingsError } from '../../shared/settings';
import type { QueryAnswer } from './messages';

/** A fault with a status and a sentence of our own: what a user may see. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    message: string,
    readonly source: 'plugin' | 'downstream' = 'plugin'
  ) {
    super(message);
  }
}

/** Any fault as one that may be shown: never a driver's text with a host, user or secret in it. */
export function asProblem(error: unknown, signal?: AbortSignal): Problem {
  if (error instanceof Problem) {
    return error;
  }
  if (error instanceof QueryError || error instanceof SettingsError) {
    return new Problem(400, error.message);
  }
  if (error instanceof SourceError) {
    return new Problem(502, `${error.message}${error.hint ? ` ${error.hint}` : ''}`, 'downstream');
  }
  if (error instanceof EngineError && error.kind !== 'internal') {
    return new Problem(error.kind === 'limit' ? 413 : 503, `${error.message}${error.hint ? ` ${error.hint}` : ''}`);
  }
  if (signal?.aborted) {
    return new Problem(499, 'The query was cancelled before it was done.');
  }
  return new Problem(500, 'The query failed inside the plugin; Grafana’s log has the details.');
}

/** A problem as the answer to one query. */
export function refusal(problem: Problem): QueryAnswer {
  return { frames: [], status: problem.status, error: problem.message, errorSource: problem.source };
}
